/**
 * Publish: assemble what is accepted, validate, project, check the projection, write one revision, swap the pointer.
 * The same input gives the same revision, so nothing is written when nothing changed.
 */
import type { Assembly } from '../assemble/assembly.js';
import type { Clock } from '../model/instant.js';
import { CatalogError } from '../model/errors.js';
import { iriOf, isNamedNode, namedNode, type Quad } from '../rdf/terms.js';
import type { Iri } from '../model/iri.js';
import { catalogueLinks } from '../project/catalogue-links.js';
import { companions } from '../project/companions.js';
import { outsideThings } from '../project/outside-things.js';
import { project, type Projection, type ProjectionRules } from '../project/project.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { kdm } from '../rdf/vocabularies.js';
import type { Revision, Revisions } from '../store/revisions.js';
import type { ValidationResult, Validator } from '../validate/validator.js';
import { accounts, assertBalanced, type SourceAccount } from './accounting.js';
import { withCodings } from './coded-files.js';
import { dataFiles } from './data-files.js';
import { findings, type FindingOptions } from './findings.js';
import { labelOf } from '../rdf/label.js';
import { publicFindings } from './public-findings.js';
import { publicCoverage } from './public-coverage.js';
import { publicQuality } from './public-quality.js';
import { nextTrend } from './quality-trend.js';
import type { Metrics } from '../quality/metrics.js';
import { validateAll } from './validate-all.js';
import type { Finding } from '../model/finding.js';
import { separateModels } from './model-graphs.js';
import { heldBack, type Held } from './held-records.js';
import {
  formatRegistry,
  nextRegistry,
  parseRegistry,
  tombstones,
  type RegistryEntry,
} from './registry.js';
import type { PublicVocabulary } from './public-vocabulary.js';
import { internalFiles, publicFiles } from './zone-files.js';
import { searchFile } from '../search/search-file.js';
import type { SiteSettings } from '../model/site-settings.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PublishSetup {
  readonly catalog: Iri;
  readonly base: Iri;
  readonly dataFolder: string;
  readonly site: SiteSettings;
  readonly vocabulary: PublicVocabulary;
  readonly validator: Validator;
  /** Profiles of what sources state, in order; profiles.yaml says which of them hold a record back. */
  readonly profiles: readonly string[];
  /** Profile of the projection itself. */
  readonly publicProfile: string;
  /** Profile of the catalogue document; its results are reported, they hold nothing back. */
  readonly feedProfile: string;
  readonly findingOptions: FindingOptions;
  /** What the portals give points for. */
  readonly metrics: Metrics;
  readonly rules: Omit<ProjectionRules, 'held'>;
  readonly revisions: Revisions;
  readonly clock: Clock;
  /** SHA-256 of everything the revision is made from: states, configuration, shapes, vocabularies, program. */
  readonly input: string;
  readonly force: boolean;
  readonly signal: AbortSignal;
  onStep?(step: 'validate' | 'project' | 'write'): void;
}

export interface PublishReport {
  readonly revision: Revision;
  readonly isNew: boolean;
  readonly accounts: readonly SourceAccount[];
  readonly findings: readonly Finding[];
}

