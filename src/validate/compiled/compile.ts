/** From a shapes graph to compiled shapes: all of SHACL Core (W3C Recommendation of 20 July 2017, 2 to 4). */
import { GraphIndex } from '../../rdf/graph-index.js';
import { termText } from '../../rdf/nquads.js';
import { isNamedNode, type NamedNode, type Quad, type Term } from '../../rdf/terms.js';
import { rdfs, sh } from '../../rdf/vocabularies.js';
import { pathText, readPath } from './paths.js';
import { SET_CONSTRAINTS, type SetParameter } from './set-constraints.js';
import type { CompiledShapes, Constraint, QueryCompiler, Shape, Targets } from './shapes.js';
import { VALUE_CONSTRAINTS } from './value-constraints.js';

/** Parameters of one shape that go together: the first value of each is meant. */
const SINGLE = new Set(['pattern', 'qualifiedMinCount', 'qualifiedMaxCount', 'closed']);

/** Throws SyntaxError for a pattern that is no regular expression, RangeError for a path that is none and for `sh:sparql`. */
export function compileShapes(quads: Iterable<Quad>): CompiledShapes {
  return new Compiler(quads).compile();
}

/** The same, `sh:sparql` included. */
export async function compileAllShapes(quads: readonly Quad[]): Promise<CompiledShapes> {
  if (!quads.some(isQuery)) return compileShapes(quads);
  const { sparqlConstraint } = await import('./sparql-constraint.js');
  return new Compiler(quads, sparqlConstraint).compile();
}

type Draft = { -readonly [K in keyof Shape]: Shape[K] } & {
  constraints: Constraint[];
  properties: Shape[];
};

class Compiler {
  readonly #graph: GraphIndex;
  readonly #queries: QueryCompiler;
  readonly #shapes: Draft[] = [];
  readonly #byName = new Map<string, Draft>();

  constructor(quads: Iterable<Quad>, queries: QueryCompiler = withoutQueries) {
    this.#queries = queries;
    this.#graph = new GraphIndex(new Map([...quads].map((one) => [keyOf(one), one])).values());
  }

