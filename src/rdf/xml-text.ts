/** Text in XML 1.0 (https://www.w3.org/TR/xml/, 2.2 and 2.4), for all that we write as XML. */

/** Characters that XML 1.0 cannot hold, not even as references. Unpaired surrogates are among them. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** U+0085 and U+2028 are line ends in XML 1.1, and some readers make them so in 1.0 too. */
const ATTRIBUTE_UNSAFE = /[&<>"\t\n\r\u0085\u2028]/g;
const TEXT_UNSAFE = /[&<>\r\u0085\u2028]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
};

/** False when no escape can make an XML document of it. */
export function isXmlText(text: string): boolean {
  return !NOT_XML.test(text);
}

/** Content of an element. */
export function xmlText(text: string): string {
  return text.replace(TEXT_UNSAFE, escapeChar);
}

/** Value of an attribute between double quotes. */
export function xmlAttribute(text: string): string {
  return text.replace(ATTRIBUTE_UNSAFE, escapeChar);
}

function escapeChar(char: string): string {
  return ESCAPES[char] ?? char;
}
