/** Search of a large catalogue in process: ours, with facets and proposals, against MiniSearch as it comes over the same texts. */
import type { BenchCase } from '../case.js';
import { askChild } from '../child.js';
import type { SearchTimes } from '../children/search-own.js';
import { BEGINNINGS, SEARCHES } from '../data/search-queries.js';
import { WORDS_NB } from '../data/words.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { snapshotFile } from '../peers/snapshot-file.js';
import { medianOf, type Goal, type Measurement } from '../report.js';
import { median, quantile } from '../statistics.js';

const OURS = 'datavev';
const PLAIN = 'MiniSearch';
const SEARCH = 'a search, median';
const SLOW = 'a search, 95th percentile';
const SUGGEST = 'suggestions, median';
const SLOW_SUGGEST = 'suggestions, 95th percentile';
const P95 = 0.95;

export const searchCase: BenchCase = {
  name: 'search',
  sizes: ['1m'],
  async run({ catalogue, runs, folder }) {
    const task = { snapshot: snapshotFile(catalogue, folder) };
    const results = await interleaved(
      new Map<string, () => Promise<SearchTimes>>([
        [OURS, () => askChild('search-own', task)],
        [PLAIN, () => askChild('search-plain', task)],
      ]),
      runs,
    );
    const measurements = [...results].flatMap(([peer, times]) => rows(peer, times));
    const [ours] = results.get(OURS) ?? [];
    const lost = SEARCHES.filter((text, at) => WORDS_NB.includes(text) && ours?.hits[at] === 0);
    const { datasets } = catalogue;
    return {
      measurements,
      goals: goals(measurements),
      differences: lost.map((text) => `nothing is found for «${text}»`),
      notes: [
        `${datasets} datasets, ${ours?.things ?? 0} things in all; ${SEARCHES.length} searches, ${BEGINNINGS.length} beginnings of words, each once before. A search finds ${median(ours?.hits ?? [0]).toLocaleString('en-US')} things in the middle: the generated texts have few words, so a real catalogue’s searches find fewer. The generated files have no columns.`,
        'Ours sorts, counts all facets, and looks for another spelling where little is found; suggestions are titles. MiniSearch alone, for comparison, has the same texts word for word, searches for any word, begun and mistyped, counts nothing, suggests words, and finds nothing for a third of the searches: those take it no time.',
        'Built: from the graph to the text of the file. Loaded: from that text to the first search.',
      ],
      versions: versionsOf(['minisearch']),
    };
  },
};

function rows(peer: string, times: readonly SearchTimes[]): Measurement[] {
  const row = (what: string, valueOf: (one: SearchTimes) => number): Measurement => {
    return { what, peer, unit: 'ms', values: times.map(valueOf) };
  };
  return [
    row('built', ({ buildMs }) => buildMs),
    row('loaded', ({ loadMs }) => loadMs),
    { what: 'index', peer, unit: 'MB', values: times.map(({ bytes }) => bytes / 1_000_000) },
    row(SEARCH, ({ searchMs }) => median(searchMs)),
    row(SLOW, ({ searchMs }) => quantile(searchMs, P95)),
    row(SUGGEST, ({ suggestMs }) => median(suggestMs)),
    row(SLOW_SUGGEST, ({ suggestMs }) => quantile(suggestMs, P95)),
  ];
}

/** Up to 100 ms an answer feels immediate (Nielsen, Usability Engineering, 1993); proposals come with each letter. */
function goals(measurements: readonly Measurement[]): Goal[] {
  const ours = (what: string): number => medianOf(measurements, what, OURS);
  const most = { sign: 'at most', unit: 'ms' } as const;
  return [
    { ...most, text: SLOW, asked: 100, measured: ours(SLOW) },
    { ...most, text: SLOW_SUGGEST, asked: 20, measured: ours(SLOW_SUGGEST) },
  ];
}