  compile(): CompiledShapes {
    const roots = [...this.#graph.subjects()].flatMap((name) => {
      const targets = this.#targets(name);
      const term = targets && this.#termOf(name);
      if (!term) return [];
      const root = this.#shape(term);
      root.targets = targets;
      return [root];
    });
    for (const shape of this.#shapes) shape.isRecursive = leadsTo(shape, shape);
    const all = this.#shapes.flatMap(({ constraints }) => constraints);
    const hasQueries = all.some((one) => one.kind === 'set' && one.isQuery);
    return { shapes: this.#shapes, roots, hasQueries };
  }

  /** Made when first named; its parts are filled in afterwards, so that shapes may name each other. */
  #shape(name: Term): Draft {
    const key = termText(name);
    const known = this.#byName.get(key);
    if (known) return known;
    const [pathNode] = this.#values(name, 'path');
    const path = pathNode && readPath(this.#graph, pathNode);
    if (pathNode && !path) throw new RangeError(`sh:path: ${key}`);
    const shape: Draft = {
      index: this.#shapes.length,
      name,
      severity: (this.#values(name, 'severity')[0] ?? sh.Violation).value,
      path,
      pathText: path && pathText(path),
      targets: undefined,
      constraints: [],
      properties: [],
      isRecursive: false,
    };
    this.#shapes.push(shape);
    this.#byName.set(key, shape);
    const isOff = this.#values(name, 'deactivated')[0]?.value === 'true';
    if (!isOff) this.#fill(shape);
    return shape;
  }

  #fill(shape: Draft): void {
    shape.constraints.push(
      ...this.#declared(shape, VALUE_CONSTRAINTS),
      ...this.#declared(shape, SET_CONSTRAINTS),
    );
    for (const query of this.#values(shape.name, 'sparql'))
      shape.constraints.push(...optional(this.#queries(this.#graph, query, shape.path)));
    shape.properties.push(...this.#values(shape.name, 'property').map((one) => this.#shape(one)));
  }

  #declared(
    shape: Draft,
    table: Readonly<Record<string, (parameter: SetParameter) => Constraint | undefined>>,
  ): Constraint[] {
    return Object.entries(table).flatMap(([name, declare]) => {
      const values = this.#values(shape.name, name);
      const meant = SINGLE.has(name) ? values.slice(0, 1) : values;
      return meant.flatMap((value) => declare(this.#parameter(shape, value)) ?? []);
    });
  }

  #parameter({ name, path }: Draft, value: Term): SetParameter {
    return {
      value,
      list: this.#graph.list(value),
      hasPath: path !== undefined,
      other: (parameter) => this.#values(name, parameter)[0],
      shapeOf: (term) => this.#shape(term),
      allowed: () =>
        this.#values(name, 'property').flatMap((one) =>
          this.#values(one, 'path').filter(isNamedNode),
        ),
      listOf: (parameter) =>
        this.#values(name, parameter).flatMap((one) => this.#graph.list(one).filter(isNamedNode)),
      siblings: () => this.#siblings(name),
    };
  }

  #siblings(name: Term): Shape[] {
    const parents = this.#graph
      .withPredicate(sh.property)
      .filter(({ object }) => object.equals(name))
      .map(({ subject }) => subject);
    return parents
      .flatMap((parent) => this.#values(parent, 'property'))
      .flatMap((one) => this.#values(one, 'qualifiedValueShape'))
      .map((one) => this.#shape(one));
  }

  #targets(name: string): Targets | undefined {
    const nodes = (target: string): readonly NamedNode[] =>
      this.#graph.nodes(name, sh.$.term(target));
    const term = this.#termOf(name);
    const types = this.#graph.types(name);
    const isShape = types.some(
      (type) => type === sh.NodeShape.value || type === sh.PropertyShape.value,
    );
    const isClass = isShape && types.some((type) => this.#isClass(type));
    const targets = {
      nodes: this.#graph.objects(name, sh.$.term('targetNode')),
      classes: [...nodes('targetClass'), ...(isClass && isNamedNode(term) ? [term] : [])],
      subjectsOf: nodes('targetSubjectsOf'),
      objectsOf: nodes('targetObjectsOf'),
    };
    return Object.values(targets).some((some) => some.length > 0) ? targets : undefined;
  }

  /** `rdfs:Class`, or one below it in the shapes graph such as `owl:Class` when it is said to be. */
  #isClass(type: string, seen: ReadonlySet<string> = new Set()): boolean {
    if (type === rdfs.$.term('Class').value) return true;
    if (seen.has(type)) return false;
    const above = this.#graph.nodes(type, rdfs.subClassOf);
    return above.some(({ value }) => this.#isClass(value, new Set([...seen, type])));
  }

  #values(name: Term | string, parameter: string): readonly Term[] {
    return this.#graph.objects(name, sh.$.term(parameter));
  }

  #termOf(name: string): Term | undefined {
    return this.#graph.about(name)[0]?.subject;
  }
}

function isQuery({ predicate }: Quad): boolean {
  return predicate.equals(sh.$.term('sparql'));
}

const withoutQueries: QueryCompiler = () => {
  throw new RangeError('sh:sparql');
};

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function keyOf({ subject, predicate, object }: Quad): string {
  return `${termText(subject)} ${predicate.value} ${termText(object)}`;
}

function leadsTo(shape: Shape, goal: Shape): boolean {
  const seen = new Set<Shape>();
  const queue = below(shape);
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next === goal) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...below(next));
  }
  return false;
}

/** The shapes that one names: what its values are held against, and its property shapes. */
function below({ constraints, properties }: Shape): Shape[] {
  return [...constraints.flatMap(({ shapes }) => shapes), ...properties];
}
