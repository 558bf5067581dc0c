/** The queries that are measured: our own of a catalogue, and the examples that the site offers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../site/site-folder.js';

export interface BenchQuery {
  readonly name: string;
  readonly text: string;
}

/** Comunica takes minutes for some of the site's examples on a large catalogue: they are measured on smaller ones. */
const ALL_QUERIES_UP_TO = 500_000;

export function benchQueries(triples = 0): BenchQuery[] {
  const folders = ['bench/queries', ...(triples <= ALL_QUERIES_UP_TO ? ['site/queries'] : [])];
  return folders.flatMap((folder) => {
    const path = join(PROJECT_FOLDER, folder);
    return readdirSync(path)
      .filter((name) => name.endsWith('.rq'))
      .sort()
      .map((name) => ({
        name: `${folder.startsWith('site') ? 'site ' : ''}${name.slice(0, -'.rq'.length)}`,
        text: readFileSync(join(path, name), 'utf8'),
      }));
  });
}

/** The same without its last LIMIT: where rows tie at the limit, engines may keep different ones of these. */
export function withoutLimit(text: string): string {
  return text.replace(/\bLIMIT\s+\d+(\s+OFFSET\s+\d+)?\s*$/i, '');
}
