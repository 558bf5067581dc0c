import { describe, expect, test } from 'vitest';
import type { SearchFile } from '../../src/model/search-file.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { searchFile } from '../../src/search/search-file.js';
import { searched } from '../../src/search/searched.js';
import { SearchIndex } from '../../src/search/search-index.js';

const BASE = 'https://data.prove.example/';
const PREFIXES = `
  @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix org: <http://www.w3.org/ns/org#> . @prefix id: <${BASE}id/> .
  @prefix theme: <http://publications.europa.eu/resource/authority/data-theme/> . @prefix los: <https://psi.norge.no/los/ord/> .
  @prefix access: <http://publications.europa.eu/resource/authority/access-right/> .`;
const graphOf = (turtle: string): GraphIndex =>
  new GraphIndex(parseTurtle(PREFIXES + turtle, { baseIri: BASE, file: 'sok.ttl' }).quads);

const PUBLIC = graphOf(`
  <${BASE}id/datasett/barnehager> a dcat:Dataset ; dct:title "Barnehager"@nb , "Kindergartens"@en ;
    dct:description "Alle barnehager i kommunen, med antall plasser."@nb ; dcat:theme theme:EDUC , los:barnehage ;
    dct:publisher <${BASE}id/virksomhet/ude> ; dct:accessRights access:PUBLIC ; dct:modified "2026-03-01" .
  <${BASE}id/datasett/plasser> a dcat:Dataset ; dct:title "Barnehageplasser per bydel"@nb ; dcat:theme theme:EDUC ;
    dct:publisher <${BASE}id/virksomhet/ude> ; dct:accessRights access:RESTRICTED ; dct:modified "2026-05-01" .
  <${BASE}id/datasett/luft> a dcat:Dataset ; dct:title "Luftkvalitet"@nb ; dcat:theme theme:ENVI ;
    dct:publisher <${BASE}id/virksomhet/bym> ; dct:accessRights access:PUBLIC ; dcat:distribution <${BASE}id/distribusjon/luft> .
  <${BASE}id/virksomhet/ude> a org:FormalOrganization ; foaf:name "Utdanningsetaten"@nb .
  <${BASE}id/virksomhet/bym> a org:FormalOrganization ; foaf:name "Bymiljøetaten"@nb .
  theme:EDUC skos:prefLabel "Utdanning, kultur og sport"@nb . theme:ENVI skos:prefLabel "Miljø"@nb .`);
const REFERENCE = graphOf(`
  los:barnehage skos:prefLabel "Barnehage"@nb , "Barnehage"@nn ; skos:hiddenLabel "Førskole"@nb .
  los:skole skos:prefLabel "Skole"@nb , "Skule"@nn .`);

