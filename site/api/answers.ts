/**
 * Bodies of our own JSON answers, as schemas. Each is bound to the type that the code writes it as: a field that is added to one
 * and not to the other does not compile.
 */
import { z } from 'zod';
import type {
  CoverageReport,
  ObjectTypeCoverage,
  Tallies,
} from '../../src/model/coverage-report.js';
import type { Points } from '../../src/model/finding.js';
import { HVD_REQUIREMENTS, type HvdReport } from '../../src/model/hvd-report.js';
import { LANGUAGES, type LangText } from '../../src/model/lang-text.js';
import {
  PORTAL_IDS,
  TRAP_SEVERITIES,
  type FoundTrap,
  type PortalReport,
} from '../../src/model/portal-report.js';
import {
  SCORE_IDS,
  type Average,
  type DatasetQuality,
  type QualityReport,
} from '../../src/model/quality-report.js';
import { FACETS, SEARCH_TYPES } from '../../src/model/search-file.js';
import type { Suggestion } from '../view-models/suggestions.js';

const text = z.string();
const count = z.int().min(0);
const langText: z.ZodType<LangText> = z.record(z.enum(LANGUAGES), text);
/** Language → text, as the graph has it. */
const labels = z.record(text, text);
const points: z.ZodType<Points> = z.strictObject({ eu: z.number(), no: z.number() });
const labelled = { iri: text, label: labels };

export const problem = z.looseObject({
  type: text,
  title: text,
  status: z.int().min(400).max(599),
  detail: text,
});

const tallied = { points: z.number(), atMost: z.number(), attainable: z.number() };
const dimensions = z.record(text, z.strictObject({ points: z.number(), attainable: z.number() }));
const average: z.ZodType<Average> = z.strictObject({ ...tallied, dimensions });
const group = { datasets: count, scores: z.record(z.enum(SCORE_IDS), average) };
const datasetQuality: z.ZodType<DatasetQuality> = z.strictObject({
  iri: text,
  title: text,
  publisher: text.exactOptional(),
  scores: z.record(
    z.enum(SCORE_IDS),
    z.strictObject({ ...tallied, distribution: text.exactOptional(), dimensions }),
  ),
  lost: z.array(
    z.strictObject({
      metric: text,
      state: z.enum(['missing', 'unchecked']),
      points,
      found: text.exactOptional(),
      status: z.int().exactOptional(),
      causes: z.array(langText).exactOptional(),
    }),
  ),
  gains: z.array(z.strictObject({ step: text, points })),
});

export const qualityReport: z.ZodType<QualityReport> = z.strictObject({
  scores: z.record(
    z.enum(SCORE_IDS),
    z.strictObject({
      title: langText,
      date: text,
      source: text,
      nominal: z.number(),
      attainable: z.number(),
      bands: z.array(z.strictObject({ from: z.number(), label: langText })),
    }),
  ),
  dimensions: z.array(z.strictObject({ id: text, label: langText })),
  steps: z.array(
    z.strictObject({
      id: text,
      label: langText,
      action: langText,
      fix: langText,
      example: text.exactOptional(),
      path: text.exactOptional(),
    }),
  ),
  catalogue: z.strictObject(group),
  publishers: z.array(z.strictObject({ publisher: text.exactOptional(), name: text, ...group })),
  datasets: z.array(datasetQuality),
  gains: z.array(
    z.strictObject({
      step: text,
      datasets: count,
      each: points,
      average: points,
      owners: z.array(
        z.strictObject({ publisher: text.exactOptional(), name: text, datasets: count }),
      ),
    }),
  ),
  unscored: count,
});

const tally = z.strictObject({ met: count, total: count });
const requirement = z.enum(HVD_REQUIREMENTS);

