/** Runs the Kartoteket harvester as the engine does, without the engine: fetch, identify all, map each. */
import { readFileSync } from 'node:fs';
import kartoteket from '../../harvesters/kartoteket/index.js';
import type { KartoteketPayload } from '../../harvesters/kartoteket/fields.js';
import type { KartoteketOptions } from '../../harvesters/kartoteket/options.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import type { Egress } from '../../src/harvest/egress.js';
import {
  isRejection,
  type FetchContext,
  type MapContext,
  type Mint,
  type RawRecord,
  type Rejection,
  type Source,
} from '../../src/harvest/harvester.js';
import { classScheme } from '../../src/model/classification.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { isIssue, type Issue } from '../../src/model/issue.js';
import { codeLists } from '../../src/rdf/code-lists.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { dataset, type Quad } from '../../src/rdf/terms.js';

export const KEY = 'hemmelig-nokkel-4711';
export const FIXTURES = 'harvesters/kartoteket/fixtures';
export const BASE = iri('https://data.oslo.example/');
type Row = RawRecord<KartoteketPayload>;

export const SCHEME = classScheme(
  [
    { code: 'apen', rank: 1, label: { nb: 'Åpen' }, synonyms: ['åpent'], accessRights: 'PUBLIC' },
    { code: 'intern', rank: 2, label: { nb: 'Intern' }, synonyms: [], accessRights: 'RESTRICTED' },
    {
      code: 'beskyttet',
      rank: 3,
      label: { nb: 'Beskyttet' },
      synonyms: [],
      accessRights: 'NON_PUBLIC',
    },
    {
      code: 'strengt-beskyttet',
      rank: 4,
      label: { nb: 'Strengt beskyttet' },
      synonyms: ['sikret'],
      accessRights: 'NON_PUBLIC',
    },
  ],
  'apen',
);
const CODES = codeLists(dataset(parseTurtle(readFileSync('ontology/vocab/los.ttl', 'utf8')).quads));
export const mint: Mint = (type, key) => iri(`${BASE}id/${type}/${key}`);

export interface Fetch {
  readonly records: readonly Row[];
  readonly rejections: readonly Rejection[];
  readonly reported: readonly Issue[];
}

export const noEgress: Egress = {
  get: () => Promise.reject(new Error('nothing may be fetched')),
};

export function sourceOf(options: Partial<KartoteketOptions>): Source<KartoteketOptions> {
  return { id: 'kartoteket', kind: 'kartoteket', options: kartoteket.options.parse(options) };
}

export async function fetchAll(
  source: Source<KartoteketOptions>,
  context: Partial<FetchContext> = {},
): Promise<Fetch> {
  const records: Row[] = [];
  const rejections: Rejection[] = [];
  const reported: Issue[] = [];
  const fetching = kartoteket.fetch(source, {
    signal: new AbortController().signal,
    egress: noEgress,
    files: catalogueFiles(FIXTURES),
    scheme: SCHEME,
    report: (one) => void reported.push(one),
    ...context,
  });
  for await (const one of fetching) {
    if (isRejection(one)) rejections.push(one);
    else records.push(one);
  }
  return { records, rejections, reported };
}

export interface Mapped {
  readonly quads: readonly Quad[];
  readonly issues: readonly Issue[];
}

/** Maps all records; `only` keeps the output of some. */
export function mapAll(
  records: readonly Row[],
  options: { readonly only?: (record: Row) => boolean; readonly table?: MapContext['table'] } = {},
): Mapped {
  const source = sourceOf({ folder: 'register' });
  const aliases = new Map<string, Set<Iri>>();
  const identities = records.map((record) => kartoteket.identify(record, mint, source));
  for (const identity of identities)
    for (const name of identity.aliases)
      aliases.set(name, (aliases.get(name) ?? new Set()).add(identity.iri));
  const quads: Quad[] = [];
  const issues: Issue[] = [];
  records.forEach((record, index) => {
    const identity = identities[index];
    if (!identity?.own || options.only?.(record) === false) return;
    const outputs = kartoteket.map(record, {
      base: BASE,
      source,
      subject: identity.iri,
      scheme: SCHEME,
      codes: CODES,
      mint,
      classIri: (one) => iri(`${BASE}kode/konfidensialitet/${one.code}`),
      code: (scheme, code) => iri(`${BASE}kode/${scheme}/${code}`),
      recordClass: (type) =>
        iri(`${BASE}kode/konfidensialitet/${type === 'virksomhet' ? 'apen' : 'intern'}`),
      resolve: (name) => [...(aliases.get(name) ?? [])].sort(),
      names: () => [],
      table: options.table ?? (() => undefined),
    });
    for (const one of outputs) {
      if (isIssue(one)) issues.push({ ...one, record: `${record.type} ${record.key}` });
      else quads.push(one);
    }
  });
  return { quads, issues };
}

/** `system 3 CLASS_CONFLICT`: what a table of expected findings says. */
export function lines(issues: readonly Issue[]): string[] {
  return issues.map((one) => `${one.record ?? '–'} ${one.code}`).sort();
}
