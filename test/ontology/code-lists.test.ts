/** Our own code lists and the pinned lists of others, as files: whole, in three languages, with source, version and licence. */
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { dct, kdm, owl, skos, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { languagesOf, ONTOLOGY, readGraph, turtleFiles } from './support.js';

const own = [...turtleFiles(join(ONTOLOGY, 'codes')), join(ONTOLOGY, 'policy', 'iv3.ttl')];
const pinned = turtleFiles(join(ONTOLOGY, 'vocab'));
const short = (value: string): string => value.replace(VOCAB_BASE, '');

test.each([...own, ...pinned].map((file) => [basename(file), file]))(
  '%s says source, version, licence and date, for machines too',
  (_name, file) => {
    const graph = readGraph(file);
    const headers = [...graph.subjects()].filter((one) => graph.text(one, owl.versionInfo));
    expect(headers.length).toBeGreaterThan(0);
    for (const scheme of graph.instances(skos.ConceptScheme))
      expect(headers).toContain(scheme.value);
    for (const header of headers) {
      expect(graph.objects(header, dct.source).length).toBeGreaterThan(0);
      expect(graph.nodes(header, dct.license)).toHaveLength(1);
      expect(graph.text(header, dct.modified)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(languagesOf(graph, header, dct.title)).toBe('nb nn en');
    }
  },
);

test('every list of ours lies in its own file, and says in three languages what it is', () => {
  for (const file of own) {
    const graph = readGraph(file);
    const scheme = `${VOCAB_BASE}kode/${basename(file, '.ttl')}`;
    expect(graph.instances(skos.ConceptScheme).map(({ value }) => value)).toEqual([scheme]);
    for (const property of [skos.prefLabel, dct.description])
      expect([scheme, languagesOf(graph, scheme, property)]).toEqual([scheme, 'nb nn en']);
  }
});

test('every code of ours has a name in three languages, a code of its own, its list, and its place in the list', () => {
  for (const file of own) {
    const graph = readGraph(file);
    const scheme = `${VOCAB_BASE}kode/${basename(file, '.ttl')}`;
    const codes = graph.instances(skos.Concept).map(({ value }) => value);
    expect([scheme, codes.length > 1]).toEqual([scheme, true]);
    for (const code of codes) {
      const notation = graph.literals(code, skos.notation).map(({ value }) => value);
      expect([short(code), notation]).toEqual([short(code), [code.slice(scheme.length + 1)]]);
      expect(graph.nodes(code, skos.inScheme).map(({ value }) => value)).toEqual([scheme]);
      expect([short(code), languagesOf(graph, code, skos.prefLabel)]).toEqual([short(code), 'nb nn en']);
      const defined = languagesOf(graph, code, skos.definition);
      expect([short(code), ['', 'nb nn en'].includes(defined)]).toEqual([short(code), true]);
      const above = graph.nodes(code, skos.broader).map(({ value }) => value);
      const isTop = graph.node(code, skos.topConceptOf)?.value === scheme;
      expect([short(code), isTop]).toEqual([short(code), above.length === 0]);
      expect(above.filter((one) => !codes.includes(one))).toEqual([]);
    }
  }
});

test('a rank is given once in its list', () => {
  for (const file of own) {
    const graph = readGraph(file);
    const ranks = graph.withPredicate(kdm.rank).map(({ object }) => object.value);
    expect([basename(file), new Set(ranks).size]).toEqual([basename(file), ranks.length]);
  }
});

test('every pinned concept has a name in three languages', () => {
  for (const file of pinned) {
    const graph = readGraph(file);
    for (const { value } of graph.instances(skos.Concept))
      expect([value, languagesOf(graph, value, skos.prefLabel)]).toEqual([value, 'nb nn en']);
  }
});

test('the 28 KOSTRA labels that nobody has checked say so, and no other code does', () => {
  const all = readGraph(...own);
  const notes = all
    .withPredicate(skos.editorialNote)
    .filter(({ object }) => object.value === 'ukontrollert');
  expect(notes).toHaveLength(28);
  expect(notes.every(({ subject }) => subject.value.startsWith(`${VOCAB_BASE}kode/kostra/`))).toBe(true);
});

test.each([
  ['avtaletype', '1 2 3 4 5 6 7 8'],
  ['avslagsgrunn', 'forhandlingsposisjon kan-identifiseres mangler-grunnlag organintern rettigheter-andre sikkerhet taushetsplikt uforenlig-formal'],
  ['bortfall', 'erstattet flyttet ikke-publisert trukket'],
  ['dpia-konklusjon', 'ja kanskje nei trolig ufullstendig'],
  ['dpia-kriterium', 'automatisk-avgjorelse evaluering hindrer-rettighet innovativ monitorering saerlige-kategorier sammenstilling sarbare stor-skala'],
  ['dpia-svar', 'ikke-vurdert ja nei'],
  ['eierskapsmodell', 'fellessystem fellessystem-obligatorisk nasjonalfellesk sektorsystem stotte tverrsektorielt virksomhetssystem'],
  ['enhetsniva', 'bydel byradsavdeling enhet etat kommunaldirektoromrade tjenesteomrade'],
  ['fullstendighet', 'avledet delvis full'],
  ['integrasjonstype', 'authentication component integration publication'],
  ['konsekvens', '1 2 3 4 5'],
  ['leveransemodell', 'offentlig privat saas ukjent'],
  ['livslop', '0 1 2 3 4 5 6 7 8'],
  ['livssituasjon', 'barnehage bil bolig dodsfall eier-hus familie-som-trenger-hjelp far-barn fritid hjelp-i-hjemmet innbygger jobb naering ny-i-norge okonomi skole syk ungdom'],
  ['personvern', '0 1 2 3'],
  ['relevans', 'bare-nl generell tilpasses'],
  ['rolle', 'behandlingsansvarlig dataeier dataforvalter informasjonssikkerhetskoordinator personvernkoordinator personvernombud superbruker systemeier systemforvalter'],
  ['sikkerhetsmal', 'integritet konfidensialitet tilgjengelighet'],
  ['trinnstatus', 'ferdig godkjent ikke-startet under-arbeid'],
  ['utfall', 'avslatt delvis henvist-apent innvilget'],
  ['vurderingsniva', 'detaljert overordnet'],
])('the list %s has the codes %s', (name, codes) => {
  const graph = readGraph(join(ONTOLOGY, 'codes', `${name}.ttl`));
  const found = graph.withPredicate(skos.notation).map(({ object }) => object.value);
  expect(found.sort().join(' ')).toBe(codes);
});

test('systems are out of use exactly at the steps 1, 6 and 7 of their life', () => {
  const graph = readGraph(join(ONTOLOGY, 'codes', 'livslop.ttl'));
  const out = graph.withPredicate(kdm.inUse).filter(({ object }) => object.value === 'false');
  expect(out.map(({ subject }) => graph.text(subject, skos.notation)).sort()).toEqual(['1', '6', '7']);
});
