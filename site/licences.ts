/** Licences of the software that the site sends to browsers, read from the packages themselves. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './site-folder.js';

export interface SoftwareLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** The whole text, where the package has it. */
  readonly text?: string | undefined;
}

/** Packages whose files are served (static-files.ts), besides the project's own. */
const SERVED = [
  '@digdir/designsystemet-css',
  '@fontsource-variable/inter',
  '@zazuko/yasqe',
] as const;

/** The project first. Throws where a package is not installed. */
export function softwareLicences(): readonly SoftwareLicence[] {
  return [PROJECT_FOLDER, ...SERVED.map(packageFolder)].map(licenceOf);
}

function licenceOf(folder: string): SoftwareLicence {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license: string };
  const file = join(folder, 'LICENSE');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  return { name, version, licence: license, text };
}

/** Packages need not export their package.json, so the folder is looked for where the program would look. */
function packageFolder(name: string): string {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`package ${name} is not installed`);
  return found;
}
