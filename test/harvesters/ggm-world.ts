/** An invented model in GGM's own form, and what the importer makes of it with rows added. */
import { readdirSync, readFileSync } from 'node:fs';
import ggm from '../../harvesters/ggm/index.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { BASE, fetchAll, filesOf, mapAll, type World } from './dataset-register-support.js';

export const FIXTURES = 'harvesters/ggm/fixtures';
export const TEXTS = {
  title: { nb: 'Øvingsmodell', nn: 'Øvingsmodell', en: 'Exercise model' },
  description: {
    nb: 'En modell å øve seg på.',
    nn: 'Ein modell å øve seg på.',
    en: 'A model to practise on.',
  },
};
export const WORLD: World = {
  aliases: { 'virksomhet:dig': ['id/virksomhet/dig'] },
  policy: () => 'apen',
};

export function sourceOf(more: object = {}) {
  const given = { folder: 'model', version: '1.0', ...TEXTS, publisher: 'DIG', ...more };
  return { id: 'ggm', kind: 'ggm', options: ggm.options.parse(given) };
}
export const source = sourceOf();
export const fetched = () => fetchAll(ggm, source, catalogueFiles(FIXTURES));

export const TABLES = Object.fromEntries(
  readdirSync(`${FIXTURES}/model`).map((name) => [
    `model/${name}`,
    readFileSync(`${FIXTURES}/model/${name}`, 'utf8'),
  ]),
);

/** The exercise model with rows added to some tables, as one graph. */
export async function harvestWith(
  rows: Readonly<Record<string, string>>,
  more: object = {},
  extra = {},
) {
  const tables = { ...TABLES };
  for (const [table, text] of Object.entries(rows))
    tables[`model/${table}.csv`] = `${tables[`model/${table}.csv`] ?? ''}${text}\n`;
  const one = sourceOf(more);
  const all = await fetchAll(ggm, one, filesOf({ ...tables, ...extra }));
  const { quads, issues } = mapAll(ggm, one, all.records, WORLD);
  return { ...all, issues, graph: new GraphIndex(quads) };
}

export const element = (type: string, key: string) => `${BASE}id/${type}/ggm-${key}`;
export const WORKER = 'eaid_00000001_0000_4000_8000_000000000001';
export const PERSON = 'eaid_00000002_0000_4000_8000_000000000002';
