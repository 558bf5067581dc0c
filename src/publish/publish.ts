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
import { project, type Projection, type ProjectionRules } from '../project/project.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { kdm } from '../rdf/vocabularies.js';
import type { Revision, Revisions } from '../store/revisions.js';
import type { ValidationResult, Validator } from '../validate/validator.js';
import { accounts, assertBalanced, type SourceAccount } from './accounting.js';
import { dataFiles } from './data-files.js';
import { findings, labelOf, type Finding } from './findings.js';
import { heldBack, type Held } from './held-records.js';
import {
  formatRegistry,
  nextRegistry,
  parseRegistry,
  tombstones,
  type RegistryEntry,
} from './registry.js';
import { internalFiles, publicFiles } from './zone-files.js';
import type { SiteSettings } from '../model/site-settings.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PublishSetup {
  readonly catalog: Iri;
  readonly base: Iri;
  readonly dataFolder: string;
  readonly site: SiteSettings;
  readonly validator: Validator;
  /** Profiles whose violations hold a record back, in order. */
  readonly holdingProfiles: readonly string[];
  /** Profile of the projection itself. */
  readonly publicProfile: string;
  /** Profile of the catalogue document; its results are reported, they hold nothing back. */
  readonly feedProfile: string;
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
  const { results } = await validateAll(assembly, setup);
  const firstHeld = heldBack(assembly, results);
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
  );

  setup.onStep?.('write');
  const zones = {
    internal: internalFiles(assembly, {
      findings: all,
      registry: formatRegistry(registry),
      accounts: balanced,
    }),
    public: publicFiles({
      base: setup.base,
      catalog: namedNode(setup.catalog),
      catalogue: linked,
      codes: companions(linked, new GraphIndex(assembly.reference)),
      tombstones: tombstones(registry),
      files: files.files,
      site: setup.site,
    }),
  };
  const revision = await setup.revisions.publish(setup.input, zones, balanced);
  return { revision, isNew: true, accounts: balanced, findings: all };
}

export interface Checked {
  readonly results: readonly ValidationResult[];
  /** Rules that no source has data for: "not checked", which is neither right nor wrong. */
  readonly unchecked: readonly string[];
}

/** All violations, warnings and hints of the profiles that look at what sources state. */
export async function validateAll(
  assembly: Assembly,
  {
    validator,
    holdingProfiles,
    signal,
  }: Pick<PublishSetup, 'validator' | 'holdingProfiles' | 'signal'>,
): Promise<Checked> {
  const quads = [...assembly.stated, ...assembly.inferred, ...assembly.reference];
  const results: ValidationResult[] = [];
  const unchecked = new Set<string>();
  for (const profile of holdingProfiles) {
    const report = await validator.validate(quads, profile, signal);
    if (report.state === 'no-targets') continue;
    results.push(...report.results);
    for (const rule of report.unchecked) unchecked.add(rule.replace(/^.*#/, ''));
  }
  return { results, unchecked: [...unchecked].sort() };
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
