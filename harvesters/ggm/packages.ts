/**
 * The package tree (model.md 2.1; 8.2, rule 8): packages marked `Domein` are modules; the nearest one whose name begins with a
 * number gives the policy area. All others (`Model …`, `Diagram …`) only sort what lies in them.
 */
import type { TableRow } from '../../src/harvest/columns.js';
import type { Field, GgmCells } from './tables.js';

export interface Domain {
  readonly id: string;
  readonly row: TableRow<Field>;
  readonly name: string;
  readonly parent?: string;
  readonly area?: string;
  readonly layer: number;
}

const DOMAIN = 'Domein';
export const ROOT = 'Basismodel';

/** The horizontal layers (model.md 2.1): the core lies under all, then what every policy domain uses. */
const LAYERS: Readonly<Record<string, number>> = {
  '99 Kern': 0,
  ICT: 1,
  Financien: 1,
  '10 Dienstverlening': 1,
};
const POLICY_LAYER = 2;

export class PackageTree {
  readonly #rows: ReadonlyMap<string, TableRow<Field>>;
  readonly #domains = new Map<string, Domain>();

  constructor(rows: readonly TableRow<Field>[]) {
    this.#rows = new Map(rows.map((row) => [row.cells.id ?? '', row]));
    for (const id of this.#rows.keys()) this.#domain(id);
  }

  domains(): readonly Domain[] {
    return [...this.#domains.values()];
  }

  /** The package itself when it is a domain, else the nearest one above it. */
  domainOf(packageId: string | undefined): Domain | undefined {
    const found = this.#upFrom(packageId).find(({ stereotype }) => stereotype === DOMAIN);
    return found?.id === undefined ? undefined : this.#domains.get(found.id);
  }

  #domain(id: string): void {
    const row = this.#rows.get(id);
    if (row?.cells.stereotype !== DOMAIN) return;
    const [, ...above] = this.#upFrom(id);
    const names = this.#upFrom(id).map(({ name }) => name ?? '');
    const parent = above.find(({ stereotype }) => stereotype === DOMAIN)?.id;
    const area = names.map((name) => /^\d+/.exec(name)?.[0]).find((one) => one !== undefined);
    this.#domains.set(id, {
      id,
      row,
      name: row.cells.name ?? '',
      layer: names.map((name) => LAYERS[name]).find((one) => one !== undefined) ?? POLICY_LAYER,
      ...(parent === undefined ? {} : { parent }),
      ...(area === undefined ? {} : { area }),
    });
  }

  /** The package and those around it, from the inside out; a ring ends where it began. */
  #upFrom(packageId: string | undefined): readonly GgmCells[] {
    const path = new Map<string, GgmCells>();
    for (let id = packageId; id !== undefined && !path.has(id);) {
      const cells: GgmCells | undefined = this.#rows.get(id)?.cells;
      if (!cells) break;
      path.set(id, cells);
      id = cells.parent_package_id;
    }
    return [...path.values()];
  }
}
