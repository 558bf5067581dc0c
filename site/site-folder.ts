/** Where views, texts, queries and static files lie: beside the sources, in a built program too. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_FOLDER = projectFolder(dirname(fileURLToPath(import.meta.url)));
export const SITE_FOLDER = join(PROJECT_FOLDER, 'site');

/** Walks up to the folder that holds package.json. */
function projectFolder(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error('package.json not found above the program');
}
