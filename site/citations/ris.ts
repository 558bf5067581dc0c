/** RIS (Research Information Systems' format, as reference managers import it): two letters, two spaces, hyphen, space; CR LF. */
import { oneLine, type Citation } from './citation.js';

export function ris(citation: Citation): string {
  const { key, title, publisher, date, version, abstract, keywords, language, iri } = citation;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'DATA'],
    ['ID', key],
    // A comma parts the last name from the first: an organisation has none.
    ['AU', publisher?.replaceAll(',', ' ')],
    ['TI', title],
    ['PB', publisher],
    ['PY', date?.slice(0, 4)],
    ['DA', date?.replaceAll('-', '/')],
    ['ET', version],
    ['AB', abstract],
    ...keywords.map((one) => ['KW', one] as const),
    ['LA', language],
    ['UR', iri],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`]))
    .join('');
}
