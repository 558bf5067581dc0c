/**
 * The judges of specs.md 2.5 on what the samples publish, read back from the files that portals fetch: version 3 and DCAT-AP 3 on
 * the catalogue's document, 2.0.0 on what data.norge.no takes of each dataset, the high-value rules on what is ready.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FDK_FILE, FDK_SERVICES_FILE } from '../../src/feed/feed-files.js';
import type { HvdFinding } from '../../src/model/hvd-report.js';
import { judgeHvd } from '../../src/portal/hvd/judge-hvd.js';
import { isMarked, thingsOf } from '../../src/portal/hvd/hvd-things.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat, PREFIXES, rdf, sh } from '../../src/rdf/vocabularies.js';
import { SNAPSHOT_FILE } from '../../src/store/revisions.js';
import { readSnapshot } from '../../src/store/snapshot-open.js';
import type { RawResult } from '../../src/validate/shacl-jobs.js';
import { engineRun } from '../support/shacl-engine.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';
import {
  hasSpec,
  officialRun,
  officialShapes,
  ourRun,
  readSpec,
  unmendedRun,
  type Run,
} from './official-shapes.js';
import { closure, REFERENCE } from './world.js';

const DEPRECATED = 'dcat-ap-3.0.1/deprecateduris.ttl';

interface Expected {
  /** Violations of DCAT-AP 3.0.1 that are named exceptions (docs/guide/shape-differences.md), and its warnings. */
  readonly exceptions: readonly string[];
  readonly warnings: readonly string[];
  /** High-value datasets among those that are ready. */
  readonly ready: readonly string[];
  readonly hasServices: boolean;
}

const SAMPLES: Readonly<Record<'oslo' | 'trondheim', Expected>> = {
  oslo: {
    // E1, E3.
    exceptions: ['dcat:dataset', 'dcat:mediaType'],
    // Publishers are not among the EU's corporate bodies, places of Geonorge and themes of Los not in its lists; the last one
    // is the official rule for old status codes, which is the wrong way round.
    warnings: ['adms:status', 'dcat:theme', 'dct:publisher', 'dct:spatial'],
    ready: ['adresser', 'luftkvalitet-dogn', 'nedborstasjoner'],
    hasServices: true,
  },
  trondheim: {
    exceptions: ['dcat:mediaType'],
    warnings: ['adms:status', 'dcat:theme', 'dct:publisher', 'dct:spatial'],
    ready: [],
    hasServices: false,
  },
};

