/** The graph of a CONSTRUCT or DESCRIBE as a document. A graph is a set: a triple is written once. */
import { escapeText } from '../../rdf/nquads.js';
import { serialize, type RdfSyntax } from '../../rdf/serialize.js';
import { quad, type NamedNode, type Quad, type Subject } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabularies.js';
import type { Id, TermSpace } from '../evaluate/registers.js';
import { Output, type OutputLimits, type Sink } from './output.js';
import type { ReadableTerms } from './solution-syntax.js';
import { TextCache } from './text-cache.js';

export interface GraphTarget {
  readonly syntax: RdfSyntax;
  readonly terms: TermSpace;
  readonly limits: OutputLimits;
  readonly sink: Sink;
}

/** Ids are below this: two of them fit into one exact number. */
const ID_SPACE = 2 ** 26;

/** N-Triples go out while they come; the other syntaxes are ordered, so they are written at the end. */
export class GraphWriter {
  readonly #target: GraphTarget;
  readonly #output: Output;
  readonly #pairs = new Map<number, number>();
  readonly #seen = new Set<number>();
  readonly #kept: Quad[] = [];
  readonly #texts: TextCache;

  constructor(target: GraphTarget) {
    this.#target = target;
    this.#texts = new TextCache((id) => ntriplesTerm(target.terms, id));
    this.#output = new Output(target.limits, target.sink);
  }

  /** Distinct triples. */
  get rows(): number {
    return this.#output.rows;
  }

  /** The three must make an RDF triple. Throws QUERY_TOO_LARGE. */
  triple(subject: Id, predicate: Id, object: Id): void {
    if (!this.#isNew(subject, predicate, object)) return;
    this.#output.countRow();
    if (this.#target.syntax === 'nt') {
      const text = `${this.#texts.text(subject)} ${this.#texts.text(predicate)} ${this.#texts.text(object)} .\n`;
      this.#output.write(text);
      return;
    }
    const { terms } = this.#target;
    const [s, p, o] = [terms.term(subject), terms.term(predicate), terms.term(object)];
    this.#kept.push(quad(s as Subject, p as NamedNode, o));
  }

  /** Throws QUERY_TOO_LARGE, and what `serialize` throws. */
  end(): void {
    const { syntax } = this.#target;
    if (syntax !== 'nt') this.#output.write(serialize(this.#kept, syntax));
    this.#output.flush();
  }

  #isNew(subject: Id, predicate: Id, object: Id): boolean {
    const key = subject * ID_SPACE + predicate;
    let pair = this.#pairs.get(key);
    if (pair === undefined) this.#pairs.set(key, (pair = this.#pairs.size));
    const before = this.#seen.size;
    return this.#seen.add(pair * ID_SPACE + object).size > before;
  }
}

/** A term of the catalogue in N-Triples: its IRIs were checked when it was published, or made by IRI(). */
function ntriplesTerm(terms: ReadableTerms, id: Id): string {
  const value = terms.value(id);
  const type = terms.termType(id);
  if (type === 'NamedNode') return `<${value}>`;
  if (type === 'BlankNode') return `_:${value}`;
  const text = `"${escapeText(value)}"`;
  const language = terms.language(id);
  if (language !== '') return `${text}@${language}`;
  const datatype = terms.datatype(id);
  return datatype === xsd.string.value ? text : `${text}^^<${datatype}>`;
}
