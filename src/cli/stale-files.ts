/** Files that were edited after their source was last harvested: what is checked is older than what they say now. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Catalogue } from '../compose.js';
import type { SourceState } from '../harvest/source-state.js';
import { localTime } from '../model/instant.js';
import type { Lang } from '../model/lang-text.js';
import { parseOrigin } from '../model/origin.js';
import { say } from './texts.js';

/** A line for each source that has such files. Where a source is read as it stands, its files are never too new. */
export async function staleFiles(
  { config, states }: Pick<Catalogue, 'config' | 'states'>,
  isLive: (kind: string) => boolean,
  language: Lang,
): Promise<string[]> {
  const lines: string[] = [];
  for (const { id } of config.sources.filter(({ kind }) => !isLive(kind))) {
    const state = await states.read(id);
    if (!state) continue;
    const { at } = state.lastRun;
    const files = filesOf(state).filter((file) =>
      isNewer(resolve(config.folder, file), Date.parse(at)),
    );
    if (files.length === 0) continue;
    const params = { files: files.join(', '), at: localTime(at), source: id };
    lines.push(say('fileStale', language, params));
  }
  return lines;
}

function filesOf({ records, rejections }: SourceState): string[] {
  const files = [...records, ...rejections].map(({ origin }) => parseOrigin(origin).file);
  return [...new Set(files)].filter((file) => !/^https?:/.test(file)).sort();
}

function isNewer(path: string, time: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs > time;
}
