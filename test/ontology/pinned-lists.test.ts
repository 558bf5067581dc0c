/** Pinned lists against the official files: every code exists there, English labels are theirs, and none is withdrawn. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rdfs, skos, dct } from '../../src/rdf/vocabularies.js';
import type { Graph } from '../../src/rdf/graph.js';
import { hasSpec, ONTOLOGY, readGraph, SPEC } from './support.js';

const OFFICIAL: readonly (readonly [list: string, ...files: string[]])[] = [
  ['eu-access-right', 'vocab/fdk/access-right-sparql-result.ttl'],
  ['eu-data-theme', 'vocab/fdk/data-theme-sparql-result.ttl'],
  ['eu-dataset-type', 'vocab/fdk/dataset-types-sparql-result.ttl'],
  ['eu-distribution-status', 'vocab/fdk/distribution-status-sparql-result.ttl'],
  ['eu-file-type', 'vocab/fdk/filetypes-sparql-result.ttl'],
  ['eu-frequency', 'vocab/fdk/frequencies-sparql-result.ttl'],
  ['eu-language', 'vocab/fdk/languages.ttl', 'vocab/fdk/languages-translated.ttl'],
  ['eu-licence', 'vocab/fdk/licences-sparql-result.ttl'],
  ['eu-planned-availability', 'vocab/fdk/planned-availability-sparql-result.ttl'],
  ['hvd-categories', 'vocab/eu/hvd-categories-hierarchy.ttl'],
  ['iana-media-type', 'vocab/fdk/media-types.ttl'],
  ['geonorge', 'vocab/fdk/administrative-enheter.ttl'],
  ['los', 'vocab/fdk/los-with-fdk-triples.ttl'],
  ['publisher-type', 'vocab/fdk/adms-publisher-type.ttl'],
  ['dpv', 'dpv-2.3/dpv.ttl', 'dpv-2.3/sector-publicservices.ttl'],
  ['pd', 'dpv-2.3/pd.ttl'],
  ['gdpr', 'dpv-2.3/eu-gdpr.ttl'],
  ['risk', 'dpv-2.3/risk.ttl'],
];
/** In the official lists, but not in the extracts at hand. */
const NOT_IN_EXTRACT = new Set([
  'http://publications.europa.eu/resource/authority/language/SME',
  ...['sparql-results+json', 'yaml', 'vnd.apache.parquet'].map(
    (type) => `https://www.w3.org/ns/iana/media-types/application/${type}`,
  ),
]);
/** The extract of media types has the applications only. */
const IS_OUTSIDE = /\/media-types\/(?!application\/)/;
/** The registry's own address and the one that DCAT-AP-NO asks for. */
const asRegistered = (iri: string): string =>
  iri.replace('https://www.w3.org/ns/iana/', 'https://www.iana.org/assignments/');
const LABELS = [skos.prefLabel, skos.altLabel, dct.title, rdfs.label];

const english = (graph: Graph, iri: string): string[] =>
  LABELS.flatMap((property) => graph.literals(iri, property))
    .filter(({ language }) => language === 'en')
    .map(({ value }) => value);

describe.skipIf(!hasSpec).each(OFFICIAL)('the pinned list %s', (list, ...files) => {
  const ours = readGraph(join(ONTOLOGY, 'vocab', `${list}.ttl`));
  // A skipped suite is still collected.
  const theirs = readGraph(...(hasSpec ? files.map((file) => join(SPEC, file)) : []));
  const isHeader = (one: string): boolean => ours.nodes(one, dct.license).length > 0;
  const codes = [...ours.subjects()].filter((one) => !isHeader(one) && !IS_OUTSIDE.test(one));

  test('has no code that the official list lacks', () => {
    expect(codes.length).toBeGreaterThan(2);
    const missing = codes.filter((one) => !theirs.has(asRegistered(one)) && !NOT_IN_EXTRACT.has(one));
    expect(missing).toEqual([]);
  });

  test('has the official English labels, where there are any', () => {
    const differing = codes.filter((one) => {
      // Los marks what nobody has translated with an asterisk.
      const official = english(theirs, one).filter((label) => label !== '*');
      return official.length > 0 && !english(ours, one).some((label) => official.includes(label));
    });
    expect(differing).toEqual([]);
  });

  test('has no code that is withdrawn', () => {
    const withdrawn = codes.filter((one) =>
      theirs
        .about(one)
        .some(
          ({ predicate, object }) =>
            /deprecated|term_status$/.test(predicate.value) && /^(true|deprecated|sunset)$/.test(object.value),
        ),
    );
    expect(withdrawn).toEqual([]);
  });
});

test.skipIf(!hasSpec)('all 96 categories of high-value datasets are there, in the official hierarchy', () => {
  const ours = readGraph(join(ONTOLOGY, 'vocab/hvd-categories.ttl'));
  const theirs = readGraph(join(SPEC, 'vocab/eu/hvd-categories-hierarchy.ttl'));
  const tree = (graph: Graph): string[] =>
    graph
      .instances(skos.Concept)
      .map((one) => `${one.value} < ${graph.node(one, skos.broader)?.value ?? 'top'}`)
      .sort();
  expect(tree(ours)).toHaveLength(96);
  expect(tree(ours)).toEqual(tree(theirs));
});

test.skipIf(!hasSpec)('every term that our own lists match in DPV exists in the pinned release', () => {
  const names = ['dpv', 'eu-gdpr', 'risk', 'pd', 'sector-publicservices'];
  const dpv = readGraph(...names.map((name) => join(SPEC, 'dpv-2.3', `${name}.ttl`)));
  const lists = ['personvern', 'dpia-kriterium', 'sikkerhetsmal', 'utfall', 'avslagsgrunn'];
  const ours = readGraph(...lists.map((name) => join(ONTOLOGY, 'codes', `${name}.ttl`)));
  const matches = ours
    .withPredicate(skos.closeMatch)
    .map(({ object }) => object.value)
    .filter((one) => one.startsWith('https://w3id.org/dpv'));
  expect(matches).toHaveLength(19);
  expect(matches.filter((one) => !dpv.has(one))).toEqual([]);
});
