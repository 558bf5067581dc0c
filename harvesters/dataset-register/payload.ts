/** What is kept of a row: its own cells, and what a row of another table must lend it (a record maps only itself). */
import type { RegisterCells } from './columns.js';

export interface RegisterPayload {
  readonly cells: RegisterCells;
  /** datasett: ids of its distributions. */
  readonly distributions?: readonly string[];
  /** distribusjon: its dataset's id and the class label of that row. */
  readonly dataset?: { readonly id: string; readonly recordClass?: string };
  /** distribusjon, datatjeneste: high-value categories stated for the dataset(s). */
  readonly hvdCategories?: readonly string[];
  /** distribusjon without an address of its own: where its service answers. */
  readonly serviceEndpoint?: string;
}
