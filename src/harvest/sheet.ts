/** A table as it leaves the reader: rows of text cells with their place, whatever the file was. */

export interface SheetRow {
  /** NFC text; an empty cell is ''. */
  readonly cells: readonly string[];
  /** `file.csv#L12`, `file.xlsx#Ark!R12`. */
  readonly origin: string;
  readonly line: number;
}

export interface Sheet {
  readonly name: string;
  readonly file: string;
  /** True where each row says how many cells it has (CSV), so that a row of wrong width is a fault. */
  readonly hasWidth: boolean;
  readonly rows: readonly SheetRow[];
}

/** S3 and H14. Decompressed bytes are held in memory, hence far below the 2 GB of a streamed body. */
export const TABLE_LIMITS = {
  entries: 1_000,
  ratio: 100,
  decompressedBytes: 200_000_000,
  rows: 1_000_000,
} as const;
export type TableLimits = Readonly<Record<keyof typeof TABLE_LIMITS, number>>;
