/** All cases, in the order of the tables. */
import type { BenchCase } from '../case.js';
import { feedsCase } from './feeds.js';
import { httpCase } from './http.js';
import { nightlyCase } from './nightly.js';
import { openCase } from './open.js';
import { pageCase } from './page.js';
import { pagesCase } from './pages.js';
import { publishCase } from './publish.js';
import { revalidateCase } from './revalidate.js';
import { searchCase } from './search.js';
import { shaclCase } from './shacl.js';
import { sparqlCase } from './sparql.js';

export const CASES: readonly BenchCase[] = [
  openCase,
  publishCase,
  feedsCase,
  nightlyCase,
  shaclCase,
  revalidateCase,
  sparqlCase,
  searchCase,
  pageCase,
  httpCase,
  pagesCase,
];
