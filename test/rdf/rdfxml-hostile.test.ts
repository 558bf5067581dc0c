/** Safety P1: RDF/XML that attacks its reader. */
import { describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { parseRdf } from '../../src/rdf/parse.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const EX = 'https://eksempel.example/';
const TYPE = 'application/rdf+xml';

function document(doctype: string, value: string): string {
  return `<?xml version="1.0"?>\n${doctype}\n<rdf:RDF xmlns:rdf="${RDF}" xmlns:ex="${EX}"><rdf:Description rdf:about="${EX}a"><ex:p>${value}</ex:p></rdf:Description></rdf:RDF>`;
}

async function outcome(content: string | Uint8Array): Promise<string> {
  try {
    const quads = await parseRdf(content, TYPE, { file: 'kilde.rdf' });
    return quads.map(({ object }) => object.value).join('|');
  } catch (error) {
    if (!isCatalogError(error, 'PARSE_FAILED')) throw error;
    return `refused: ${error.message}`;
  }
}

function nested(depth: number): string {
  const open = `<rdf:Description><ex:p>`;
  const close = `</ex:p></rdf:Description>`;
  return `<rdf:RDF xmlns:rdf="${RDF}" xmlns:ex="${EX}">${open.repeat(depth)}x${close.repeat(depth)}</rdf:RDF>`;
}

const manyEntities = Array.from({ length: 257 }, (_, index) => `<!ENTITY e${index} "x">`).join('');

describe('P1 refuses', () => {
  test.each([
    [
      'entities within entities',
      document('<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>', '&b;'),
    ],
    ['an entity that names itself', document('<!DOCTYPE r [<!ENTITY a "&a;">]>', '&a;')],
    ['character references in an entity', document('<!DOCTYPE r [<!ENTITY a "&#38;b;">]>', '&a;')],
    ['a parameter entity', document('<!DOCTYPE r [<!ENTITY % a "x"> %a;]>', '')],
    ['a file', document('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;')],
    [
      'an address',
      document('<!DOCTYPE r [<!ENTITY a PUBLIC "-//x" "http://127.0.0.1:9/">]>', '&a;'),
    ],
    ['an external DTD', document('<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">', '')],
    [
      'an external DTD with an internal part',
      document('<!DOCTYPE r PUBLIC "a" "b.dtd" [<!ENTITY a "x">]>', ''),
    ],
    [
      'an entity behind a comment',
      document('<!DOCTYPE r [<!-- " --><!ENTITY a SYSTEM "x">]>', '&a;'),
    ],
    [
      'an entity in a comment, which the parser would use',
      document('<!DOCTYPE r [<!-- <!ENTITY a "&b;"> -->]>', '&a;'),
    ],
    ['a long entity', document(`<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_025)}">]>`, '&a;')],
    ['too many entities', document(`<!DOCTYPE r [${manyEntities}]>`, '')],
    [
      'quadratic growth',
      document(`<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_024)}">]>`, '&a;'.repeat(9_766)),
    ],
    ['deep nesting', nested(128)],
    ['very deep nesting', nested(25_000)],
    ['a truncated document', document('', 'x').slice(0, -12)],
    ['a document that ends in a tag', document('', 'x').slice(0, 150)],
    ['a document that ends in a comment', `${document('', 'x')}<!-- `],
    ['nothing at all', ''],
    ['HTML instead', '<!doctype html><html><body><p>Logg inn<br></body></html>'],
  ])('%s', async (_name, text) => {
    expect(await outcome(text)).toMatch(/^refused: kilde\.rdf cannot be parsed, line \d+: ./);
  });
});

describe('P1 accepts', () => {
  test('namespace entities, as real DCAT has them', async () => {
    const doctype = `<!DOCTYPE rdf:RDF [\n<!ENTITY xsd "http://www.w3.org/2001/XMLSchema#">\n<!ENTITY ex '${EX}'>\n]>`;
    expect(await outcome(document(doctype, '&ex;b'))).toBe(`${EX}b`);
  });

  test('as many references as the limit allows', async () => {
    const doctype = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}">]>`;
    expect(await outcome(document(doctype, '&a;'.repeat(10_000)))).toHaveLength(10_000_000);
  });

  test('nesting to the limit', async () => {
    expect(await outcome(nested(127))).toContain('x');
  });

  test('signs of markup in comments, values and instructions', async () => {
    const text = document('', 'x').replace(
      '<rdf:Description',
      '<!-- <a> <!ENTITY > --><?pi <b> ?><rdf:Description ex:q="a > b"',
    );
    expect(await outcome(text)).toBe('a > b|x');
  });

  const letters = 'æøåÆØÅ';
  const declared = (encoding: string): string =>
    document('', letters).replace('version="1.0"', `version="1.0" encoding="${encoding}"`);

  test.each([
    ['Latin-1', Buffer.from(declared('ISO-8859-1'), 'latin1')],
    ['Windows-1252', Buffer.from(declared('windows-1252'), 'latin1')],
    ['UTF-16 LE with mark', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le').swap16()],
    ['UTF-16 LE without mark', Buffer.from(declared('UTF-16'), 'utf16le')],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${declared('utf-8')}`)],
  ])('%s, letters right', async (_name, bytes) => {
    expect(await outcome(bytes)).toBe(letters);
  });

  test('an entity attack in UTF-16 is seen too', async () => {
    const attack = document('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;');
    expect(await outcome(Buffer.from(`\uFEFF${attack}`, 'utf16le'))).toMatch(/^refused/);
  });
});