export const hvdReport: z.ZodType<HvdReport> = z.strictObject({
  requirements: z.array(z.strictObject({ code: requirement, name: langText })),
  categories: z.array(
    z.strictObject({
      iri: text.exactOptional(),
      label: labels,
      datasets: z.array(text),
      ready: count,
      tallies: z.record(requirement, tally),
    }),
  ),
  datasets: z.array(
    z.strictObject({
      ...labelled,
      categories: z.array(z.strictObject(labelled)),
      isReady: z.boolean(),
      states: z.record(requirement, z.enum(['met', 'lacking', 'waived', 'notRelevant'])),
      findings: z.array(
        z.strictObject({
          requirement,
          about: text,
          label: labels,
          message: langText,
          fix: langText,
        }),
      ),
      waivers: z.array(z.strictObject({ requirement: z.enum(['api', 'bulk']), reason: labels })),
      sight: z.strictObject({
        isListed: z.boolean(),
        isNamed: z.boolean(),
        files: z.array(text),
        services: z.array(text),
        unseen: z.array(text),
      }),
    }),
  ),
  queries: z.array(
    z.strictObject({
      name: text,
      title: langText,
      description: langText,
      text,
      columns: z.array(text),
      rows: z.array(z.array(text)),
    }),
  ),
});

const tallies: z.ZodType<Tallies> = z.strictObject({
  objectTypes: tally.exactOptional(),
  elements: tally.exactOptional(),
  linkedDatasets: tally.exactOptional(),
  personalDatasets: tally.exactOptional(),
  systems: tally.exactOptional(),
});
const objectType: z.ZodType<ObjectTypeCoverage> = z.strictObject({
  ...labelled,
  isInScope: z.boolean(),
  datasets: z.array(
    z.strictObject({
      ...labelled,
      systems: z.array(z.strictObject(labelled)),
      isAuthoritative: z.boolean(),
      share: z.number().exactOptional(),
    }),
  ),
  sources: z.array(z.strictObject(labelled)),
});

export const coverageReport: z.ZodType<CoverageReport> = z.strictObject({
  tallies,
  areas: z.array(
    z.strictObject({
      area: z.strictObject({ ...labelled, code: text }).exactOptional(),
      tallies,
      objectTypes: z.array(objectType),
    }),
  ),
});

const trap: z.ZodType<FoundTrap> = z.strictObject({
  id: text,
  name: text,
  severity: z.enum(TRAP_SEVERITIES),
  says: langText,
  fix: langText,
  count,
  evidence: z.array(text),
});
const shared = z.array(z.strictObject({ node: text, members: count }));

export const portalReport: z.ZodType<PortalReport> = z.strictObject({
  portals: z.array(
    z.strictObject({
      portal: z.enum(PORTAL_IDS),
      title: langText,
      url: text,
      isRead: z.boolean(),
      members: count,
      changes: z
        .strictObject({
          since: text.exactOptional(),
          added: z.array(text),
          changed: z.array(text),
          removed: z.array(text),
          returned: z.array(text),
          because: shared,
        })
        .exactOptional(),
      empty: z.array(z.strictObject({ id: text, label: langText, count })),
      shared,
      score: z
        .strictObject({
          before: z.number().exactOptional(),
          now: z.number(),
          attainable: z.number(),
        })
        .exactOptional(),
      traps: z.array(trap),
    }),
  ),
});

const type = z.enum(SEARCH_TYPES);
const suggestion: z.ZodType<Suggestion> = z.strictObject({
  title: text,
  lang: text.optional(),
  alsoCalled: text.optional(),
  type,
  kind: text,
  iri: text,
  href: text,
});
export const suggested = z.strictObject({
  q: text,
  lang: z.enum(LANGUAGES),
  suggestions: z.array(suggestion),
});

export const searchHits = z.array(
  z.strictObject({
    iri: text,
    type,
    title: text,
    modified: text.exactOptional(),
    ...(Object.fromEntries(FACETS.map((facet) => [facet, z.array(text)])) as Record<
      (typeof FACETS)[number],
      z.ZodArray<typeof text>
    >),
  }),
);

/** SPARQL 1.1 Query Results JSON Format. */
export const sparqlResults = z.looseObject({
  head: z.looseObject({ vars: z.array(text).exactOptional() }),
  boolean: z.boolean().exactOptional(),
  results: z
    .strictObject({
      bindings: z.array(
        z.record(text, z.looseObject({ type: z.enum(['uri', 'literal', 'bnode']), value: text })),
      ),
    })
    .exactOptional(),
});
