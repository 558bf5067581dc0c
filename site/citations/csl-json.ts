/** CSL-JSON 1.0 (https://github.com/citation-style-language/schema): an array of items, as citation processors take it. */
import type { Citation } from './citation.js';

export function cslJson(citation: Citation): string {
  const { key, title, publisher, date, version, abstract, keywords, language, iri } = citation;
  const item = {
    id: key,
    type: 'dataset',
    title,
    // The schema's name for what has no first and last name.
    author: publisher === undefined ? undefined : [{ literal: publisher }],
    publisher,
    issued: date === undefined ? undefined : { 'date-parts': [date.split('-').map(Number)] },
    version,
    abstract,
    keyword: keywords.length > 0 ? keywords.join(', ') : undefined,
    language,
    URL: iri,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}
