/** XLSX as text cells. Stored values only: no formula is evaluated, no link followed, no macro read (P5). */
import { read, SSF, type CellObject, type WorkBook } from '@e965/xlsx';
import { CatalogError } from '../model/errors.js';
import { checkZip } from './table-reader-zip.js';
import type { Sheet, SheetRow, TableLimits } from './sheet.js';

/** The library's number formats; its own types say `any`. */
const formats = SSF as {
  is_date(format: string): boolean;
  parse_date_code(value: number, options: { readonly date1904: boolean }): DateParts | null;
};
interface DateParts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws CatalogError FILE_UNREADABLE. */
export function readXlsx(bytes: Uint8Array, file: string, limits: TableLimits): Sheet[] {
  if (OLE.every((byte, index) => bytes[index] === byte)) throw unreadable(file, oleCause(bytes));
  checkZip(bytes, file, limits);
  const book = open(bytes, file);
  const has1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name) => ({
    name,
    file,
    hasWidth: false,
    rows: rowsOf(book, name, { file, has1904 }),
  }));
}

/** A workbook with a password is an OLE file with a stream of this name; without it, it is an old `.xls`. */
function oleCause(bytes: Uint8Array): string {
  const marker = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker)
    ? 'filen har passord'
    : 'gammelt Excel-format; lagre som .xlsx eller .csv og prøv igjen';
}

function open(bytes: Uint8Array, file: string): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      bookVBA: false,
    });
  } catch (error) {
    throw new CatalogError('FILE_UNREADABLE', { file, cause: 'ikke en hel arbeidsbok' }, error);
  }
}

interface Place {
  readonly file: string;
  readonly has1904: boolean;
}

function rowsOf(book: WorkBook, name: string, place: Place): SheetRow[] {
  // With `dense` the rows stand in '!data'; the library's types know only the sparse form.
  const grid = (book.Sheets[name] as { '!data'?: (CellObject | undefined)[][] } | undefined)?.[
    '!data'
  ];
  const rows: SheetRow[] = [];
  grid?.forEach((cells, index) => {
    const texts = Array.from(cells, (cell) => (cell ? cellText(cell, place.has1904) : ''));
    if (texts.every((text) => text.trim() === '')) return;
    const line = index + 1;
    rows.push({ cells: texts, line, origin: `${place.file}#${name}!R${line}` });
  });
  return rows;
}

function cellText(cell: CellObject, has1904: boolean): string {
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell.v, cell.z, has1904);
  if (cell.t === 'e') return '#FEIL';
  if (cell.v === undefined) return '';
  return String(cell.v).replace(/\r\n?/g, '\n').normalize('NFC');
}

/** Dates by their format, leading zeros by theirs; any other number in full, without grouping. */
function numberText(value: number, format: string | number | undefined, has1904: boolean): string {
  const pattern = typeof format === 'string' ? format : '';
  if (/^0{2,20}$/.test(pattern) && Number.isInteger(value))
    return String(value).padStart(pattern.length, '0');
  if (!formats.is_date(pattern)) return String(value);
  const date = formats.parse_date_code(value, { date1904: has1904 });
  if (!date) return String(value);
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`;
  const time = `${two(date.H)}:${two(date.M)}:${two(date.S)}`;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

function unreadable(file: string, cause: string): CatalogError {
  return new CatalogError('FILE_UNREADABLE', { file, cause });
}
