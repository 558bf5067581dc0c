/** Typed vocabularies: `dcat.Dataset` is a NamedNode, a misspelt term does not compile. */
import { iri } from '../model/iri.js';
import { namedNode, type NamedNode } from './terms.js';

export type Vocabulary<Name extends string> = Readonly<Record<Name, NamedNode>> & {
  /** Namespace and term for a local name that is known only when the program runs (a code, for example). */
  readonly $: { readonly base: string; term(localName: string): NamedNode };
};

export function vocabulary<const Names extends readonly string[]>(
  base: string,
  ...names: Names
): Vocabulary<Names[number]> {
  const term = (localName: string): NamedNode => namedNode(iri(base + localName));
  const terms = Object.fromEntries(names.map((name) => [name, term(name)]));
  return Object.freeze({ ...terms, $: { base, term } }) as unknown as Vocabulary<Names[number]>;
}
