/** Constraints on value nodes one by one (SHACL 4.1 to 4.4, 4.6, 4.7, 4.8.3), by the parameter that declares them. */
import { isLiteral, isNamedNode, type NamedNode, type Term } from '../../rdf/terms.js';
import { rdf, rdfs, sh } from '../../rdf/vocabularies.js';
import { NONE, type TermId } from '../../store/snapshot.js';
import { Span, type DataGraph } from './data-graph.js';
import type { Binding, Shape, ValueConstraint, ValueTest } from './shapes.js';
import { bindPath } from './walk.js';
import { wellTyped } from './well-typed.js';

/** What a shapes graph says of one parameter of one shape. */
export interface Parameter {
  readonly value: Term;
  /** The members, when the value is a list. */
  readonly list: readonly Term[];
  /** The first value of another parameter of the same shape. */
  readonly other: (parameter: string) => Term | undefined;
  readonly shapeOf: (term: Term) => Shape;
}
/** Undefined for a value that declares nothing. */
type Declaration = (parameter: Parameter) => ValueConstraint | undefined;

export const VALUE_CONSTRAINTS: Readonly<Record<string, Declaration>> = {
  class: ({ value }) =>
    isNamedNode(value)
      ? { ...plain('Class', ({ data }) => classTest(data, value)), reads: 'values' }
      : undefined,
  datatype: ({ value }) => plain('Datatype', ({ data }) => datatypeTest(data, value.value)),
  nodeKind: ({ value }) => plain('NodeKind', ({ data }) => nodeKindTest(data, value)),
  minExclusive: range('MinExclusive', (order) => order > 0),
  minInclusive: range('MinInclusive', (order) => order >= 0),
  maxExclusive: range('MaxExclusive', (order) => order < 0),
  maxInclusive: range('MaxInclusive', (order) => order <= 0),
  minLength: length('MinLength', (found, limit) => found >= limit),
  maxLength: length('MaxLength', (found, limit) => found <= limit),
  pattern: ({ value, other }) => {
    const expression = patternOf(value.value, other('flags')?.value);
    return plain('Pattern', ({ data }) =>
      remembered(data, (id) => !data.isBlank(id) && expression.test(data.terms.value(id))),
    );
  },
  languageIn: ({ list }) => {
    const ranges = list.map((one) => one.value.toLowerCase());
    return plain('LanguageIn', ({ data }) =>
      remembered(data, (id) => isInRanges(data.terms.language(id).toLowerCase(), ranges)),
    );
  },
  in: ({ list }) =>
    plain('In', ({ data }) => {
      const members = new Set(list.map((one) => data.idOf(one)));
      return (id) => members.has(id);
    }),
  not: ({ value, shapeOf }) =>
    asked(
      'Not',
      [shapeOf(value)],
      ([test]) =>
        (id) =>
          !test?.(id),
    ),
  node: ({ value, shapeOf }) => asked('Node', [shapeOf(value)], all),
  and: ({ list, shapeOf }) => asked('And', list.map(shapeOf), all),
  or: ({ list, shapeOf }) =>
    asked('Or', list.map(shapeOf), (tests) => (id) => tests.some((test) => test(id))),
  xone: ({ list, shapeOf }) =>
    asked(
      'Xone',
      list.map(shapeOf),
      (tests) => (id) => tests.filter((test) => test(id)).length === 1,
    ),
};

/**
 * Throws SyntaxError. SHACL takes XPath's regular expressions, by character and not by UTF-16 unit; what JavaScript refuses
 * with `u`, such as an escape that nothing needs, is read without it.
 */
export function patternOf(pattern: string, flags = ''): RegExp {
  try {
    return new RegExp(pattern, `${flags.replace('u', '')}u`);
  } catch {
    return new RegExp(pattern, flags);
  }
}

function plain(component: string, bind: (binding: Binding) => ValueTest): ValueConstraint {
  return { kind: 'value', component, shapes: [], bind };
}

function asked(
  component: string,
  shapes: readonly Shape[],
  join: (tests: readonly ValueTest[]) => ValueTest,
): ValueConstraint {
  const bind = ({ conforms }: Binding): ValueTest => join(shapes.map(conforms));
  return { kind: 'value', component, shapes, bind };
}

