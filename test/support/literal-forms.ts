/** Every form of literal that an engine is known to change, and what Virtuoso 7.2.5 gives back in a SELECT. */
export interface LiteralForm {
  readonly text: string;
  /** Local name in XML Schema, or a whole IRI. */
  readonly type: string;
  /** `text^^type` as it comes back; the same when undefined. */
  readonly back?: string;
  /** Loaded as a plain string, and why. */
  readonly asText?: 'ill-typed' | 'altered';
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral';
const same = (type: string, ...texts: string[]): LiteralForm[] =>
  texts.map((text) => ({ text, type }));
const illTyped = (type: string, ...texts: string[]): LiteralForm[] =>
  texts.map((text) => ({ text, type, back: `${text}^^string`, asText: 'ill-typed' }));
const altered = (type: string, text: string): LiteralForm => ({
  text,
  type,
  back: `${text}^^string`,
  asText: 'altered',
});

export const LITERAL_FORMS: readonly LiteralForm[] = [
  ...same('nonNegativeInteger', '5'),
  ...same('positiveInteger', '5'),
  ...same('int', '5'),
  ...same('long', '5'),
  ...same('byte', '5'),
  { text: '007', type: 'integer', back: '7^^integer' },
  { text: '+5', type: 'integer', back: '5^^integer' },
  { text: '9223372036854775808', type: 'integer', back: '9223372036854775808^^decimal' },
  { text: '1.50', type: 'decimal', back: '1.5^^decimal' },
  { text: '1E0', type: 'double', back: '1.0^^double' },
  { text: '123456.789', type: 'double', back: '123457.0^^double' },
  { text: '1', type: 'float', back: '1.0^^float' },
  { text: '1', type: 'boolean', back: 'true^^boolean' },
  ...same('boolean', 'true', 'false'),
  ...same('dateTime', '2020-01-01T00:00:00Z', '2020-01-01T24:00:00Z', '2026-06-01T08:30:00+02:00'),
  {
    text: '2020-01-01T00:00:00.000+00:00',
    type: 'dateTime',
    back: '2020-01-01T00:00:00Z^^dateTime',
  },
  ...same('date', '2020-01-01', '2020-01-01Z'),
  ...same('time', '10:00:00'),
  ...same('gYear', '2020'),
  ...same('gYearMonth', '2020-02'),
  ...same('anyURI', 'x'),
  ...same('hexBinary', '00FF'),
  ...same('http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON', '{"a":1}'),
  ...same('string', '', '1', 'linje\nto\t"sitat" \\ 😀 \u0007'),
  altered('duration', 'P1Y'),
  altered('duration', 'PT36H'),
  altered('dayTimeDuration', 'PT36H'),
  altered(WKT, 'POLYGON((1 2, 3 4, 1 2))'),
  ...illTyped('integer', 'abc', '', '1 '),
  ...illTyped('nonNegativeInteger', '-1'),
  ...illTyped('byte', '300'),
  ...illTyped('boolean', 'kanskje'),
  ...illTyped('double', '1e'),
  ...illTyped('date', '2020-02-30', '2020'),
  ...illTyped('dateTime', '2020-13-01T00:00:00'),
  ...illTyped('time', '12:00'),
];

export function typeIri({ type }: LiteralForm): string {
  return type.includes(':') ? type : XSD + type;
}

/** The n-th form is the value of `urn:form:n`. */
export function nquadsOf(forms: readonly LiteralForm[], graph: string): string {
  return forms
    .map((form, index) => {
      const text = form.text
        .replace(/[\\"]/g, '\\$&')
        .replaceAll('\n', '\\n')
        .replaceAll('\t', '\\t')
        .replaceAll('\u0007', '\\u0007');
      const type = form.type === 'string' ? '' : `^^<${typeIri(form)}>`;
      return `<urn:form:${index}> <urn:p> "${text}"${type} <${graph}> .\n`;
    })
    .join('');
}
