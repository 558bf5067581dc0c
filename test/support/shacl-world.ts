/** `shacl` over a tiny catalogue that was harvested and checked once, then copied for each test. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/model/finding.js';
import { run, type Ran } from './cli.js';
import { tempFolder } from './temp-folder.js';
import { TINY_DATASETS, tinyCatalogue, type TinyCatalogue } from './tiny-catalogue.js';

/** One fault that must be mended: a dataset without a description. */
export const BROKEN = {
  'datasets/datasett.csv': TINY_DATASETS.replace(
    'Badeplasser i kommunen, med koordinater.;Bathing places.',
    ';',
  ),
};
/** A smaller set of rules, so that the tests are about the command. */
export const FEW = ['--profile', 'dcat-ap-no-3'];

export interface Shown {
  readonly findings: readonly Finding[];
  readonly counts: Record<string, number>;
  readonly profiles: readonly string[];
  readonly rules: number;
  readonly things: number;
  readonly known?: number;
  readonly unreadable: readonly { file: string; line: number; column: number }[];
  readonly notChecked: { leftOut: string[]; withoutTargets: string[]; rules: string[] };
}

/** Harvested and checked once, then copied: a test begins with what an earlier run left. */
const templates = new Map<string, Promise<string>>();
const templateFolder = mkdtempSync(join(tmpdir(), 'datavev-templates-'));
process.on('exit', () => {
  rmSync(templateFolder, { recursive: true });
});

export async function harvested(
  more: Readonly<Record<string, string>> = {},
): Promise<TinyCatalogue> {
  const key = JSON.stringify(more);
  const made =
    templates.get(key) ?? makeTemplate(more, join(templateFolder, String(templates.size)));
  templates.set(key, made);
  const root = tempFolder();
  cpSync(await made, root, { recursive: true, preserveTimestamps: true });
  return placesIn(root);
}

async function makeTemplate(more: Readonly<Record<string, string>>, root: string): Promise<string> {
  const { dataFolder } = tinyCatalogue(more);
  cpSync(dataFolder, join(root, 'data'), { recursive: true, preserveTimestamps: true });
  await run(['harvest'], placesIn(root));
  await run(['shacl', ...FEW], placesIn(root));
  return root;
}

function placesIn(root: string): TinyCatalogue {
  const dataFolder = join(root, 'data');
  return { dataFolder, folder: join(dataFolder, 'eksempel'), varFolder: join(root, 'var') };
}

export const shacl = (catalogue: TinyCatalogue, ...argv: string[]): Promise<Ran> =>
  run(['shacl', ...FEW, ...argv], catalogue, { environment: { INIT_CWD: catalogue.folder } });
export async function asData(catalogue: TinyCatalogue, ...argv: string[]): Promise<Shown> {
  return JSON.parse((await shacl(catalogue, ...argv, '--format', 'json')).out) as Shown;
}
