/** What catalog.yaml may say of an engine, by the example that the guide gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/compose.js';
import { loadCatalogue } from '../../src/config/load-catalogue.js';
import { TINY_CATALOG_YAML, tinyCatalogue } from '../support/tiny-catalogue.js';

const storeOf = (yaml: string): unknown => {
  const { dataFolder } = tinyCatalogue({ 'catalog.yaml': TINY_CATALOG_YAML + yaml });
  return loadCatalogue(dataFolder, 'eksempel').settings.store;
};

test('the example of docs/guide/scale-out.md is a configuration', () => {
  const guide = readFileSync(join(PROJECT_ROOT, 'docs/guide/scale-out.md'), 'utf8');
  const example = /```yaml\n([^]*?)```/.exec(guide)?.[1] ?? '';
  expect(storeOf(example)).toEqual({
    kind: 'remote',
    query: 'http://127.0.0.1:8890/sparql',
    update: 'http://127.0.0.1:8890/sparql-auth',
    graphs: 'http://127.0.0.1:8890/sparql-graph-crud-auth',
    auth: { kind: 'digest', user: 'datavev', password: 'env:VIRTUOSO_PASSWORD' },
  });
});

test('the way back is a configuration too', () => {
  expect(storeOf('store: { kind: embedded }\n')).toEqual({ kind: 'embedded' });
});

test('an engine may take writes without a user', () => {
  const open =
    'store: { kind: remote, query: "https://m.example/q", update: "https://m.example/u", graphs: "https://m.example/g?x=1" }\n';
  expect(storeOf(open)).toMatchObject({ kind: 'remote', graphs: 'https://m.example/g?x=1' });
});
