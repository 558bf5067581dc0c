/**
 * The editor of the query page (ADR 0028): Yasqe, a part of YASGUI, as its package holds it. The rest of YASGUI (tabs, results,
 * endpoints) is not served: our own page does that, without storage in the browser and with a table that all can read.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Path below the static root → text. The script is a library that leaves a global `Yasqe`. */
export function editorFiles(): readonly (readonly [string, string])[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@zazuko/yasqe'));
  const script = readFileSync(join(folder, 'yasqe.min.js'), 'utf8');
  return [
    // Its map is not served, and nobody shall be sent to look for it.
    ['yasqe.js', script.replace(/^\/\/# sourceMappingURL=.*$/m, '')],
    ['yasqe.css', readFileSync(join(folder, 'yasqe.min.css'), 'utf8')],
  ];
}
