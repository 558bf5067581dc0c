/**
 * The worked case of the sample catalogue (model.md 4.8, 4.9): the risk assessment of welfare technology, a DPIA, agreements and
 * requests. They are in order but for the gaps that their files say are there on purpose.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { infer } from '../../src/assemble/infer.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { skolemise } from '../../src/rdf/skolem.js';
import { iri } from '../../src/model/iri.js';
import { dpv, kdm } from '../../src/rdf/vocabularies.js';
import { ShaclValidator } from '../../src/validate/shacl-validator.js';
import { RULES } from '../support/assembled.js';
import { ONTOLOGY, ROOT, SHAPES } from './fixtures.js';

const BASE = iri('https://data.oslo.example/');
const turtle = (folder: string, file: string) =>
  parseTurtle(readFileSync(join(ROOT, folder, `${file}.ttl`), 'utf8'), { file }).quads;
const curated = (file: string) =>
  skolemise(turtle('catalog-data/oslo/curated', file), { base: BASE, source: 'kuratert', recordKey: file })
    .quads;

const stated = ['ros-velferdsteknologi', 'dpia-responssenter', 'avtaler', 'foresporsler'].flatMap(curated);
const reference = ['eos-land', 'avslagsgrunn'].flatMap((file) => turtle('ontology/codes', file));
const graph = new GraphIndex(stated);

const validator = new ShaclValidator({ shapesFolder: SHAPES, ontologyFolder: ONTOLOGY, base: BASE });
afterAll(() => validator.close());

/** `shape severity thing value` on the given day. */
async function findings(profile: string, today: string): Promise<string[]> {
  const context = { ...RULES, base: BASE, today, reference: new GraphIndex(reference) };
  const report = await validator.validate(
    [...stated, ...infer(stated, context), ...reference],
    profile,
  );
  if (report.state === 'no-targets') throw new Error('nothing to check');
  const name = (text: string): string => text.replace(`${BASE}id/`, '').replace(/^.*#/, '');
  return report.results.map(({ shape, severity, focus, value }) =>
    [name(shape), severity, name(focus), ...(value === undefined ? [] : [name(value)])].join(' '),
  );
}

test('risk, DPIA and agreements give the findings they were made to give', async () => {
  expect((await findings('kdm-risk', '2026-11-22')).sort()).toEqual([
    'AGR-02-90 info avtale/dashbord 70',
    'AGR-03-transfer violation avtale/responssenter leverandor/example-night-desk-pvt-ltd',
    'DPIA-04-approval warning dpia/responssenter 3',
    'DPIA-04-consultation warning dpia/responssenter',
    'RISK-02-grid info risiko/velferdsteknologi-r8 HighRisk',
    'RISK-03 warning risiko/velferdsteknologi-r7',
  ]);
});

test('an agreement that nobody renews is told of three times, ever more clearly', async () => {
  const renewal = async (today: string): Promise<string[]> =>
    (await findings('kdm-risk', today)).filter((line) => line.includes('avtale/dashbord'));
  expect(await renewal('2026-10-01')).toEqual([]);
  expect(await renewal('2027-01-10')).toEqual(['AGR-02-30 warning avtale/dashbord 21']);
  expect(await renewal('2027-02-10')).toEqual(['AGR-02-expired warning avtale/dashbord 10']);
});

test('of three requests the one that is not decided is overdue', async () => {
  expect(await findings('kdm-request', '2026-11-08')).toEqual([]);
  expect(await findings('kdm-request', '2026-11-22')).toEqual([
    'REQ-04-due warning foresporsel/2026-1 14',
  ]);
});

test('the general assessment has eight scenarios, made with fifteen districts; one of them adds what differs', () => {
  const general = `${BASE}id/ros/velferdsteknologi`;
  const district = `${general}-bgo`;
  expect(graph.nodes(general, dpv.hasRisk)).toHaveLength(8);
  expect(graph.nodes(general, kdm.participant)).toHaveLength(1 + 15);
  expect(graph.nodes(district, dpv.hasRisk).map(({ value }) => value.split('/').at(-1))).toEqual([
    'velferdsteknologi-bgo-r2',
    'velferdsteknologi-bgo-r9',
  ]);
});

test('no description of them is open', () => {
  const classes = graph
    .withPredicate(kdm.recordClass)
    .filter(({ subject }) => /\/id\/(ros|risiko|tiltak|dpia|avtale|foresporsel|vedtak|vilkar)\//.test(subject.value))
    .map(({ object }) => object.value.split('/').at(-1));
  expect(classes.length).toBeGreaterThan(30);
  expect([...new Set(classes)].sort()).toEqual(['beskyttet', 'intern']);
});