const COLUMNS = ['delbydel_id', 'antallPlasser', 'Åpningsår'].map(
  (name) => ({ name, type: 'text', empty: 0, distinct: 1 }) as const,
);
const MATTER = searched(PUBLIC, [
  {
    ...{ distribution: `${BASE}id/distribusjon/luft`, path: 'luft.csv', format: 'csv' },
    ...{ bytes: 10, sha256: '', rows: 1, isWhole: true, warnings: [] },
    columns: [...COLUMNS, { name: '', type: 'text', empty: 0, distinct: 0 }],
  },
]);
const file = searchFile(MATTER, BASE, REFERENCE);
const index = new SearchIndex(JSON.parse(JSON.stringify(file)) as SearchFile);
const found = (text: string): string[] =>
  index.search({ text }).hits.map(({ iri }) => iri.replace(/^.*\//, ''));

describe('search', () => {
  test('finds everything when nothing is asked', () => {
    expect(found('')).toEqual(['barnehager', 'luft', 'plasser', 'bym', 'ude']);
  });

  test.each([
    ['barnehager', ['barnehager', 'plasser']],
    ['BARNEHAGANE', ['barnehager', 'plasser']],
    ['plasser', ['plasser', 'barnehager', 'luft']],
    ['luftkvalitett', ['luft']],
    ['luft kvalitet', ['luft']],
    ['førskole', ['barnehager']],
    ['kindergarten', ['barnehager']],
    ['utdanningsetaten', ['ude', 'plasser', 'barnehager']],
    ['hva er luftkvaliteten', ['luft']],
    ['xyzzy', []],
    // Columns, which tell less than what a description says.
    ['delbydel', ['luft']],
    ['åpningsåret', ['luft']],
    ['antall plasser', ['barnehager', 'luft']],
  ])('«%s» finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('reads Sámi letters as those beside them', () => {
    const sami = graphOf(`
      <${BASE}id/datasett/girji> a dcat:Dataset ; dct:title "Girjerádju Deanus, čáhcesuolu ja ŋuohppá"@se .
      <${BASE}id/datasett/skuvla> a dcat:Dataset ; dct:title "Sámi skuvllat Kárášjogas, oahppit đđ ja ŧŧ"@se .`);
    const other = new SearchIndex(searchFile(searched(sami), BASE, REFERENCE));
    for (const text of [
      'čáhcesuolu',
      'cahcesuolu',
      'ČÁHCESUOLU',
      'Girjerádju',
      'ŋuohppá',
      'nuohppa',
    ])
      expect(other.search({ text }).hits.map(({ iri }) => iri)).toEqual([
        `${BASE}id/datasett/girji`,
      ]);
    expect(other.suggest('karas', 8).map(({ iri }) => iri)).toEqual([`${BASE}id/datasett/skuvla`]);
  });

  test('counts a synonym for less than the word itself', () => {
    const graph = graphOf(`
      <${BASE}id/datasett/a> a dcat:Dataset ; dct:title "Avfall per bydel"@nb .
      <${BASE}id/datasett/b> a dcat:Dataset ; dct:title "Søppel per bydel"@nb .`);
    const words = graphOf(`
      <https://w3id.org/datavev/kode/hverdagsord/avfall> skos:inScheme <https://w3id.org/datavev/kode/hverdagsord> ;
        skos:altLabel "avfall"@nb , "søppel"@nb , "household waste"@en .`);
    const other = new SearchIndex(searchFile(searched(graph), BASE, words));
    const order = (text: string): string[] =>
      other.search({ text }).hits.map(({ iri }) => iri.replace(/^.*\//, ''));
    expect(order('søppel')).toEqual(['b', 'a']);
    expect(order('avfallet')).toEqual(['a', 'b']);
    expect(order('household waste')).toEqual(['a', 'b']);
    expect(order('household')).toEqual([]);
  });

  test('opens what an older version wrote: without suggestions and synonyms', () => {
    const { lexicon, entries, index: old } = file;
    const older = new SearchIndex({ lexicon, entries, index: old });
    expect(older.search({ text: 'luftkvaliteten' }).hits).toHaveLength(1);
    expect(older.suggest('luft', 8)).toEqual([]);
  });

  test('says so when nothing has all the words', () => {
    expect(index.search({ text: 'luftkvalitet xyzzy' })).toMatchObject({ isLoose: true });
    expect(index.search({ text: 'luftkvalitet' })).toMatchObject({ isLoose: false });
  });

  test('counts each facet without its own choice', () => {
    const educ = 'http://publications.europa.eu/resource/authority/data-theme/EDUC';
    const open = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC';
    const { hits, counts } = index.search({
      text: '',
      types: ['datasett'],
      choice: { tema: [educ], tilgang: [open] },
    });
    expect(hits.map(({ iri }) => iri)).toEqual([`${BASE}id/datasett/barnehager`]);
    expect(Object.fromEntries(counts.tema)).toEqual({
      [educ]: 1,
      [educ.replace('EDUC', 'ENVI')]: 1,
    });
    expect(Object.fromEntries(counts.tilgang)).toEqual({
      [open]: 1,
      [open.replace('PUBLIC', 'RESTRICTED')]: 1,
    });
    expect(Object.fromEntries(counts.type)).toEqual({ datasett: 1 });
  });

  test('is the same file whatever the order of the statements', () => {
    const turned = new GraphIndex(
      [...PUBLIC.subjects()].reverse().flatMap((one) => [...PUBLIC.about(one)].reverse()),
    );
    expect(JSON.stringify(searchFile({ ...MATTER, graph: turned }, BASE, REFERENCE))).toBe(
      JSON.stringify(file),
    );
  });
});
