/** Which representation of a result: of solutions JSON, XML, CSV or TSV, of a graph each RDF syntax; HTML means the page. */
import { RESULT_MEDIA_TYPES, type ResultFormat } from '../../src/query/query-engine.js';
import type { QueryForm } from '../../src/query/text-scan.js';
import { RDF_SYNTAXES, type RdfSyntax } from '../../src/rdf/serialize.js';
import { negotiateType } from '../negotiation.js';

export type AnswerFormat = ResultFormat | RdfSyntax;
export type SparqlFormat = AnswerFormat | 'html';
export interface FormatOffer<Format extends SparqlFormat = SparqlFormat> {
  readonly format: Format;
  /** Bare type, as it is matched against Accept. */
  readonly type: string;
  readonly label: string;
}

export const RESULT_OFFERS: readonly FormatOffer<ResultFormat>[] = (
  ['json', 'xml', 'csv', 'tsv'] as const
).map((format) => ({
  format,
  type: bareType(RESULT_MEDIA_TYPES[format]),
  label: format.toUpperCase(),
}));
export const GRAPH_OFFERS: readonly FormatOffer<RdfSyntax>[] = RDF_SYNTAXES.map(
  ({ syntax, mediaType, label }) => ({ format: syntax, type: mediaType, label }),
);
export const PAGE_OFFER: FormatOffer = { format: 'html', type: 'text/html', label: 'HTML' };
/** Names that clients ask by, though the answer bears the registered type. */
const LOOSE: readonly FormatOffer[] = [
  { format: 'json', type: 'application/json', label: 'JSON' },
  // What negotiation reads `application/xml` as.
  { format: 'xml', type: 'application/rdf+xml', label: 'XML' },
];

/** Without the page. A query whose form cannot be told is offered all: the engine will say what is wrong with it. */
export function answerOffers(form: QueryForm | undefined): readonly FormatOffer<AnswerFormat>[] {
  if (form === undefined) return [...RESULT_OFFERS, ...GRAPH_OFFERS];
  return isGraphForm(form) ? GRAPH_OFFERS : RESULT_OFFERS;
}

/** Undefined: 406. A `format` that does not fit the query is not acceptable either. */
export function chooseFormat(
  form: QueryForm | undefined,
  accept: string | undefined,
  format: string | undefined,
): SparqlFormat | undefined {
  const offers = [...answerOffers(form), PAGE_OFFER];
  if (format !== undefined) return offers.find((one) => one.format === format)?.format;
  const known = form !== undefined && isGraphForm(form) ? offers : [...offers, ...LOOSE];
  const type = negotiateType(accept, [...new Set(known.map((one) => one.type))]);
  return known.find((one) => one.type === type)?.format;
}

export function isResultFormat(format: AnswerFormat): format is ResultFormat {
  return Object.hasOwn(RESULT_MEDIA_TYPES, format);
}

function isGraphForm(form: QueryForm): boolean {
  return form === 'construct' || form === 'describe';
}

function bareType(type: string): string {
  return type.split(';', 1)[0] ?? type;
}
