/** Runs a harvester as the engine does, without the engine: fetch, identify all, map each. */
import { readFileSync } from 'node:fs';
import type { CatalogueFiles } from '../../src/harvest/catalogue-files.js';
import {
  isRejection,
  type FetchContext,
  type Harvester,
  type MapContext,
  type Mint,
  type RawRecord,
  type Rejection,
  type Source,
} from '../../src/harvest/harvester.js';
import { classScheme, type ClassScheme } from '../../src/model/classification.js';
import { CatalogError } from '../../src/model/errors.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { isIssue, type Issue } from '../../src/model/issue.js';
import { codeLists, type CodeLists } from '../../src/rdf/code-lists.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { parseTurtle } from '../../src/rdf/parse-turtle.js';
import { dataset, quad, type NamedNode, type Quad } from '../../src/rdf/terms.js';

export const BASE = iri('https://data.oslo.example/');

export const SCHEME: ClassScheme = classScheme(
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
  ],
  'apen',
);

const CODE_FILES = [
  ...['access-right', 'data-theme', 'frequency', 'language', 'licence', 'file-type'].map(
    (name) => `ontology/vocab/eu-${name}.ttl`,
  ),
  'ontology/vocab/eu-distribution-status.ttl',
  'ontology/vocab/eu-planned-availability.ttl',
  'ontology/vocab/hvd-categories.ttl',
  'ontology/vocab/los.ttl',
  'ontology/policy/iv3.ttl',
  'ontology/vocab/provenance-activity.ttl',
  ...[
    'kostra',
    'personvern',
    'datalag',
    'dpia-konklusjon',
    'dpia-kriterium',
    'dpia-svar',
    'avtaletype',
  ].map((name) => `ontology/codes/${name}.ttl`),
];
export const CODES = codeLists(
  dataset(CODE_FILES.flatMap((file) => parseTurtle(readFileSync(file, 'utf8'), { file }).quads)),
);

export const mint: Mint = (type, key) => iri(`${BASE}id/${type}/${key}`);

/** Files that exist only in the test. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): CatalogueFiles {
  return {
    read(path) {
      const found = contents[path];
      if (found === undefined)
        return Promise.reject(new CatalogError('FILE_MISSING', { file: path }));
      return Promise.resolve(typeof found === 'string' ? new TextEncoder().encode(found) : found);
    },
    list(folder, endings) {
      const inside = (path: string): boolean =>
        path.startsWith(`${folder}/`) && endings.some((ending) => path.endsWith(ending));
      return Promise.resolve(Object.keys(contents).filter(inside).sort());
    },
  };
}

export interface Harvested<P> {
  readonly records: readonly RawRecord<P>[];
  readonly rejections: readonly Rejection[];
  readonly reported: readonly Issue[];
}

export async function fetchAll<O, P>(
  harvester: Harvester<O, P>,
  source: Source<O>,
  files: CatalogueFiles,
): Promise<Harvested<P>> {
  const records: RawRecord<P>[] = [];
  const rejections: Rejection[] = [];
  const reported: Issue[] = [];
  const context: FetchContext = {
    signal: new AbortController().signal,
    egress: { get: () => Promise.reject(new Error('nothing may be fetched')) },
    files,
    scheme: SCHEME,
    report: (one) => void reported.push(one),
  };
  for await (const one of harvester.fetch(source, context)) {
    if (isRejection(one)) rejections.push(one);
    else records.push(one);
  }
  return { records, rejections, reported };
}

export interface World {
  /** Aliases of other sources. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly tables?: Readonly<Record<string, Readonly<Record<string, Record<string, string>>>>>;
  /** Code of the class by the source's policy. */
  readonly policy?: (type: string, key: string) => string;
  /** Words of the reference lists, instead of those of the project. */
  readonly codes?: Partial<CodeLists>;
}

export interface Mapped {
  readonly quads: readonly Quad[];
  readonly issues: readonly Issue[];
}

export function mapAll<O, P>(
  harvester: Harvester<O, P>,
  source: Source<O>,
  records: readonly RawRecord<P>[],
  world: World = {},
): Mapped {
  const aliases = new Map<string, Set<Iri>>();
  const enter = (name: string, target: Iri): void =>
    void aliases.set(name, (aliases.get(name) ?? new Set()).add(target));
  for (const [name, targets] of Object.entries(world.aliases ?? {}))
    targets.forEach((target) => enter(name, iri(BASE + target)));
  const identities = records.map((record) => harvester.identify(record, mint, source));
  for (const identity of identities) identity.aliases.forEach((name) => enter(name, identity.iri));
  const classOf = (code: string): Iri => iri(`${BASE}kode/konfidensialitet/${code}`);
  const quads: Quad[] = [];
  const issues: Issue[] = [];
  records.forEach((record, index) => {
    const subject = identities[index]?.iri ?? BASE;
    const context: MapContext<O> = {
      base: BASE,
      source,
      subject,
      scheme: SCHEME,
      codes: { ...CODES, ...world.codes },
      mint,
      classIri: ({ code }) => classOf(code),
      code: (scheme, code) => iri(`${BASE}kode/${scheme}/${code}`),
      recordClass: (type, key) => classOf(world.policy?.(type, key) ?? 'intern'),
      resolve: (name) => [...(aliases.get(name) ?? [])].sort(),
      names: (prefix) =>
        [...aliases.keys()]
          .filter((name) => name.startsWith(prefix))
          .map((name) => name.slice(prefix.length))
          .sort(),
      table: (name) => {
        const rows = world.tables?.[name];
        return rows && new Map(Object.entries(rows));
      },
    };
    for (const one of harvester.map(record, context)) {
      if (isIssue(one)) issues.push({ ...one, record: `${record.type} ${record.key}` });
      else quads.push(one);
    }
  });
  return { quads, issues };
}

/** Sorted N-Quads, each once: nothing here has blank nodes. */
export function canonical(quads: Iterable<Quad>): string[] {
  const plain = [...quads].map(({ subject, predicate, object }) =>
    quad(subject as NamedNode, predicate as NamedNode, object),
  );
  return [...new Set(canonicalNQuads(plain).split('\n'))].filter((line) => line !== '').sort();
}

export function expected(file: string): string[] {
  return canonical(parseTurtle(readFileSync(file, 'utf8'), { file }).quads);
}

/** `datasett luft CODE_UNKNOWN frekvens`: what a table of expected findings says. */
export function findings(issues: readonly Issue[]): string[] {
  return issues.map((one) => `${one.record ?? '–'} ${one.code}`).sort();
}
