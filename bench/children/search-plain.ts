/** The same texts in MiniSearch as it comes: words as they are written, any of them, begun and mistyped; no facets. */
import MiniSearch from 'minisearch';
import { FIELDS, searchDocuments } from '../../src/search/search-document.js';
import { searched } from '../../src/search/searched.js';
import { BENCH_BASE } from '../data/names.js';
import { BEGINNINGS, SEARCHES } from '../data/search-queries.js';
import { graphOfSnapshot, timed } from '../peers/searched.js';
import { answer } from './answer.js';
import type { SearchTask, SearchTimes } from './search-own.js';

const OPTIONS = { idField: 'iri', fields: [...FIELDS] };
const SEARCH = { prefix: true, fuzzy: 0.2 };

await answer(({ snapshot }: SearchTask): SearchTimes => {
  const graph = graphOfSnapshot(snapshot);
  const [buildMs, text] = timed(() => {
    const index = new MiniSearch<Record<string, string>>(OPTIONS);
    const documents = searchDocuments(searched(graph), BENCH_BASE, () => []);
    index.addAll(
      documents.map(({ iri, texts }) => ({
        iri,
        ...Object.fromEntries(FIELDS.map((field) => [field, texts[field].join('\n')])),
      })),
    );
    return JSON.stringify(index);
  });
  const [loadMs, index] = timed(() => MiniSearch.loadJSON(text, OPTIONS));
  const search = (one: string): number =>
    index.search(one === '' ? MiniSearch.wildcard : one, SEARCH).length;
  SEARCHES.forEach(search);
  BEGINNINGS.forEach((one) => index.autoSuggest(one));
  const searches = SEARCHES.map((one) => timed(() => search(one)));
  const suggestions = BEGINNINGS.map((one) => timed(() => index.autoSuggest(one)));
  return {
    ...{ buildMs, loadMs, bytes: Buffer.byteLength(text), things: index.documentCount },
    searchMs: searches.map(([ms]) => ms),
    hits: searches.map(([, hits]) => hits),
    suggestMs: suggestions.map(([ms]) => ms),
  };
});