export async function publish(assembly: Assembly, setup: PublishSetup): Promise<PublishReport> {
  setup.onStep?.('validate');
  const { results, holding, stopped } = await validateAll(assembly, setup);
  // What was not checked must not go out (H17).
  if (stopped[0]) throw stopped[0].error;
  const firstHeld = heldBack(assembly, holding);
  setup.onStep?.('project');
  const { projection, held, publicResults } = await projectChecked(assembly, setup, firstHeld);

  const open = setup.rules.openClass;
  const graph = new GraphIndex(assembly.stated);
  const isOpen = (subject: string): boolean => {
    const classes = graph.objects(subject, kdm.recordClass);
    return classes.length > 0 && classes.every((one) => isNamedNode(one) && one.value === open);
  };
  const balanced = accounts(assembly, projection, held, { isOpen });
  balanced.forEach(assertBalanced);

  const files = await dataFiles(setup.dataFolder, setup.base, projection.quads);
  const catalogue = [...projection.quads, ...files.quads];
  const linked = [...catalogue, ...catalogueLinks(catalogue, namedNode(setup.catalog))];
  const current = await setup.revisions.current();
  const registry = await updatedRegistry(current, projection, {
    assembly,
    linked,
    now: setup.clock(),
  });
  const all = findings(
    assembly,
    [...results, ...publicResults],
    [...assembly.issues, ...projection.issues, ...files.issues],
    setup.findingOptions,
  );
  const { catalogue: described, models } = separateModels(linked, setup.base);
  const labels = companions(linked, new GraphIndex(assembly.reference));
  const codes = [...labels, ...outsideThings([...linked, ...labels])];
  const shown = await publicFindings([...described, ...codes], {
    validator: setup.validator,
    profile: setup.feedProfile,
    signal: setup.signal,
    ...setup.findingOptions,
  });
  const quality = await publicQuality([...described, ...codes], {
    metrics: setup.metrics,
    validator: setup.validator,
    base: setup.base,
    files: files.files,
    signal: setup.signal,
  });

  setup.onStep?.('write');
  const zones = {
    internal: internalFiles(assembly, {
      findings: all,
      registry: formatRegistry(registry),
      accounts: balanced,
      conformity: quality.conformity,
      trend: await nextTrend(current, quality.report, setup.clock()),
    }),
    public: await withCodings(
      publicFiles({
        base: setup.base,
        catalog: namedNode(setup.catalog),
        catalogue: described,
        models,
        codes,
        vocabulary: setup.vocabulary,
        findings: shown,
        quality,
        coverage: publicCoverage(linked, assembly.openInferred, setup.rules.reference),
        tombstones: tombstones(registry),
        files: files.files,
        search: searchFile(
          new GraphIndex([...linked, ...codes, ...models.flatMap((one) => [...one.quads])]),
          setup.base,
          setup.rules.reference,
        ),
        site: setup.site,
      }),
      current,
    ),
  };
  const revision = await setup.revisions.publish(setup.input, zones, balanced);
  return { revision, isNew: true, accounts: balanced, findings: all };
}

/** The projection must hold against its own shapes: what fails is held, and a second failure stops the revision. */
async function projectChecked(
  assembly: Assembly,
  setup: PublishSetup,
  firstHeld: Held,
): Promise<{ projection: Projection; held: Held; publicResults: readonly ValidationResult[] }> {
  const quads = [...assembly.stated, ...assembly.openInferred];
  let held = firstHeld;
  let publicResults: readonly ValidationResult[] = [];
  for (let round = 0; round < 2; round++) {
    const projection = project(quads, { ...setup.rules, held: held.subjects });
    const check = [...projection.quads, ...companions(projection.quads, setup.rules.reference)];
    const report = await setup.validator.validate(check, setup.publicProfile, setup.signal);
    // Nothing public at all is a state a catalogue may be in: the last open record was closed (C8). Something public that
    // no shape looks at is a fault of ours, never valid (H17).
    if (projection.quads.length === 0) return { projection, held, publicResults };
    if (report.state === 'no-targets') break;
    const violations = report.results.filter(({ severity }) => severity === 'violation');
    if (violations.length === 0) return { projection, held, publicResults };
    publicResults = [...publicResults, ...violations];
    const more = heldBack(assembly, violations);
    held = {
      records: new Set([...held.records, ...more.records]),
      subjects: new Set([...held.subjects, ...more.subjects]),
    };
  }
  const first = publicResults.at(-1);
  throw new CatalogError('VALIDATION_STOPPED', {
    profile: setup.publicProfile,
    cause: first?.message.nb ?? 'ukjent',
  });
}

async function updatedRegistry(
  current: Revision | undefined,
  projection: Projection,
  {
    assembly,
    linked,
    now,
  }: { assembly: Assembly; linked: readonly Quad[]; now: ReturnType<Clock> },
): Promise<RegistryEntry[]> {
  const path = current && join(current.folder, 'internal', 'registry.ndjson');
  const previous = path ? parseRegistry(await readFile(path, 'utf8')) : [];
  const graph = new GraphIndex(linked);
  const things = [...projection.subjects].map((subject) => ({
    iri: iriOf(namedNode(subject as Iri)),
    title: labelOf(graph, subject),
  }));
  const known = new Set(assembly.stated.map(({ subject }) => subject.value));
  return nextRegistry(previous, things, (thing) => known.has(thing), now);
}