function all(tests: readonly ValueTest[]): ValueTest {
  const [only] = tests;
  return only && tests.length === 1 ? only : (id) => tests.every((test) => test(id));
}

/** For tests of the term alone: many things have the same value, and text is dear. */
function remembered(data: DataGraph, test: ValueTest): ValueTest {
  const verdicts = new Uint8Array(data.size);
  return (id) => {
    if (id >= data.size) return test(id);
    const known = verdicts[id];
    if (known !== 0) return known === 1;
    const holds = test(id);
    verdicts[id] = holds ? 1 : 2;
    return holds;
  };
}

/** SHACL instances: of the class or of one below it, as the data say (SHACL 1.1, terminology). */
function classTest(data: DataGraph, type: NamedNode): ValueTest {
  const classes = subclasses(data, type);
  const typeOf = data.predicate(rdf.type);
  const span = new Span();
  return (id) => {
    data.objects(id, typeOf, span);
    for (let at = span.from; at < span.to; at += 1) if (classes.has(span.ids[at] ?? 0)) return true;
    return false;
  };
}

/** The class and all below it. */
export function subclasses(data: DataGraph, type: NamedNode): ReadonlySet<TermId> {
  const id = data.snapshot.terms.idOf(type);
  if (id === NONE) return new Set();
  const below = bindPath(data, {
    kind: 'repeat',
    sign: '*',
    path: { kind: 'inverse', path: { kind: 'predicate', predicate: rdfs.subClassOf } },
  });
  const span = new Span();
  below(id, span);
  return new Set(span.ids.subarray(span.from, span.to));
}

/** Literals of a datatype lie together: whether one is of it, is a matter of its id. */
function datatypeTest(data: DataGraph, datatype: string): ValueTest {
  const types = data.snapshot.terms.literalTypes.filter((one) => one.datatype === datatype);
  const from = types[0]?.from ?? 0;
  const to = types.at(-1)?.to ?? 0;
  const test = wellTyped(data, datatype);
  const isWellTyped = test && remembered(data, test);
  return (id) =>
    (id >= data.size ? data.terms.datatype(id) === datatype : id >= from && id < to) &&
    (isWellTyped === undefined || isWellTyped(id));
}

function nodeKindTest(data: DataGraph, kind: Term): ValueTest {
  const takes = (...names: string[]): boolean => names.some((name) => kind.equals(sh.$.term(name)));
  const iri = takes('IRI', 'BlankNodeOrIRI', 'IRIOrLiteral');
  const blank = takes('BlankNode', 'BlankNodeOrIRI', 'BlankNodeOrLiteral');
  const literal = takes('Literal', 'BlankNodeOrLiteral', 'IRIOrLiteral');
  return (id) => {
    if (data.isIri(id)) return iri;
    return data.isBlank(id) ? blank : literal;
  };
}

/** No comparison holds for NaN: what has no order with the bound is at fault. */
function range(component: string, allows: (order: number) => boolean): Declaration {
  return ({ value }) => {
    if (!isLiteral(value)) return undefined;
    return plain(component, ({ data }) => {
      const bound = data.idOf(value);
      return remembered(data, (id) => allows(data.order(id, bound)));
    });
  };
}

function length(component: string, allows: (found: number, limit: number) => boolean): Declaration {
  return ({ value }) => {
    const limit = Number.parseInt(value.value, 10);
    return plain(component, ({ data }) =>
      remembered(
        data,
        (id) => !data.isBlank(id) && allows(characters(data.terms.value(id)), limit),
      ),
    );
  };
}

/** SPARQL's STRLEN counts characters; JavaScript two for those beyond the Basic Multilingual Plane. */
function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1)
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count -= 1;
  return count;
}

/** Basic filtering of RFC 4647, 3.3.1. */
function isInRanges(language: string, ranges: readonly string[]): boolean {
  if (language === '') return false;
  return ranges.some((one) => one === '*' || language === one || language.startsWith(`${one}-`));
}
