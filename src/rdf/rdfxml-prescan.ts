/**
 * Looks at RDF/XML before the parser does and refuses what could hang it or reach outside (safety P1): external DTDs,
 * entities that lead to other entities, files or addresses, entities by the megabyte, deep nesting, truncated documents.
 * Iterative, on decoded text. Plain namespace entities pass: real DCAT has them.
 */
import { CatalogError } from '../model/errors.js';

export const RDFXML_LIMITS = {
  depth: 256,
  entities: 256,
  entityCharacters: 1_024,
  expandedCharacters: 10_000_000,
} as const;

const ENTITY = /<!ENTITY\s+(%\s+)?([^\s%"'<>]+)\s+("[^"]*"|'[^']*'|[A-Z]+\b)/y;
const REFERENCE = /&([^#;&<>\s]{1,200});/g;
const QUOTE_OR_END = /["'>]/g;

/** Throws CatalogError PARSE_FAILED with file and line. */
export function prescanRdfXml(text: string, file = 'RDF/XML'): void {
  const scan = new Prescan(text, file);
  scan.run();
}

class Prescan {
  readonly #text: string;
  readonly #file: string;
  readonly #entities = new Map<string, number>();
  #depth = 0;
  #roots = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  run(): void {
    let at = this.#text.indexOf('<');
    while (at >= 0) at = this.#text.indexOf('<', this.#pass(at));
    if (this.#depth > 0)
      this.#refuse(this.#text.length, 'dokumentet slutter før elementene er lukket');
    if (this.#roots === 0) this.#refuse(0, 'dokumentet har ingen elementer');
    this.#countReferences();
  }

  /** Returns the position after the markup that begins at `at`. */
  #pass(at: number): number {
    if (this.#text.startsWith('<!--', at)) return this.#after('-->', at + 4);
    if (this.#text.startsWith('<![CDATA[', at)) return this.#after(']]>', at + 9);
    if (this.#text.startsWith('<?', at)) return this.#after('?>', at + 2);
    if (this.#text.startsWith('<!', at)) return this.#doctype(at);
    return this.#tag(at);
  }

  #tag(at: number): number {
    const end = this.#endOfTag(at);
    if (this.#text[at + 1] === '/') {
      this.#depth -= 1;
      if (this.#depth < 0) this.#refuse(at, 'sluttmerke uten startmerke');
    } else {
      if (this.#depth === 0) this.#roots += 1;
      if (this.#text[end - 2] !== '/') this.#depth += 1;
      if (this.#depth > RDFXML_LIMITS.depth) {
        this.#refuse(at, `elementene er nøstet dypere enn ${RDFXML_LIMITS.depth}`);
      }
    }
    return end;
  }

  #endOfTag(at: number): number {
    let from = at + 1;
    for (;;) {
      QUOTE_OR_END.lastIndex = from;
      const found = QUOTE_OR_END.exec(this.#text);
      if (!found) this.#refuse(at, 'dokumentet slutter inne i et merke');
      if (found[0] === '>') return found.index + 1;
      from = this.#after(found[0], found.index + 1);
    }
  }

  /** The document type: its internal part is read for entities, comments in it included (the parser does so too). */
  #doctype(at: number): number {
    const end = this.#endOfDoctype(at);
    const declaration = this.#text.slice(at, end);
    const subset = declaration.indexOf('[');
    const head = (subset < 0 ? declaration : declaration.slice(0, subset)).replace(
      /"[^"]*"|'[^']*'/g,
      '""',
    );
    if (!/^<!DOCTYPE\s/.test(declaration)) this.#refuse(at, 'ukjent erklæring');
    if (/\b(?:SYSTEM|PUBLIC)\b/.test(head)) this.#refuse(at, 'ekstern DTD');
    let entity = this.#text.indexOf('<!ENTITY', at);
    while (entity >= 0 && entity < end) {
      this.#entity(entity);
      entity = this.#text.indexOf('<!ENTITY', entity + 8);
    }
    return end;
  }

  #endOfDoctype(at: number): number {
    const brackets = /["'[\]>]|<!--/g;
    brackets.lastIndex = at + 2;
    let isInside = false;
    for (;;) {
      const found = brackets.exec(this.#text);
      if (!found) this.#refuse(at, 'dokumentet slutter inne i DTD-en');
      const sign = found[0];
      if (sign === '>' && !isInside) return found.index + 1;
      if (sign === '[') isInside = true;
      else if (sign === ']') isInside = false;
      else if (sign === '<!--') brackets.lastIndex = this.#after('-->', found.index + 4);
      else if (sign !== '>') brackets.lastIndex = this.#after(sign, found.index + 1);
    }
  }

  #entity(at: number): void {
    ENTITY.lastIndex = at;
    const [, parameter, name = '', quoted = ''] = ENTITY.exec(this.#text) ?? [];
    if (parameter !== undefined) this.#refuse(at, 'parameterentitet');
    if (quoted === '' || !/^["']/.test(quoted)) this.#refuse(at, `entiteten «${name}» er ekstern`);
    const value = quoted.slice(1, -1);
    if (value.includes('&')) this.#refuse(at, `entiteten «${name}» viser til en annen`);
    if (value.length > RDFXML_LIMITS.entityCharacters) {
      this.#refuse(at, `entiteten «${name}» er lengre enn ${RDFXML_LIMITS.entityCharacters} tegn`);
    }
    this.#entities.set(name, Math.max(value.length, this.#entities.get(name) ?? 0));
    if (this.#entities.size > RDFXML_LIMITS.entities) {
      this.#refuse(at, `flere enn ${RDFXML_LIMITS.entities} entiteter`);
    }
  }

  #countReferences(): void {
    if (this.#entities.size === 0) return;
    let expanded = 0;
    for (const found of this.#text.matchAll(REFERENCE)) {
      expanded += this.#entities.get(found[1] ?? '') ?? 0;
      if (expanded > RDFXML_LIMITS.expandedCharacters) {
        this.#refuse(found.index, 'entitetene blir for store når de settes inn');
      }
    }
  }

  #after(sign: string, from: number): number {
    const found = this.#text.indexOf(sign, from);
    if (found < 0) this.#refuse(from, `dokumentet slutter før ${sign}`);
    return found + sign.length;
  }

  #refuse(at: number, cause: string): never {
    const line = countLines(this.#text, at);
    throw new CatalogError('PARSE_FAILED', { file: this.#file, line, cause });
  }
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
