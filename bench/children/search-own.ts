/** The search of a catalogue: built from its public graph as publishing does, read as the site does, and asked. */
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../site/site-folder.js';
import { readReference } from '../../src/assemble/reference.js';
import type { SearchFile } from '../../src/model/search-file.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { searchFile } from '../../src/search/search-file.js';
import { searched } from '../../src/search/searched.js';
import { SearchIndex } from '../../src/search/search-index.js';
import { BENCH_BASE } from '../data/names.js';
import { BEGINNINGS, SEARCHES } from '../data/search-queries.js';
import { graphOfSnapshot, timed } from '../peers/searched.js';
import { answer } from './answer.js';

export interface SearchTask {
  readonly snapshot: string;
}
export interface SearchTimes {
  readonly buildMs: number;
  readonly bytes: number;
  readonly loadMs: number;
  /** Each search, in the order of the list. */
  readonly searchMs: readonly number[];
  readonly suggestMs: readonly number[];
  /** How many things can be found. */
  readonly things: number;
  /** Hits of each search. */
  readonly hits: readonly number[];
}

const SUGGESTIONS = 8;
const FOLDERS = ['codes', 'policy', 'vocab', 'search'];

await answer(async ({ snapshot }: SearchTask): Promise<SearchTimes> => {
  const graph = graphOfSnapshot(snapshot);
  const reference = new GraphIndex(await readReference(join(PROJECT_FOLDER, 'ontology'), FOLDERS));
  const [buildMs, text] = timed(() =>
    JSON.stringify(searchFile(searched(graph), BENCH_BASE, reference)),
  );
  const [loadMs, index] = timed(() => new SearchIndex(JSON.parse(text) as SearchFile));
  const search = (one: string): number => {
    const request = { text: one };
    const found = index.search(request);
    index.proposal(request, found);
    return found.hits.length;
  };
  // Once for nobody: the program is cold.
  SEARCHES.forEach(search);
  BEGINNINGS.forEach((one) => index.suggest(one, SUGGESTIONS));
  const searches = SEARCHES.map((one) => timed(() => search(one)));
  const suggestions = BEGINNINGS.map((one) => timed(() => index.suggest(one, SUGGESTIONS)));
  return {
    ...{ buildMs, loadMs, bytes: Buffer.byteLength(text), things: index.entries.length },
    searchMs: searches.map(([ms]) => ms),
    hits: searches.map(([, hits]) => hits),
    suggestMs: suggestions.map(([ms]) => ms),
  };
});
