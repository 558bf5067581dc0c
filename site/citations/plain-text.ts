/** A citation as running text, as APA's manual (7th edition, 10.9 "Data sets") writes one. */
import type { Translator } from '../translator.js';
import { oneLine, type Citation } from './citation.js';

export function plainText(
  { title, publisher, date, version, iri }: Citation,
  text: Translator,
): string {
  const year = date?.slice(0, 4) ?? text.t('citation.noDate');
  const edition =
    version === undefined ? '' : ` (${text.t('citation.version', { version: oneLine(version) })})`;
  const work = `${oneLine(title)}${edition} [${text.t('citation.kind')}].`;
  // Without an author the title comes first (9.12).
  const parts =
    publisher === undefined ? [work, `(${year}).`] : [`${oneLine(publisher)}. (${year}).`, work];
  return [...parts, iri].join(' ');
}