describe.each(Object.entries(SAMPLES))('%s', (id, expected) => {
  let temp: TempCatalogue;
  let whole: readonly Quad[];
  let fdk: readonly Quad[];
  let services: readonly Quad[];
  beforeAll(async () => {
    temp = await tempCatalogue(id as keyof typeof SAMPLES);
    await temp.harvest();
    await temp.publish();
    const read = (file: string): readonly Quad[] => {
      const path = join(temp.varFolder, 'current/public', file);
      return parseTurtle(readFileSync(path, 'utf8'), { file }).quads;
    };
    whole = read('katalog.ttl');
    fdk = read(FDK_FILE);
    services = expected.hasServices ? read(FDK_SERVICES_FILE) : [];
  });
  afterAll(() => temp[Symbol.asyncDispose]());

  /** Datasets with a result of any severity. */
  const faulty = async (run: Run): Promise<string[]> => {
    const found: string[] = [];
    for (const { value } of datasetsOf(fdk)) {
      const results = await run(closure(fdk, value));
      if (results.length > 0) found.push(value.slice(value.lastIndexOf('/') + 1));
    }
    return found;
  };
  /** The document, where only what is ready of the high-value data has the classes that the rules look at. */
  const ready = (): readonly Quad[] => withoutOtherTargets(whole, readyThings(temp, whole));

  test('by our own rules: version 3, DCAT-AP 3 and the high-value rules find no violation', async () => {
    for (const profile of ['dcat-ap-no-3-feed', 'dcat-ap-3'])
      expect((await ourRun(profile)(whole)).filter(isViolation)).toEqual([]);
    const left = await ourRun('hvd')(ready());
    expect(left.filter(isViolation)).toEqual([]);
    const names = datasetsOf(ready()).map(({ value }) => value.slice(value.lastIndexOf('/') + 1));
    expect(names).toEqual(expect.arrayContaining([...expected.ready]));
  });

  test('by our own rules for data.norge.no: no result on any dataset', async () => {
    expect(await faulty(ourRun('dcat-ap-no-2-fdk'))).toEqual([]);
  });

  describe.skipIf(!hasSpec)('by the official files', () => {
    test('DCAT-AP-NO 3, mended: no result; a second validator says the same', async () => {
      expect(await officialRun('dcat-ap-no-3-feed')(whole)).toEqual([]);
      const second = await engineRun(officialShapes('dcat-ap-no-3-feed'));
      expect(await second(whole)).toEqual([]);
    });

    test('2.0.0 as data.norge.no deploys it, on each dataset: no result of any severity', async () => {
      expect(await faulty(officialRun('dcat-ap-no-2-fdk'))).toEqual([]);
      const second = await engineRun(readSpec('dcat-ap-no/fdk-deployed-shapes-2.0.0.ttl'));
      expect(await faulty(second)).toEqual([]);
    });

    test('DCAT-AP 3.0.1: the named exceptions, by both validators', async () => {
      const shapes = [...officialShapes('dcat-ap-3'), ...readSpec(DEPRECATED)];
      const second = await engineRun(shapes);
      const first = [
        ...(await officialRun('dcat-ap-3')(whole)),
        ...(await unmendedRun(DEPRECATED)(whole)),
      ];
      for (const results of [first, await second(whole)]) {
        expect(pathsOf(results.filter(isViolation))).toEqual(expected.exceptions);
        expect(pathsOf(results.filter((one) => !isViolation(one)))).toEqual(expected.warnings);
      }
    });

    // The second validator does not follow the choice of paths that the rule for an API is written with.
    test('DCAT-AP HVD 3.0.0 on what is ready: no result', async () => {
      expect(await officialRun('hvd')(ready())).toEqual([]);
    });

    test('the same of the two feeds of data.norge.no together, where it reports from', async () => {
      const both = [
        ...new Map([...fdk, ...services].map((one) => [ntriplesLine(one), one])).values(),
      ];
      const left = withoutOtherTargets(both, readyThings(temp, whole));
      expect(await officialRun('hvd')(left)).toEqual([]);
    });
  });
});

function datasetsOf(quads: readonly Quad[]): readonly { readonly value: string }[] {
  return new GraphIndex(quads).instances(dcat.Dataset);
}

function isViolation({ severity }: Pick<RawResult, 'severity'>): boolean {
  return severity === sh.Violation.value;
}

/**
 * High-value datasets that lack nothing by Regulation (EU) 2023/138 and wait for no exception, with their distributions and
 * services. The quality of service has no place in the EU's shapes.
 */
function readyThings({ varFolder }: TempCatalogue, quads: readonly Quad[]): ReadonlySet<string> {
  const file = join(varFolder, 'current/public', SNAPSHOT_FILE);
  const snapshot = readSnapshot(file);
  const { datasets } = judgeHvd({ snapshot, categories: REFERENCE });
  const graph = new GraphIndex(quads);
  const all = datasets
    .filter(({ findings, waivers }) => findings.every(isOfService) && waivers.length === 0)
    .flatMap(({ iri }) => {
      const { distributions, services } = thingsOf(graph, iri);
      return [iri, ...[...distributions, ...services].filter((one) => isMarked(graph, one))];
    });
  return new Set(all);
}

function isOfService({ requirement }: HvdFinding): boolean {
  return requirement === 'serviceQuality';
}

/** The high-value rules take every dataset, service and distribution for their own: only these things keep their class. */
function withoutOtherTargets(quads: readonly Quad[], things: ReadonlySet<string>): readonly Quad[] {
  const targets = [dcat.Dataset, dcat.DatasetSeries, dcat.DataService, dcat.Distribution];
  return quads.filter(
    ({ subject, predicate, object }) =>
      !predicate.equals(rdf.type) ||
      !targets.some((one) => one.equals(object)) ||
      things.has(subject.value),
  );
}

/** The properties in short, each once. */
function pathsOf(results: readonly RawResult[]): readonly string[] {
  const short = (path = ''): string => {
    const found = Object.entries(PREFIXES).find(([, base]) => path.startsWith(base));
    return found ? `${found[0]}:${path.slice(found[1].length)}` : path;
  };
  return [...new Set(results.map(({ path }) => short(path)))].sort();
}
