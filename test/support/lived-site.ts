/** The sample catalogue served after it has lived: a dataset has left, another has a new title. So there are changes to show. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instant } from '../../src/model/instant.js';
import type { PageKind } from './page-kinds.js';
import { startSite, type RunningSite } from './running-site.js';
import { tempCatalogue, type TempCatalogue } from './temp-catalogue.js';

const FOLDER = 'samples/datasets';
const LEAVES = 'kommunale-eierinteresser';

/** Pages that no link leads to, and that are there because the catalogue has lived. */
export const GONE: PageKind = { name: 'gone', path: `/datasett/${LEAVES}`, status: 410 };

export interface LivedSite extends AsyncDisposable {
  readonly site: RunningSite;
  readonly temp: TempCatalogue;
}

/** `edit` changes the files of the catalogue before all. */
export async function livedSite(edit?: (folder: string) => Promise<void>): Promise<LivedSite> {
  const temp = await tempCatalogue('oslo', edit);
  await temp.harvest();
  await temp.publish();
  await edited(join(temp.folder, FOLDER, 'datasett.csv'), (row) =>
    row.startsWith(`${LEAVES};`) ? [] : row.replace(';Badevannskvalitet 2026;', ';Badevatn 2026;'),
  );
  await edited(join(temp.folder, FOLDER, 'distribusjoner.csv'), (row) =>
    row.includes(`;${LEAVES};`) ? [] : row,
  );
  temp.setClock(instant('2026-11-23T12:00:00Z'));
  await temp.harvest([], true);
  await temp.publish();
  const site = await startSite(temp.varFolder);
  return {
    site,
    temp,
    async [Symbol.asyncDispose]() {
      await site.close();
      await temp[Symbol.asyncDispose]();
    },
  };
}

async function edited(file: string, change: (row: string) => string | never[]): Promise<void> {
  const rows = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, rows.flatMap(change).join('\n'));
}
