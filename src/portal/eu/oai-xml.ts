/** The few elements of an OAI-PMH answer that a harvester of identifiers reads (OAI-PMH 2.0, 4.4), with any prefix. */

export interface OaiHeader {
  readonly identifier: string;
  readonly isDeleted: boolean;
}

const HEADER = /<(?:\w+:)?header(\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?header>/g;
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export function headersOf(xml: string): OaiHeader[] {
  return [...xml.matchAll(HEADER)].flatMap(([, attributes = '', content = '']) => {
    const identifier = textOf(content, 'identifier');
    const isDeleted = /\bstatus=["']deleted["']/.test(attributes);
    return identifier === undefined ? [] : [{ identifier, isDeleted }];
  });
}

/** Undefined in the last part of a list: its token is empty, or there is none. */
export function tokenOf(xml: string): string | undefined {
  const token = textOf(xml, 'resumptionToken');
  return token === '' ? undefined : token;
}

/** Text of the first element of this name. */
export function textOf(xml: string, name: string): string | undefined {
  const found = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*[^/])?>([^<]*)<`).exec(xml)?.[1];
  return found?.trim().replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, reference);
}

function reference(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  return REFERENCES[name ?? ''] ?? whole;
}
