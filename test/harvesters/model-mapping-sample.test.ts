/** Oslo's sample sheets against Oslo's excerpt of GGM: all that is mapped is in the model, but for the two names that are wrong on purpose. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import ggm from '../../harvesters/ggm/index.js';
import modelMapping from '../../harvesters/model-mapping/index.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { kdm } from '../../src/rdf/vocabularies.js';
import { BASE, fetchAll, mapAll, mint } from './dataset-register-support.js';

const FOLDER = 'catalog-data/oslo';
const files = catalogueFiles(FOLDER);
const optionsOf = (source: string): unknown =>
  (parse(readFileSync(`${FOLDER}/sources/${source}.yaml`, 'utf8')) as { options: unknown }).options;

/** Names of the model, as its own harvester gives them. */
async function modelNames(): Promise<Record<string, string[]>> {
  const source = { id: 'ggm', kind: 'ggm', options: ggm.options.parse(optionsOf('ggm')) };
  const names: Record<string, string[]> = {};
  for (const record of (await fetchAll(ggm, source, files)).records) {
    const identity = ggm.identify(record, mint, source);
    for (const { iri, aliases } of [identity, ...(identity.parts ?? [])])
      for (const name of aliases) (names[name] ??= []).push(iri.slice(BASE.length));
  }
  return names;
}

test('two names lead nowhere, and everything else is mapped', async () => {
  const options = modelMapping.options.parse(optionsOf('modell-kobling'));
  const source = { id: 'modell-kobling', kind: 'model-mapping', options };
  const { records, rejections } = await fetchAll(modelMapping, source, files);
  const { quads, issues } = mapAll(modelMapping, source, records, {
    aliases: {
      ...(await modelNames()),
      ...Object.fromEntries(
        options.mappings.map(({ dataset }) => [`datasett:${dataset}`, [`id/datasett/${dataset}`]]),
      ),
      'systemnavn:personal oslo': ['id/system/personal'],
      'systemnavn:ansattkatalogen': ['id/system/ansattkatalogen'],
      'systemnavn:politisk møte': ['id/system/politisk'],
    },
    tables: {
      personopplysninger: {
        'direkte identifikator': { dpv: 'https://w3id.org/dpv/pd#Identifying' },
        kontaktopplysninger: { dpv: 'https://w3id.org/dpv/pd#Contact' },
        ansettelsesforhold: { dpv: 'https://w3id.org/dpv/pd#CurrentEmployment' },
      },
    },
    policy: (_type, dataset) => (dataset === 'bystyresaker' ? 'apen' : 'beskyttet'),
  });
  expect(rejections).toEqual([]);
  expect(issues.map(({ code, message }) => [code, message.nb.split('»')[0]])).toEqual([
    ['MODEL_NAME_UNKNOWN', '«utvalgsnavn'],
    ['MODEL_NAME_MISSPELT', '«Werknemmer'],
  ]);
  const types = quads.filter(({ predicate }) => predicate.value.endsWith('#type'));
  const count = (type: { readonly value: string }) =>
    types.filter(({ object }) => object.value === type.value).length;
  expect([count(kdm.DataElement), count(kdm.Realisation)]).toEqual([16, 8]);
});
