/** `npm run shacl` on files of a steward: checked by themselves, as if they stood among the curated ones. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asData, BROKEN, harvested, shacl } from '../support/shacl-world.js';
import { TINY_BASE, TINY_ORGANISATION, type TinyCatalogue } from '../support/tiny-catalogue.js';

describe('files', () => {
  const WRONG = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .

<${TINY_BASE}id/datasett/ny> a dcat:Dataset ;
    dct:title "Ny"@nb ;
    dct:publisher "Eksempel kommune" .
`;
  const fileIn = (catalogue: TinyCatalogue, name: string, text: string): string => {
    writeFileSync(join(catalogue.folder, name), text);
    return name;
  };

  test('are checked by themselves, with the exact line of each property', async () => {
    const catalogue = await harvested();
    const { findings } = await asData(catalogue, fileIn(catalogue, 'ny.ttl', WRONG));
    const places = findings.map(({ rule, origin }) => [rule, origin!.replace(/^.*\//, '')]);
    expect(places).toContainEqual(['DCAT-publisher', 'ny.ttl#L6']);
    expect(places).toContainEqual(['DCAT-description', 'ny.ttl#L4']);
    expect(new Set(findings.map(({ focus }) => focus))).toEqual(
      new Set([`${TINY_BASE}id/datasett/ny`]),
    );
  });

  test('are shown as they were given, file:line', async () => {
    const catalogue = await harvested();
    const { out } = await shacl(catalogue, fileIn(catalogue, 'ny.ttl', WRONG));
    expect(out).toMatch(/^«Ny» {2}uten ansvarlig\nny\.ttl:\d+\n/);
    expect(out).toContain('ny.ttl:6');
  });

  test('may point to what the catalogue has', async () => {
    const catalogue = await harvested();
    const right = WRONG.replace(
      '"Eksempel kommune"',
      `<${TINY_BASE}id/virksomhet/${TINY_ORGANISATION}>`,
    );
    const { findings } = await asData(catalogue, fileIn(catalogue, 'ny.ttl', right));
    expect(findings.map(({ rule }) => rule)).not.toContain('DCAT-publisher');
    expect(new Set(findings.map(({ owner }) => owner))).toEqual(new Set(['Eksempel kommune']));
  });

  test('replace what the catalogue says of the same thing', async () => {
    const catalogue = await harvested(BROKEN);
    const same = WRONG.replace('datasett/ny', 'datasett/badeplasser').replace('"Ny"', '"Nye bad"');
    const { findings } = await asData(catalogue, fileIn(catalogue, 'bad.ttl', same));
    expect(new Set(findings.map(({ label }) => label))).toEqual(new Set(['Nye bad']));
    expect(findings.map(({ rule }) => rule)).not.toContain('FOREIGN_SUBJECT');
  });

  test('may be JSON-LD, and may be given as a pattern', async () => {
    const catalogue = await harvested();
    mkdirSync(join(catalogue.folder, 'nye'));
    fileIn(catalogue, 'nye/a.ttl', WRONG);
    const json = {
      '@id': `${TINY_BASE}id/datasett/json`,
      '@type': 'http://www.w3.org/ns/dcat#Dataset',
    };
    fileIn(catalogue, 'nye/b.jsonld', JSON.stringify(json));
    fileIn(catalogue, 'nye/c.txt', 'ikke RDF');
    const { findings, things } = await asData(catalogue, 'nye/*');
    expect(things).toBe(2);
    expect(new Set(findings.map(({ focus }) => focus!.split('/').at(-1)))).toEqual(
      new Set(['ny', 'json']),
    );
  });

  test('that cannot be read are told with line, column and a caret: exit 1', async () => {
    const catalogue = await harvested();
    const broken = WRONG.replace('"Ny"@nb ;', '"Ny"@nb');
    const { code, out } = await shacl(catalogue, fileIn(catalogue, 'feil.ttl', broken));
    expect(code).toBe(1);
    expect(out).toContain(
      'feil.ttl:6:5\n  ✖ Filen kan ikke leses: Foran dette mangler et skilletegn: «;» før neste egenskap, «,» før neste verdi, «.» til slutt.\n' +
        '  6 │     dct:publisher "Eksempel kommune" .\n    │     ^\n',
    );
    expect(out).toContain('Kan ikke lese 1 fil(er).');
  });

  test('one that cannot be read hides nothing in the others', async () => {
    const catalogue = await harvested();
    fileIn(catalogue, 'a.ttl', '<');
    fileIn(catalogue, 'b.ttl', WRONG);
    const { unreadable, findings } = await asData(catalogue, 'a.ttl', 'b.ttl');
    expect(unreadable).toMatchObject([{ file: 'a.ttl', line: 1, column: 1 }]);
    expect(findings.length).toBeGreaterThan(1);
  });

  test('without a thing of a known kind are nothing to check: exit 2', async () => {
    const catalogue = await harvested();
    const empty = fileIn(catalogue, 'tom.ttl', '# ingenting\n');
    const { code, out, err } = await shacl(catalogue, empty);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'Ingenting å kontrollere i tom.ttl: der står ingen ting med slag. Skriv minst én, for eksempel: <https',
    );
  });
});
