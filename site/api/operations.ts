/**
 * Our own addresses for programs, once: `/openapi.json` and `/api` are made of this table, and a test calls every one of them
 * (test/site/api.test.ts). What each is for stands in the texts as `api.op.{id}`, each parameter as `api.param.{name}`.
 */
import { z } from 'zod';
import { ATOM } from '../changes/atom-link.js';
import { DOCUMENT_SYNTAXES } from '../document-syntaxes.js';
import { GRAPH_OFFERS, RESULT_OFFERS } from '../sparql/formats.js';
import type * as answers from './answers.js';
import * as read from './parameters.js';

export const TAGS = ['search', 'catalogue', 'things', 'changes', 'query', 'reports'] as const;

export interface Answer {
  /** Bare media type. */
  readonly type: string;
  /** Name of a schema of answers.ts; none for what is not JSON of ours. */
  readonly schema?: keyof typeof answers;
}

export interface Operation {
  readonly id: string;
  readonly tag: (typeof TAGS)[number];
  /** With `{name}` where the parameters of `inPath` go. */
  readonly path: string;
  readonly inPath?: z.ZodObject;
  readonly inQuery?: z.ZodObject;
  /** Of 200; without any the answer is 303. */
  readonly answers: readonly Answer[];
  readonly failures: readonly number[];
  /** May be asked by POST too, with a form of the same parameters (and for SPARQL the query itself). */
  readonly isPosted?: boolean;
  /** Values that any catalogue answers; `{key}` stands for the key of a dataset. */
  readonly example?: Readonly<Record<string, string>>;
}

const DOCUMENTS: readonly Answer[] = DOCUMENT_SYNTAXES.map(({ mediaType: type }) => ({ type }));
const CSV: Answer = { type: 'text/csv' };
const TURTLE: Answer = { type: 'text/turtle' };
const inLanguage = z.object({ lang: read.language });
const inSyntax = z.object({ extension: read.documentExtension });

const report = (name: string, answer: Answer): Operation => ({
  id: `report-${name.replace(/[./]/g, '-')}`,
  tag: 'reports',
  path: `/${name}`,
  answers: [answer],
  failures: [404],
});

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'search',
    tag: 'search',
    path: '/{lang}/sok.{extension}',
    inPath: z.object({ lang: read.language, extension: z.enum(['json', 'csv', 'ttl']) }),
    inQuery: read.searchParameters,
    answers: [{ type: 'application/json', schema: 'searchHits' }, CSV, TURTLE],
    failures: [],
    example: { lang: 'nb', extension: 'json' },
  },
  {
    id: 'suggestions',
    tag: 'search',
    path: '/api/forslag',
    inQuery: read.suggestionParameters,
    answers: [{ type: 'application/json', schema: 'suggested' }],
    failures: [400],
    example: { q: 'a' },
  },
  {
    id: 'catalogue',
    tag: 'catalogue',
    path: '/katalog',
    inQuery: z.object({ side: read.pageNumber.optional() }),
    answers: DOCUMENTS,
    failures: [404, 406],
  },
  {
    id: 'catalogue-file',
    tag: 'catalogue',
    path: '/katalog.{extension}',
    inPath: inSyntax,
    answers: DOCUMENTS,
    failures: [404],
    example: { extension: 'ttl' },
  },
  {
    id: 'dump',
    tag: 'catalogue',
    path: '/dump.nq',
    answers: [{ type: 'application/n-quads' }],
    failures: [],
  },
  {
    id: 'statistics',
    tag: 'catalogue',
    path: '/void.{extension}',
    inPath: inSyntax,
    answers: DOCUMENTS,
    failures: [404],
    example: { extension: 'ttl' },
  },
  {
    id: 'thing',
    tag: 'things',
    path: '/id/{type}/{key}',
    inPath: z.object({ type: read.thingType, key: read.thingKey }),
    answers: [],
    failures: [404, 406, 410],
    example: { type: 'datasett', key: '{key}' },
  },
  {
    id: 'document',
    tag: 'things',
    path: '/{type}/{key}.{extension}',
    inPath: z.object({
      type: read.thingType,
      key: read.thingKey,
      extension: read.documentExtension,
    }),
    answers: DOCUMENTS,
    failures: [404, 410],
    example: { type: 'datasett', key: '{key}', extension: 'ttl' },
  },
  {
    id: 'atom',
    tag: 'changes',
    path: '/{lang}/endringer.atom',
    inPath: inLanguage,
    inQuery: read.changeParameters,
    answers: [{ type: ATOM }],
    failures: [400, 404],
    example: { lang: 'nb' },
  },
  {
    id: 'event-stream',
    tag: 'changes',
    path: '/feed/endringer',
    inQuery: z.object({ side: read.pageNumber.optional() }),
    answers: DOCUMENTS,
    failures: [404, 406, 410],
  },
  {
    id: 'oai',
    tag: 'changes',
    path: '/oai',
    inQuery: read.oaiParameters,
    answers: [{ type: 'text/xml' }],
    failures: [],
    isPosted: true,
    example: { verb: 'Identify' },
  },
  {
    id: 'sparql',
    tag: 'query',
    path: '/sparql',
    inQuery: read.sparqlParameters,
    answers: [
      ...RESULT_OFFERS.map(({ format, type }): Answer =>
        format === 'json' ? { type, schema: 'sparqlResults' } : { type },
      ),
      ...GRAPH_OFFERS.map(({ type }) => ({ type })),
    ],
    failures: [400, 406, 429, 503],
    isPosted: true,
    example: { query: 'SELECT * WHERE { ?s ?p ?o } LIMIT 1' },
  },
  report('kvalitet.json', { type: 'application/json', schema: 'qualityReport' }),
  report('kvalitet.ttl', TURTLE),
  report('dekning.json', { type: 'application/json', schema: 'coverageReport' }),
  report('dekning.csv', CSV),
  report('hvd.json', { type: 'application/json', schema: 'hvdReport' }),
  report('hvd.csv', CSV),
  report('portaler.json', { type: 'application/json', schema: 'portalReport' }),
];
