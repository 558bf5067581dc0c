/** Aliases of all sources: how one record refers to another without knowing its IRI (H10). */
import type { Iri } from '../model/iri.js';

export class AliasTable {
  readonly #targets = new Map<string, Set<Iri>>();

  add(name: string, target: Iri): void {
    const targets = this.#targets.get(name);
    if (targets) targets.add(target);
    else this.#targets.set(name, new Set([target]));
  }

  /** What is left of every alias that begins so: the names a mistyped one may have meant. */
  names(prefix: string): readonly string[] {
    return [...this.#targets.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
      .sort();
  }

  /** All IRIs known by the alias, sorted: none = dangling, several = ambiguous. */
  resolve(name: string): readonly Iri[] {
    return [...(this.#targets.get(name) ?? [])].sort();
  }
}
