/** BibTeX as biblatex reads it: `@dataset` (manual 2.1.1), text in UTF-8, what TeX would take for a command written out. */
import { oneLine, type Citation } from './citation.js';

/** Braces in the order they stand are part of the syntax even when escaped, so they are commands without braces. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

export function bibtex(citation: Citation): string {
  const { key, title, publisher, date, version, keywords, language, iri } = citation;
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Twice braced: an organisation is no person with a first and a last name, and a title keeps its capitals.
    ['author', publisher && `{${inTex(publisher)}}`],
    ['title', `{${inTex(title)}}`],
    ['publisher', publisher && inTex(publisher)],
    ['date', date],
    ['version', version && inTex(version)],
    // A comma would end the keyword.
    ['keywords', keywords.map((one) => inTex(one.replaceAll(',', ' '))).join(', ') || undefined],
    ['langid', LANGUAGES[language]],
    ['url', inUrl(iri)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}}`],
  );
  return `@dataset{${entryKey(key)},\n${lines.join(',\n')}\n}\n`;
}

const LANGUAGES = { nb: 'norsk', nn: 'nynorsk', en: 'english' } as const;

function inTex(text: string): string {
  return oneLine(text).replace(/[\\{}~^#$%&_]/g, (char) => SPECIAL[char] ?? char);
}

/** Verbatim, but for what would end the field. */
function inUrl(iri: string): string {
  return iri.replace(/[\\{}%\s]/g, (char) => (char === '%' ? '%' : encodeURIComponent(char)));
}

/** No comma, brace, quote, percent sign or space may stand in it. */
function entryKey(key: string): string {
  return key.replace(/[^\w.:+/-]/g, '-');
}
