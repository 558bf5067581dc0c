/** Description of a CSV file for machines: W3C Metadata Vocabulary for Tabular Data (csvw), §5. Pure. */
import type { ColumnType, PreviewColumn, PreviewProfile } from '../model/preview.js';

const DATATYPES: Readonly<Record<ColumnType, string>> = {
  integer: 'integer',
  number: 'decimal',
  year: 'gYear',
  period: 'string',
  date: 'string',
  boolean: 'string',
  code: 'string',
  text: 'string',
};

/** Undefined for what is not delimited text. `url` is where the file is. */
export function csvwOf(profile: PreviewProfile, url: string): object | undefined {
  const { delimiter, encoding, columns } = profile;
  if (delimiter === undefined || encoding === undefined) return undefined;
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    dialect: { delimiter, encoding, header: true },
    tableSchema: { columns: columns.map((one, at) => describe(one, at, columns)) },
  };
}

function describe(column: PreviewColumn, at: number, all: readonly PreviewColumn[]): object {
  const { name } = column;
  // A name is a variable of URI templates (§5.6), and stands once: what is none, or stands twice, goes by its number.
  const isName =
    /^[A-Za-z0-9][A-Za-z0-9_]*$/.test(name) && all.filter((one) => one.name === name).length === 1;
  return {
    name: isName ? name : `col.${at + 1}`,
    ...(name === '' ? {} : { titles: name }),
    datatype: datatypeOf(column),
  };
}

function datatypeOf({ type, hasDecimalComma, example }: PreviewColumn): string | object {
  if (type === 'number' && hasDecimalComma)
    return { base: 'decimal', format: { decimalChar: ',', groupChar: ' ' } };
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(example ?? '')) return 'date';
  return DATATYPES[type];
}
