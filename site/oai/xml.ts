/** Elements of the answers; what goes into them is escaped here and nowhere else. */
import { isXmlText, xmlAttribute, xmlText } from '../../src/rdf/xml-text.js';

/** Text that is XML already. */
export type Xml = string & { readonly __brand: 'Xml' };

/** Attributes that are undefined are left out. Content that is no XML is text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly Xml[]
): Xml {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlAttribute(value)}"`))
    .join('');
  const inside = content.join('');
  return (inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`) as Xml;
}

/** Characters that XML cannot hold become U+FFFD: one bad character must not cost the whole answer. */
export function text(value: string): Xml {
  const safe = isXmlText(value)
    ? value
    : [...value].map((one) => (isXmlText(one) ? one : '\ufffd')).join('');
  return xmlText(safe) as Xml;
}

/** An element with nothing but text. */
export function textElement(name: string, value: string): Xml {
  return element(name, {}, text(value));
}
