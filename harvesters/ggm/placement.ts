/** Which domain an element lies in: by its package, else by GEMMA's list. */
import { foldId } from './ids.js';
import type { Domain, PackageTree } from './packages.js';
import type { Row } from './read.js';

export class Placement {
  readonly #tree: PackageTree;
  readonly #gemma: ReadonlyMap<string, string>;
  readonly #byFoldedId: ReadonlyMap<string, Domain>;

  /** `gemma`: folded element → folded domain package. */
  constructor(tree: PackageTree, gemma: ReadonlyMap<string, string>) {
    this.#tree = tree;
    this.#gemma = gemma;
    this.#byFoldedId = new Map(tree.domains().map((domain) => [foldId(domain.id), domain]));
  }

  domainOf({ cells }: Row): Domain | undefined {
    const found = this.#tree.domainOf(cells.package_id);
    return found ?? this.#byFoldedId.get(this.#gemma.get(foldId(cells.id ?? '')) ?? '');
  }

  /** As a part of a payload. */
  moduleOf(row: Row | undefined): { readonly module?: string } {
    const domain = row && this.domainOf(row);
    return domain ? { module: domain.id } : {};
  }
}
