/**
 * A strict reader of XML 1.0 with namespaces, independent of what writes ours: it refuses everything that is not well-formed, and
 * document types besides, since none of our documents has one.
 */

export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Local name, or `{namespace}name` for one with a prefix, → value. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly XmlElement[];
  /** Of the element itself, without that of the elements in it. */
  readonly text: string;
  /** As it stands in the document. */
  readonly source: string;
}

const NAME = '[A-Za-z_][\\w.-]*';
const QNAME = `${NAME}(?::${NAME})?`;
const TOKEN = new RegExp(
  [
    `<\\?[\\s\\S]*?\\?>`,
    `<!--(?:(?!--)[\\s\\S])*-->`,
    `</(${QNAME})\\s*>`,
    `<(${QNAME})((?:\\s+${QNAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
    `[^<]+`,
  ].join('|'),
  'y',
);
const ATTRIBUTE = new RegExp(`(${QNAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const XML = 'http://www.w3.org/XML/1998/namespace';

interface Open {
  readonly qname: string;
  readonly from: number;
  readonly scope: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: XmlElement[];
  text: string;
}

/** Throws SyntaxError for what no XML processor may accept. */
export function readXml(source: string): XmlElement {
  if (NOT_XML.test(source)) throw new SyntaxError('a character that XML cannot hold');
  if (!/^<\?xml version="1\.0" encoding="UTF-8"\?>/.test(source))
    throw new SyntaxError('no declaration of XML 1.0 in UTF-8 at the beginning');
  const reader = new Reader(source);
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < source.length;) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (!found) throw new SyntaxError(`not well-formed: ${source.slice(from, from + 60)}`);
    const [token, ended, begun, attributes = '', empty] = found;
    if (begun !== undefined) reader.begin(begun, attributes, from);
    if (ended !== undefined) reader.end(TOKEN.lastIndex, ended);
    else if (empty === '/') reader.end(TOKEN.lastIndex, begun);
    else if (!token.startsWith('<')) reader.text(token);
  }
  return reader.whole();
}

class Reader {
  readonly #source: string;
  readonly #open: Open[] = [];
  #root: XmlElement | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  begin(qname: string, attributes: string, from: number): void {
    if (this.#root) throw new SyntaxError('a second root');
    this.#open.push(begin(qname, attributes, from, this.#open.at(-1)?.scope));
  }

  end(to: number, qname: string | undefined): void {
    const ended = this.#open.pop();
    if (!ended || ended.qname !== qname) throw new SyntaxError(`${qname} ends what is not open`);
    const made = elementOf(ended, this.#source.slice(ended.from, to));
    const outer = this.#open.at(-1);
    if (outer) outer.elements.push(made);
    else this.#root = made;
  }

  text(token: string): void {
    const inside = this.#open.at(-1);
    if (inside) inside.text += decoded(token);
    else if (token.trim() !== '') throw new SyntaxError('text outside the root');
  }

  whole(): XmlElement {
    if (!this.#root || this.#open.length > 0) throw new SyntaxError('the document is cut off');
    return this.#root;
  }
}

function begin(
  qname: string,
  text: string,
  from: number,
  outer: ReadonlyMap<string, string> = new Map([['xml', XML]]),
): Open {
  const given = [...text.matchAll(ATTRIBUTE)].map(
    ([, name = '', double, single]) => [name, decoded(double ?? single ?? '')] as const,
  );
  const scope = new Map(outer);
  for (const [name, value] of given) {
    if (name === 'xmlns') scope.set('', value);
    else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
  }
  const attributes = new Map<string, string>();
  for (const [name, value] of given) {
    if (/^xmlns(:|$)/.test(name)) continue;
    const [prefix, local] = split(name);
    const key = prefix === '' ? local : `{${namespaceOf(prefix, scope)}}${local}`;
    if (attributes.has(key)) throw new SyntaxError(`${name} stands twice`);
    attributes.set(key, value);
  }
  return { qname, from, scope, attributes, elements: [], text: '' };
}

function elementOf({ qname, scope, attributes, elements, text }: Open, source: string): XmlElement {
  const [prefix, name] = split(qname);
  const namespace = prefix === '' ? (scope.get('') ?? '') : namespaceOf(prefix, scope);
  return { namespace, name, attributes, elements, text, source };
}

function split(qname: string): [prefix: string, local: string] {
  const at = qname.indexOf(':');
  return at === -1 ? ['', qname] : [qname.slice(0, at), qname.slice(at + 1)];
}

function namespaceOf(prefix: string, scope: ReadonlyMap<string, string>): string {
  const found = scope.get(prefix);
  if (found === undefined) throw new SyntaxError(`the prefix ${prefix} is not declared`);
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  if (text.includes(']]>')) throw new SyntaxError(']]> in text');
  return text.replace(/&(?:#x([\da-fA-F]+);|#(\d+);|(\w+);)?/g, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    const known = typeof name === 'string' ? ENTITIES[name] : undefined;
    if (known === undefined) throw new SyntaxError(`${whole} is no reference`);
    return known;
  });
}
