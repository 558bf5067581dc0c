/** Lines of N-Quads with the canonical escapes, gathered. */
import { escapeText } from '../../src/rdf/nquads.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { xsd } from '../../src/rdf/vocabularies.js';

/** A node or a literal as N-Quads writes it. */
export type TermText = string;

export const ref = (iri: string): TermText => `<${iri}>`;
export const text = (value: string, language: string): TermText =>
  `"${escapeText(value)}"@${language}`;
export const plain = (value: string): TermText => `"${escapeText(value)}"`;
export const typed = (value: string, type: string): TermText =>
  `"${value}"^^<${xsd.$.base}${type}>`;

/** Object, or several, of a property. */
export type Described = readonly (readonly [NamedNode, TermText | readonly TermText[]])[];

export class Statements {
  readonly #lines = new Set<string>();
  #graph = '';

  /** Statements, a repeated one counted once. */
  get size(): number {
    return this.#lines.size;
  }

  inGraph(iri: string): void {
    this.#graph = ref(iri);
  }

  describe(subject: string, described: Described): void {
    for (const [property, objects] of described) {
      for (const object of typeof objects === 'string' ? [objects] : objects)
        this.#lines.add(`<${subject}> <${property.value}> ${object} ${this.#graph} .`);
    }
  }

  /** In canonical order: by UTF-16 code unit. */
  sorted(): string[] {
    return [...this.#lines].sort();
  }
}
