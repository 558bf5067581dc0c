/** Labels of GGM's object types, made by hand (model.md 3): whole, and of things that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { globalIri } from '../../harvesters/ggm/ids.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { skos } from '../../src/rdf/vocabularies.js';

const file = 'ontology/labels/ggm-nb.ttl';
const labels = new GraphIndex(parseTurtle(readFileSync(file, 'utf8'), { file }).quads);
const subjects = [...labels.subjects()];
const SAMPLE = 'catalog-data/oslo/samples/ggm';
const GGM = '../shared/spec/ggm/v2.5.1/csv';

async function idsOf(path: string): Promise<ReadonlySet<string>> {
  const [sheet] = await readTables(readFileSync(path), path);
  return new Set(sheet?.rows.slice(1).map(({ cells }) => globalIri(cells[0] ?? '') ?? ''));
}

test('about a hundred object types and 24 domains have a label in each language and a definition in Bokmål', () => {
  expect(subjects).toHaveLength(106 + 24);
  for (const subject of subjects) {
    const languages = (property: typeof skos.prefLabel) =>
      labels.literals(subject, property).map(({ language }) => language);
    expect([subject, languages(skos.prefLabel), languages(skos.definition)]).toEqual([
      subject,
      ['nb', 'nn', 'en'],
      ['nb'],
    ]);
  }
});

test('every object type of the sample has a label', async () => {
  const classes = await idsOf(`${SAMPLE}/classes.csv`);
  expect(classes.size).toBe(106);
  expect([...classes].filter((one) => !labels.has(one))).toEqual([]);
});

test.skipIf(!existsSync(`${GGM}/classes.csv`))(
  'every label is of an object type or a domain of GGM v2.5.1',
  async () => {
    const all = [await idsOf(`${GGM}/classes.csv`), await idsOf(`${GGM}/packages.csv`)];
    expect(subjects.filter((one) => !all.some((ids) => ids.has(one)))).toEqual([]);
  },
);

test('the file names its source and its licence', () => {
  const head = readFileSync(file, 'utf8').slice(0, 900);
  expect(head).toContain('Bron: Gemeentelijk Gegevensmodel, Gemeente Delft');
  expect(head).toContain('EUPL-1.2');
});
