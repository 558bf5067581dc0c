/** An engine's SPARQL 1.1 Query Results JSON, Virtuoso's peculiarities included, as rows for our own writers. */
import { rdf, xsd } from '../rdf/vocabularies.js';
import { UNBOUND, type Id } from './evaluate/registers.js';
import type { ReadableTerms } from './results/solution-syntax.js';

interface JsonTerm {
  readonly type: 'uri' | 'bnode' | 'literal' | 'typed-literal';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}
type Binding = Readonly<Record<string, JsonTerm>>;

export type RemoteAnswer =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | {
      readonly kind: 'bindings';
      readonly variables: readonly string[];
      readonly bindings: readonly Binding[];
    };

/** Undefined for a body that is no such document: cut off, or an error under status 200. */
export function parseAnswer(body: Uint8Array): RemoteAnswer | undefined {
  let document: unknown;
  try {
    document = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof document !== 'object' || document === null) return undefined;
  const { head, results, boolean } = document as {
    readonly head?: { readonly vars?: readonly string[] };
    readonly results?: { readonly bindings?: readonly Binding[] };
    readonly boolean?: unknown;
  };
  if (typeof boolean === 'boolean') return { kind: 'boolean', value: boolean };
  const bindings = results?.bindings;
  if (!Array.isArray(bindings)) return undefined;
  return { kind: 'bindings', variables: head?.vars ?? [], bindings: bindings as Binding[] };
}

/** The terms of one answer by number, each once. */
export class AnswerTerms implements ReadableTerms {
  readonly #terms: JsonTerm[] = [];
  readonly #ids = new Map<string, Id>();
  readonly #blanks = new Map<string, string>();

  idOf(term: JsonTerm | undefined): Id {
    if (term === undefined) return UNBOUND;
    const key = `${term.type} ${term.datatype ?? ''} ${term['xml:lang'] ?? ''} ${term.value}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#terms.push(this.#read(term)) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  termType(id: Id): 'NamedNode' | 'BlankNode' | 'Literal' {
    const { type } = this.#at(id);
    if (type === 'uri') return 'NamedNode';
    return type === 'bnode' ? 'BlankNode' : 'Literal';
  }

  value(id: Id): string {
    return this.#at(id).value;
  }

  language(id: Id): string {
    return this.#at(id)['xml:lang'] ?? '';
  }

  datatype(id: Id): string {
    const { datatype, 'xml:lang': language } = this.#at(id);
    if (this.termType(id) !== 'Literal') return '';
    return language === undefined ? (datatype ?? xsd.string.value) : rdf.langString.value;
  }

  #at(id: Id): JsonTerm {
    return this.#terms[id] as JsonTerm;
  }

  #read(term: JsonTerm): JsonTerm {
    // A label like `nodeID://b10001` has no place in the text formats.
    if (term.type === 'bnode') return { ...term, value: this.#blank(term.value) };
    // Virtuoso's truth values are numbers in JSON, and words in its other formats.
    if (term.datatype === xsd.boolean.value)
      return { ...term, value: TRUTH[term.value] ?? term.value };
    return term;
  }

  #blank(label: string): string {
    const known = this.#blanks.get(label) ?? `b${this.#blanks.size}`;
    this.#blanks.set(label, known);
    return known;
  }
}

const TRUTH: Readonly<Partial<Record<string, string>>> = { '1': 'true', '0': 'false' };
