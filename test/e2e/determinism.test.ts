/** Done-when 6: the same input gives the same bytes, and one changed field changes one record. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { parseNQuads } from '../../src/rdf/parse.js';
import { digests, filesBelow, tempCatalogue } from '../support/temp-catalogue.js';

test('two runs over the same input, on two machines, give byte-identical revisions', async () => {
  await using first = await tempCatalogue('oslo');
  await using second = await tempCatalogue('oslo');
  for (const one of [first, second]) {
    await one.harvest();
    await one.publish();
  }
  const [a, b] = [
    await filesBelow(join(first.varFolder, 'revisions')),
    await filesBelow(join(second.varFolder, 'revisions')),
  ];
  expect(digests(a)).toEqual(digests(b));
});

test('a second run over unchanged sources writes no new revision', async () => {
  await using temp = await tempCatalogue('trondheim');
  await temp.harvest();
  await temp.publish();
  const before = await filesBelow(join(temp.varFolder, 'revisions'));
  const reports = await temp.harvest();
  await temp.publish();
  expect(reports.map(({ outcome }) => outcome)).toEqual(reports.map(() => 'unchanged'));
  expect(digests(await filesBelow(join(temp.varFolder, 'revisions')))).toEqual(digests(before));
});

test('one changed field in one record changes one record', async () => {
  await using temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  const before = await temp.publicTree();
  const file = join(temp.folder, 'samples/kartoteket/systemer.json');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('"navn": "Barnehageportalen"');
  await writeFile(
    file,
    text.replace('"navn": "Barnehageportalen"', '"navn": "Barnehageportalen ny"'),
  );
  const [report] = await temp.harvest(['kartoteket']);
  expect(report).toMatchObject({ outcome: 'changed', added: [], withdrawn: [] });
  expect(report!.changed).toHaveLength(1);
  await temp.publish();
  const after = await temp.publicTree();
  const lines = (tree: Map<string, Buffer>) =>
    new Set(tree.get('quads.nq')!.toString().trim().split('\n'));
  const [old, next] = [lines(before), lines(after)];
  const gone = [...old].filter((line) => !next.has(line));
  const came = [...next].filter((line) => !old.has(line));
  expect(gone.filter((line) => line.includes('Barnehageportalen'))).toHaveLength(gone.length);
  expect(
    new Set(parseNQuads(`${[...gone, ...came].join('\n')}\n`).map(({ subject }) => subject.value))
      .size,
  ).toBeLessThanOrEqual(2);
  expect(canonicalNQuads(parseNQuads(after.get('quads.nq')!.toString()))).toBe(
    after.get('quads.nq')!.toString(),
  );
});
