/** Files for the table reader's tests: texts in an encoding, workbooks, and zips that need not tell the truth. */
import { crc32, deflateRawSync } from 'node:zlib';
import { utils, write, type CellObject } from '@e965/xlsx';

export type Encoding =
  | 'utf-8'
  | 'utf-8 with mark'
  | 'utf-16le with mark'
  | 'utf-16be with mark'
  | 'utf-16le'
  | 'windows-1252';

export const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le with mark',
  'utf-16be with mark',
  'utf-16le',
  'windows-1252',
];

export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding.startsWith('utf-8'))
    return Buffer.from(encoding.endsWith('mark') ? `\uFEFF${text}` : text, 'utf8');
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  const bytes = Buffer.from(encoding.endsWith('mark') ? `\uFEFF${text}` : text, 'utf16le');
  return encoding.startsWith('utf-16be') ? bytes.swap16() : bytes;
}

type Cell = string | number | boolean | null | CellObject;

/** Sheets as lists of rows; a cell object says more (formula, number format). */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the directory says, when it lies. */
  readonly statedSize?: number;
  readonly flags?: number;
}

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, statedSize, flags = 0 } of entries) {
    const content = Buffer.from(data as string);
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(statedSize ?? content.length, 18);
    shared.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), shared, tail, label]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\u0005\u0006'), end]);
}
