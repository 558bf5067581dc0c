import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { iri } from '../../src/model/iri.js';
import { namedNode } from '../../src/rdf/terms.js';
import { fileGraphStore } from '../../src/store/file-graph-store.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { turtle } from '../support/turtle.js';
import { graphStoreContract } from './graph-store.contract.js';

graphStoreContract('files', () => {
  const path = join(tempFolder(), 'grafer', 'quads.nq');
  return { open: () => fileGraphStore(path) };
});

const GRAPH = namedNode(iri('https://data.eksempel.example/graph/a'));

test('the file is sorted, and only its owner may read it', async () => {
  const path = join(tempFolder(), 'quads.nq');
  await fileGraphStore(path).commit([
    { put: GRAPH, quads: turtle(':b dct:title "B"@nb . :a dct:title "A"@nb .') },
  ]);
  const written = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(written).toEqual([...written].sort());
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('H3 a store that cannot be written keeps what it had', async () => {
  const folder = tempFolder();
  const path = join(folder, 'quads.nq');
  const store = fileGraphStore(path);
  await store.commit([{ put: GRAPH, quads: turtle(':a dct:title "A"@nb .') }]);
  const before = readFileSync(path, 'utf8');
  // A folder in the place of the file that is written aside: the write fails, for root as well.
  mkdirSync(`${path}.new`);
  writeFiles(`${path}.new`, { x: '' });
  await expect(store.commit([{ delete: GRAPH }])).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(await store.get(GRAPH)).toBeDefined();
  chmodSync(path, 0o600);
});
