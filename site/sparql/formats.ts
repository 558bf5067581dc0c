/** Which representation of a result: of solutions JSON, XML, CSV or TSV, of a graph each RDF syntax; HTML means the page. */
import { RESULT_MEDIA_TYPES, type ResultFormat } from '../../src/query/query-engine.js';
import type { RdfSyntax } from '../../src/rdf/serialize.js';
import { DOCUMENT_SYNTAXES } from '../document-syntaxes.js';
import { negotiateType } from '../negotiation.js';

export type SparqlFormat = ResultFormat | RdfSyntax | 'html';
type QueryKind = 'select' | 'ask' | 'construct' | 'describe' | undefined;
export interface FormatOffer {
  readonly format: SparqlFormat;
  readonly type: string;
}

const RESULTS: readonly FormatOffer[] = (['json', 'xml', 'csv', 'tsv'] as const).map((format) => ({
  format,
  type: bareType(RESULT_MEDIA_TYPES[format]),
}));
/** Names that clients ask by, though the answer bears the registered type. */
const LOOSE: readonly FormatOffer[] = [
  { format: 'json', type: 'application/json' },
  { format: 'xml', type: 'application/rdf+xml' }, // what `application/xml` is read as
];
const GRAPHS: readonly FormatOffer[] = DOCUMENT_SYNTAXES.map(({ syntax, mediaType }) => ({
  format: syntax,
  type: mediaType,
}));
const PAGE: FormatOffer = { format: 'html', type: 'text/html' };

export function offersFor(kind: QueryKind): readonly FormatOffer[] {
  if (kind === 'construct' || kind === 'describe') return [...GRAPHS, PAGE];
  if (kind === 'ask' || kind === 'select') return [...RESULTS, PAGE];
  return [...RESULTS, ...GRAPHS, PAGE];
}

/** Undefined: 406. A `format` that does not fit the query is not acceptable either. */
export function chooseFormat(
  kind: QueryKind,
  accept: string | undefined,
  format: string | undefined,
): SparqlFormat | undefined {
  const offers = offersFor(kind);
  if (format !== undefined) return offers.find((one) => one.format === format)?.format;
  const loose = kind === 'construct' || kind === 'describe' ? [] : LOOSE;
  const known = [...offers, ...loose];
  const type = negotiateType(accept, [...new Set(known.map((one) => one.type))]);
  return known.find((one) => one.type === type)?.format;
}

export function isResultFormat(format: SparqlFormat): format is ResultFormat {
  return Object.hasOwn(RESULT_MEDIA_TYPES, format);
}

function bareType(type: string): string {
  return type.split(';', 1)[0] ?? type;
}
