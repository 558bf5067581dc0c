/**
 * Publish: assemble what is accepted, validate, project, check the projection, write one revision, swap the pointer.
 * The same input gives the same revision, so nothing is written when nothing changed.
 */
import type { Assembly } from '../assemble/assembly.js';
import { openSubjects } from '../assemble/open-subjects.js';
import type { Bridge } from '../feed/bridge.js';
import type { Finding } from '../model/finding.js';
import type { Clock } from '../model/instant.js';
import type { Iri } from '../model/iri.js';
import type { Issue } from '../model/issue.js';
import type { PersonsWords } from '../model/persons-word.js';
import type { SiteSettings } from '../model/site-settings.js';
import { catalogueLinks } from '../project/catalogue-links.js';
import type { PortalOutcome } from '../portal/judge-portals.js';
import type { PortalMemories } from '../portal/memory.js';
import type { Metrics } from '../quality/metrics.js';
import { namedNode } from '../rdf/terms.js';
import type { Revision, Revisions } from '../store/revisions.js';
import type { AcceptSizes } from '../store/zone-writer.js';
import { accounts, assertBalanced, hasNewlyGraded, type SourceAccount } from './accounting.js';
import { heldByAddress } from './address-rules.js';
import { apiDescriptions } from './api-descriptions.js';
import { momentAfter } from './changes.js';
import { projectChecked, type ProjectionSetup } from './checked-projection.js';
import { dataFiles } from './data-files.js';
import { demoteServed } from './demote-served.js';
import { departures } from './departures.js';
import { feedSizeIssues } from './feed-sizes.js';
import { findings, type FindingOptions } from './findings.js';
import { bothHeld, heldBack } from './held-records.js';
import type { HeldRevision } from './held-revision.js';
import { nextPublic } from './next-public.js';
import { readPast, servedMembers } from './past.js';
import { heldRemovals, type PortalLimits } from './portal-guard.js';
import { previews } from './previews.js';
import type { PublicVocabulary } from './public-vocabulary.js';
import { publishedThings } from './published-things.js';
import { hasDemoted, nextRegistry } from './registry.js';
import { validateAll } from './validate-all.js';
import { writable } from './writable.js';
import { internalFiles } from './zone-files.js';

export interface PublishSetup extends ProjectionSetup {
  readonly catalog: Iri;
  readonly base: Iri;
  readonly dataFolder: string;
  readonly site: SiteSettings;
  readonly vocabulary: PublicVocabulary;
  /** Profiles of what sources state, in order; profiles.yaml says which of them hold a record back. */
  readonly profiles: readonly string[];
  /** Profile of the catalogue document; its results are reported, they hold nothing back. */
  readonly feedProfile: string;
  readonly findingOptions: FindingOptions;
  /** What the portals give points for. */
  readonly metrics: Metrics;
  /** How what data.norge.no gets differs from the rest. */
  readonly bridge: Bridge;
  /** What persons have decided of addresses. */
  readonly words: PersonsWords;
  readonly guard: PortalLimits;
  /** What the portals hold. */
  readonly portals: PortalMemories;
  /** Datasets whose removal a person has agreed to. */
  readonly accepted: ReadonlySet<string>;
  readonly revisions: Revisions;
  readonly clock: Clock;
  /** SHA-256 of everything the revision is made from: states, configuration, shapes, vocabularies, program. */
  readonly input: string;
  readonly force: boolean;
  onStep?(step: 'validate' | 'project' | 'write'): void;
}

export interface PublishReport {
  readonly revision: Revision;
  readonly isNew: boolean;
  readonly accounts: readonly SourceAccount[];
  readonly findings: readonly Finding[];
  /** Set when the revision waits for a person: `revision` is then what is served instead. */
  readonly held?: HeldRevision;
  /** What the portals will do with it. */
  readonly portals?: PortalOutcome;
}

export async function publish(assembly: Assembly, setup: PublishSetup): Promise<PublishReport> {
  const { base } = setup;
  const past = await readPast(await setup.revisions.current(), setup.site);
  const now = momentAfter(past.log, setup.clock());
  setup.onStep?.('validate');
  const { results, holding, stopped } = await validateAll(assembly, setup);
  // What was not checked must not go out (H17).
  if (stopped[0]) throw stopped[0].error;

  setup.onStep?.('project');
  const byAddress = heldByAddress(assembly, past.registry, setup.words);
  const held = bothHeld(heldBack(assembly, holding), byAddress.held);
  const checked = await projectChecked(assembly, setup, held);
  const { projection } = checked;
  const open = openSubjects(assembly.stated, setup.rules.openClass);
  const isOpen = (subject: string): boolean => open.has(subject);
  const balanced = accounts(assembly, projection, checked.held, {
    isOpen,
    withdrawn: byAddress.withdrawn,
  });
  balanced.forEach(assertBalanced);
  const files = await dataFiles(setup.dataFolder, base, projection.quads);
  const { quads: catalogue, issues: unwritable } = writable([...projection.quads, ...files.quads]);
  const linked = [...catalogue, ...catalogueLinks(catalogue, namedNode(setup.catalog))];
  const shown = await previews(linked, files.files, setup);
  const apis = apiDescriptions(linked, files.files, base);
  const all = findings(
    assembly,
    [...results, ...checked.results],
    [
      ...[...assembly.issues, ...byAddress.issues, ...projection.issues],
      ...[...files.issues, ...unwritable, ...shown.issues, ...apis.issues],
    ],
    setup.findingOptions,
  );
  const report = { accounts: balanced, findings: all };

  const departureOf = departures({
    ...{ assembly, projection, isOpen, words: setup.words },
    ...{ registry: past.registry, before: past.state?.graph },
  });
  const registry = nextRegistry(past.registry, publishedThings(linked, assembly), departureOf, now);
  const served = servedMembers(past);
  const removed = heldRemovals({
    served,
    registry,
    limits: setup.guard,
    accepted: setup.accepted,
    isInSource: (thing) => assembly.recordsOf(thing).length > 0,
  });
  setup.onStep?.('write');
  if (removed && past.revision) {
    const revision = await demoteServed(assembly, setup, past, { ...report, registry, now });
    const held = { input: setup.input, removed, served: served.length };
    return { ...report, held, revision: revision ?? past.revision, isNew: revision !== undefined };
  }

  const { openInferred } = assembly;
  const matter = { linked, files: files.files, previews: shown, apis, registry, openInferred };
  const next = await nextPublic(matter, setup, past, now);
  const internal = internalFiles(assembly, {
    findings: all,
    registry,
    log: next.log,
    accounts: balanced,
    conformity: next.quality.conformity,
    trend: next.trend,
  });
  const large: Issue[] = [];
  const accept: AcceptSizes = (bytes) => large.push(...feedSizeIssues(bytes));
  const isOnly = hasDemoted(registry, now) || hasNewlyGraded(balanced, past.revision);
  const zones = { ...next, internal, accept, isOnly };
  const revision = await setup.revisions.publish(setup.input, zones, balanced);
  return {
    ...report,
    findings: [...all, ...findings(assembly, [], large)],
    portals: next.portals,
    revision,
    isNew: true,
  };
}
