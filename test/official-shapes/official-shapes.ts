/**
 * The official shape files (`../shared/spec`), mended in memory where they are wrong (docs/guide/shape-differences.md), and
 * the verdicts of both sides: which property of which thing has a violation.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTurtle } from '../../src/rdf/parse.js';
import { iri } from '../../src/model/iri.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import {
  literal,
  namedNode,
  quad,
  type NamedNode,
  type Quad,
  type Subject,
} from '../../src/rdf/terms.js';
import { sh } from '../../src/rdf/vocabularies.js';
import { loadShapes } from '../../src/validate/load-shapes.js';
import { profileOf, readProfiles } from '../../src/validate/profiles.js';
import type { RawResult } from '../../src/validate/shacl-jobs.js';
import { compiledRun } from '../validate/compiled/runs.js';
import { BASE, ONTOLOGY, ROOT, SHAPES } from '../shapes/fixtures.js';

export const SPEC = join(ROOT, '../shared/spec');
export const hasSpec = existsSync(SPEC);

const NO = 'dcat-ap-no/';
const EU = 'dcat-ap-3.0.1/';
const HVD = 'dcat-ap-hvd-3.0.0/hvd-SHACL-';

/** Our profile → the official files it stands for. */
export const OFFICIAL: Readonly<Record<string, readonly string[]>> = {
  'dcat-ap-no-3-feed': ['core', 'range', 'vocabulary'].map(
    (part) => `${NO}dcatapno3-${part}-shapes.ttl`,
  ),
  'dcat-ap-no-2-fdk': [`${NO}fdk-deployed-shapes-2.0.0.ttl`],
  'dcat-ap-3': ['shapes', 'range', 'mdr-vocabularies.shape'].map((part) => `${EU}${part}.ttl`),
  hvd: [`${HVD}base.ttl`, `${HVD}usagenotes.ttl`],
};

export function readSpec(file: string): readonly Quad[] {
  const path = join(SPEC, file);
  return parseTurtle(readFileSync(path, 'utf8'), { file: path, baseIri: BASE }).quads;
}

/** FDK runs its file as it is: it is the judge, faults included. */
export function officialShapes(profile: string): readonly Quad[] {
  const quads = (OFFICIAL[profile] ?? []).flatMap(readSpec);
  if (profile === 'dcat-ap-no-3-feed') return quads.flatMap(mendNorwegian);
  return quads;
}

const TRAILING_SLASH = /^http:\/\/data\.europa\.eu\/r5r(?=[a-z])/;
const LEGAL_TYPES = 'https://data.norge.no/vocabulary/legal-resource-type#';

/** Specs 2.2, v3: one line a fault. */
function mendNorwegian({ subject, predicate, object }: Quad): readonly Quad[] {
  const put = (value: NamedNode | ReturnType<typeof literal>): readonly Quad[] => [
    quad(subject as Subject, predicate as NamedNode, value),
  ];
  const is = (name: string): boolean => subject.value.endsWith(`#${name}`);
  if (TRAILING_SLASH.test(object.value))
    return put(namedNode(iri(object.value.replace(TRAILING_SLASH, 'http://data.europa.eu/r5r/'))));
  if (predicate.equals(sh.pattern) && object.value.endsWith('/media-types/application/*'))
    return put(literal(object.value.replace('application/*', '')));
  if (is('CostRangesShape') && predicate.equals(sh.targetClass))
    return put(namedNode(iri('http://data.europa.eu/m8g/Cost')));
  if (object.value === LEGAL_TYPES && !predicate.equals(sh.pattern))
    return put(namedNode(iri(LEGAL_TYPES.slice(0, -1))));
  if (is('DatasetSeriesShape-CV') && object.value.endsWith('#hasShapeCVInScheme-dctSpatial'))
    return [];
  return put(object as NamedNode);
}

/** `focus path` → the shapes that find a violation there. */
export type Verdicts = ReadonlyMap<string, readonly string[]>;

export type Judge = (data: readonly Quad[]) => Promise<Verdicts>;

export type Run = (data: readonly Quad[]) => Promise<readonly RawResult[]>;

const runs = new Map<string, Run>();

function compiled(key: string, shapes: () => readonly Quad[]): Run {
  const known = runs.get(key);
  if (known) return known;
  const check = compiledRun(shapes());
  const run: Run = async (data) => check(data);
  runs.set(key, run);
  return run;
}

export function ourRun(profile: string): Run {
  const folders = { shapes: SHAPES, ontology: ONTOLOGY };
  return compiled(
    `ours ${profile}`,
    () => loadShapes(profileOf(readProfiles(SHAPES), profile), folders).quads,
  );
}

export function officialRun(profile: string): Run {
  return compiled(`official ${profile}`, () => officialShapes(profile));
}

/** The files as they are, faults included. */
export function unmendedRun(...files: readonly string[]): Run {
  return compiled(files.join(), () => files.flatMap(readSpec));
}

/** Verdicts on things below a base; the official examples have none of ours. */
export function judge(run: Run, base: string = BASE): Judge {
  return async (data) => {
    const graph = new GraphIndex(data);
    const found = new Map<string, string[]>();
    for (const one of await run(data)) {
      if (one.severity !== sh.Violation.value || !one.focus.startsWith(base)) continue;
      for (const path of pathsOf(one, graph)) {
        const key = `${one.focus} ${path}`;
        found.set(key, [...(found.get(key) ?? []), one.shape.replace(/^.*[#/]/, '')]);
      }
    }
    return found;
  };
}

/** `(<a>|<b>)` is the properties that hold the value; without one, all of them. `<a>/<b>` is where the walk begins. */
function pathsOf({ focus, path, value }: RawResult, graph: GraphIndex): readonly string[] {
  if (path === undefined) return ['-'];
  const start = /^<([^>]+)>\//.exec(path)?.[1];
  if (start !== undefined) return [start];
  const choices = /^\(?<[^>]+>(?:\|<[^>]+>)+\)?$/.test(path)
    ? [...path.matchAll(/<([^>]+)>/g)].map(([, one]) => one ?? '')
    : [path];
  const holding = choices.filter((one) =>
    graph.about(focus).some((at) => at.predicate.value === one && at.object.value === value),
  );
  return holding.length > 0 ? holding : choices;
}
