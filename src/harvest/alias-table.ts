/** Aliases of all sources: how one record refers to another without knowing its IRI (H10). */
import type { Iri } from '../model/iri.js';

export class AliasTable {
  readonly #targets = new Map<string, Set<Iri>>();

  add(name: string, target: Iri): void {
    const targets = this.#targets.get(name);
    if (targets) targets.add(target);
    else this.#targets.set(name, new Set([target]));
  }

  /** All IRIs known by the alias, sorted: none = dangling, several = ambiguous. */
  resolve(name: string): readonly Iri[] {
    return [...(this.#targets.get(name) ?? [])].sort();
  }
}
