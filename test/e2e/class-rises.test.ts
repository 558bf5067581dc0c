/** C12, C8: a class that rises, or a grading, closes a description at once, even out of a run that the guard holds back. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempCatalogue } from '../support/temp-catalogue.js';

const DATASET = 'https://data.oslo.example/id/datasett/folkemengde-per-bydel-2025>';

test('C12 a description that is closed in a held run leaves the public side, and nothing else changes', async () => {
  await using temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  const before = (await temp.publicTree()).get('quads.nq')!.toString();
  expect(before).toContain(`<${DATASET} `);

  const file = join(temp.folder, 'samples/datasets/datasett.csv');
  const [header = '', ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const postklasse = header.split(';').indexOf('postklasse');
  const closed = rows
    .filter((row) => row.startsWith('folkemengde-per-bydel-2025;'))
    .map((row) => row.split(';').with(postklasse, 'Beskyttet').join(';'));
  expect(closed).toHaveLength(1);
  // Half of the rows are gone besides: the guard must hold the run, and yet honour the one that rose.
  const others = rows
    .filter((row) => !row.startsWith('folkemengde-per-bydel-2025;'))
    .slice(0, rows.length >> 1);
  await writeFile(file, `${[header, ...closed, ...others].join('\n')}\n`);
  const [report] = await temp.harvest(['datasett']);
  expect(report).toMatchObject({ outcome: 'held', added: [], withdrawn: [] });
  expect(report!.changed).toContain(DATASET.slice(0, -1));
  await temp.publish();

  const after = (await temp.publicTree()).get('quads.nq')!.toString();
  const subjects = (text: string) => new Set(text.match(/^<[^>]+\/id\/datasett\/[^>]+>/gm));
  const gone = [...subjects(before)].filter(
    (one) => !after.includes(`${one} <http://purl.org/dc/terms/title>`),
  );
  expect(gone).toEqual([`<${DATASET}`]);
  expect(after).toContain(
    `<${DATASET} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/datavev/def/kdm#Tombstone>`,
  );
  expect(after).not.toContain('Folkemengde per bydel 2025');
});

test('C12 a record that is graded in a held run is dropped at once, payload and all', async () => {
  await using temp = await tempCatalogue('oslo');
  await temp.harvest();
  const file = join(temp.folder, 'samples/kartoteket/systemer.json');
  const dump = JSON.parse(await readFile(file, 'utf8')) as {
    antall: number;
    data: Record<string, unknown>[];
  };
  dump.data = dump.data.slice(0, dump.data.length >> 1);
  const system = dump.data[0]!;
  system['konfidensialitet'] = '5 🔴 Gradert';
  dump.antall = dump.data.length;
  await writeFile(file, JSON.stringify(dump));
  const before = await temp.catalogue.states.read('kartoteket');
  const [report] = await temp.harvest(['kartoteket']);
  expect(report?.outcome).toBe('held');
  const state = await temp.catalogue.states.read('kartoteket');
  expect(state!.rejections).toContainEqual(
    expect.objectContaining({ key: String(system['id']), code: 'GRADED' }),
  );
  expect(state!.records.length).toBe(before!.records.length - 1);
});
