/** Pages and documents of information models: crawlable, negotiated, and under their own licence (model.md 9). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASE, startSite, type TestSite } from './site-server.js';

const EUPL = 'http://publications.europa.eu/resource/authority/licence/EUPL_1_2';
const MODEL = `
@prefix : <${BASE}id/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix iv3: <https://w3id.org/datavev/kode/iv3/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<${BASE}id/modell/ggm> a m:InformationModel ; dct:title "Øvingsmodell"@nb ; dct:license <${EUPL}> ;
  dct:bibliographicCitation "Bron: Gemeentelijk Gegevensmodel, Gemeente Delft" ; dcat:version "2.5.1" ;
  dcat:hasVersion <${BASE}id/modell/ggm/versjon/2.5.1> ; m:containsModelElement <${BASE}id/objekttype/ggm-ansatt> .
<${BASE}id/modell/ggm/versjon/2.5.1> a m:InformationModel ; dct:title "Øvingsmodell 2.5.1"@nb ; dct:isVersionOf <${BASE}id/modell/ggm> ;
  dct:license <${EUPL}> ; dcat:version "2.5.1" ; dct:bibliographicCitation "Bron: Gemeentelijk Gegevensmodel, Gemeente Delft" .
<${BASE}id/modul/ggm-hr> a m:Module ; dct:title "HR"@nl ; dct:isPartOf <${BASE}id/modell/ggm> ; kdm:policyArea iv3:9 .
<${BASE}id/objekttype/ggm-ansatt> a m:ObjectType ; dct:title "Ansatt"@nb , "Werknemer"@nl ; dct:description "En person som arbeider for kommunen."@nb ;
  m:belongsToModule <${BASE}id/modul/ggm-hr> ; kdm:policyArea iv3:9 ; kdm:translationStatus "machine" ;
  m:hasProperty <${BASE}id/attributt/ggm-form> , <${BASE}id/assosiasjon/ggm-har> , <${BASE}id/spesialisering/ggm-er> .
<${BASE}id/objekttype/ggm-stilling> a m:ObjectType ; dct:title "Stilling"@nb ; m:belongsToModule <${BASE}id/modul/ggm-hr> .
<${BASE}id/objekttype/ggm-person> a m:ObjectType ; dct:title "Person"@nb ; m:belongsToModule <${BASE}id/modul/ggm-hr> .
<${BASE}id/attributt/ggm-form> a m:Attribute ; dct:title "vorm"@nl ; m:belongsToModule <${BASE}id/modul/ggm-hr> ;
  m:minOccurs 0 ; m:maxOccurs 1 ; m:hasValueFrom <${BASE}id/kodeliste/ggm-form> .
<${BASE}id/assosiasjon/ggm-har> a m:Association ; dct:title "heeft"@nl ; m:belongsToModule <${BASE}id/modul/ggm-hr> ;
  m:references <${BASE}id/objekttype/ggm-stilling> ; m:minOccurs 1 ; m:maxOccurs "*" .
<${BASE}id/spesialisering/ggm-er> a m:Specialization ; dct:title "er en slags"@nb ; m:belongsToModule <${BASE}id/modul/ggm-hr> ;
  m:hasGeneralConcept <${BASE}id/objekttype/ggm-person> .
<${BASE}id/kodeliste/ggm-form> a m:CodeList ; dct:title "Contractvorm"@nl ; m:belongsToModule <${BASE}id/modul/ggm-hr> .
<${BASE}id/kode/ggm-fast> a m:CodeElement ; skos:prefLabel "vast"@nl ; skos:notation "V" ; skos:inScheme <${BASE}id/kodeliste/ggm-form> .
<${BASE}id/datasett/apent> kdm:realises <${BASE}id/objekttype/ggm-ansatt> .
`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MODEL);
});
afterAll(() => site.close());

const html = async (path: string): Promise<string> => {
  const response = await site.get(path, { accept: 'text/html' });
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const linksOf = (page: string): string[] =>
  [...page.matchAll(/href="(\/nb\/[^"]+)"/g)].map(([, href]) => href ?? '');

test('an object type shows its attributes, its relations and the datasets that hold it', async () => {
  const page = await html('/nb/objekttype/ggm-ansatt');
  expect(page).toContain('<h1 class="ds-heading" data-size="lg" dir="auto">Ansatt</h1>');
  expect(page).toContain('En person som arbeider for kommunen.');
  expect(linksOf(page)).toEqual(
    expect.arrayContaining([
      ...['/nb/modul/ggm-hr', '/nb/datasett/apent', '/nb/attributt/ggm-form'],
      ...['/nb/kodeliste/ggm-form', '/nb/assosiasjon/ggm-har', '/nb/objekttype/ggm-stilling'],
      ...['/nb/objekttype/ggm-person', '/nb/kode/iv3/9'],
    ]),
  );
  expect(page).toContain('0 til 1');
  expect(page).toContain('1 eller flere');
  expect(page).toContain('Maskinoversatt');
  // Mapping sheets are written in the model's own words.
  expect(page).toMatch(/Navn i modellen[^]{0,80}lang="nl"[^>]*>Werknemer</);
});

test('the other end of a relation shows it too, and the general type its special ones', async () => {
  expect(linksOf(await html('/nb/objekttype/ggm-stilling'))).toContain('/nb/objekttype/ggm-ansatt');
  expect(linksOf(await html('/nb/objekttype/ggm-person'))).toContain('/nb/objekttype/ggm-ansatt');
});

test('from the home page, every element is reached by links', async () => {
  const seen = new Set<string>();
  const queue = ['/nb/'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (
      seen.has(path) ||
      !/^\/nb\/($|modell|modul|objekttype|attributt|assosiasjon|kodeliste)/.test(path)
    )
      continue;
    seen.add(path);
    queue.push(...linksOf(await html(path)));
  }
  for (const path of [
    ...['objekttype/ggm-ansatt', 'modul/ggm-hr', 'modell/ggm', 'modell/ggm/versjon/2.5.1'],
    ...['attributt/ggm-form', 'assosiasjon/ggm-har', 'kodeliste/ggm-form'],
  ])
    expect(seen).toContain(`/nb/${path}`);
});

test.each([
  'modell/ggm',
  'modell/ggm/versjon/2.5.1',
  'modul/ggm-hr',
  'objekttype/ggm-ansatt',
  'attributt/ggm-form',
  'assosiasjon/ggm-har',
  'spesialisering/ggm-er',
  'kodeliste/ggm-form',
  'kode/ggm-fast',
])('the page of %s says whose model it is, and under which licence', async (path) => {
  for (const lang of ['nb', 'nn', 'en']) {
    const page = await html(`/${lang}/${path}`);
    expect(page).toContain(`href="${EUPL}"`);
    expect(page).toContain('Bron: Gemeentelijk Gegevensmodel, Gemeente Delft');
  }
});

test('elements are negotiated like other things, and their documents bear the model’s licence', async () => {
  const negotiated = await site.get('/id/objekttype/ggm-ansatt', { accept: 'text/turtle' });
  expect([negotiated.status, negotiated.headers.get('location')]).toEqual([
    303,
    '/objekttype/ggm-ansatt.ttl',
  ]);
  const document = await site.get('/objekttype/ggm-ansatt.ttl');
  expect(document.headers.get('link')).toContain(`<${EUPL}>; rel="license"`);
  expect(await document.text()).toContain('modelldcatno:ObjectType');
  const version = await site.get('/id/modell/ggm/versjon/2.5.1', { accept: 'text/turtle' });
  expect(version.headers.get('location')).toBe('/modell/ggm/versjon/2.5.1.ttl');
});

test('the model has a file of its own, and the catalogue’s documents do not hold it', async () => {
  const dump = await site.get('/fil/modell/ggm.ttl');
  const turtle = await dump.text();
  expect(dump.headers.get('content-type')).toBe('text/turtle; charset=utf-8');
  expect(turtle).toContain(`dct:license <${EUPL}>`);
  expect(turtle).toContain('objekttype/ggm-stilling');
  expect(turtle).not.toContain('dcat:Dataset');
  const catalogue = await (await site.get('/katalog.ttl')).text();
  expect(catalogue).toContain('datasett/apent');
  expect(catalogue).not.toMatch(/(?<!@prefix )modelldcatno:/);
  expect(await html('/nb/modell/ggm')).toContain('href="/fil/modell/ggm.ttl"');
});

test('an area that only the model knows is not listed among the municipality’s', async () => {
  expect(linksOf(await html('/nb/politikkomrade'))).not.toContain('/nb/kode/iv3/9');
  expect(linksOf(await html('/nb/kode/iv3/9'))).toContain('/nb/modul/ggm-hr');
});

test('VoID tells of the model as a part with a licence and a dump of its own', async () => {
  const turtle = await (await site.get('/void.ttl')).text();
  expect(turtle).toContain('void.ttl#modell-ggm');
  expect(turtle).toContain(`dct:license <${EUPL}>`);
  expect(turtle).toContain('fil/modell/ggm.ttl');
  expect(turtle).not.toContain('modell-2.5.1');
});
