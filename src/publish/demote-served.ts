/**
 * What is closed to the public leaves at once, even while the rest of a revision waits for a person (C8, C12): the revision that
 * is served, without it and all that belonged to it alone.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assembly } from '../assemble/assembly.js';
import type { Finding } from '../model/finding.js';
import type { Instant } from '../model/instant.js';
import { projectWithout } from '../project/project.js';
import { contentHash } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import type { Revision } from '../store/revisions.js';
import { hasNewlyGraded, type SourceAccount } from './accounting.js';
import { apiDescriptions } from './api-descriptions.js';
import { decoded, FILE_LINKS } from './data-files.js';
import { nextPublic } from './next-public.js';
import type { Past } from './past.js';
import { previews } from './previews.js';
import { publishedThings } from './published-things.js';
import type { PublishSetup } from './publish.js';
import { nextRegistry, type Departure, type RegistryEntry } from './registry.js';
import { internalFiles } from './zone-files.js';

export interface HeldMatter {
  /** As it would be. */
  readonly registry: readonly RegistryEntry[];
  readonly findings: readonly Finding[];
  readonly accounts: readonly SourceAccount[];
  readonly now: Instant;
}

/** Undefined when nothing is newly graded, and nothing was demoted that anything is told of, be it only the title of what went long ago. */
export async function demoteServed(
  assembly: Assembly,
  setup: PublishSetup,
  past: Past,
  { registry, findings, accounts, now }: HeldMatter,
): Promise<Revision | undefined> {
  const { revision, state } = past;
  if (!revision || !state) return undefined;
  const demoted = namesOfDemoted(registry);
  const before = namesOfDemoted(past.registry);
  const isKnown = [...demoted].every((thing) => before.has(thing));
  if (isKnown && !hasNewlyGraded(accounts, revision)) return undefined;
  const linked = projectWithout(
    [...state.catalogue.subjects()].flatMap((subject) => state.catalogue.about(subject)),
    demoted,
    setup.rules,
  );
  const next = nextRegistry(
    past.registry,
    publishedThings(linked, assembly),
    (entry) => departureFrom(entry, demoted),
    now,
  );
  const files = await servedFiles(revision, setup.base, linked);
  const shown = await previews(linked, files, setup);
  const apis = apiDescriptions(linked, files, setup.base);
  const { openInferred } = assembly;
  const made = await nextPublic(
    { linked, files, previews: shown, apis, registry: next, openInferred },
    setup,
    past,
    now,
  );
  // The internal zone is of today's sources: what is now graded must not be copied from the revision before.
  const internal = internalFiles(assembly, {
    ...{ findings, accounts, registry: next, log: made.log },
    conformity: made.quality.conformity,
    trend: made.trend,
  });
  // Of no input: whatever is accepted next is looked at anew.
  const input = contentHash(`${revision.manifest.input} ${[...demoted].sort().join(' ')}`);
  return setup.revisions.publish(input, { ...made, internal, isOnly: true }, accounts);
}

function namesOfDemoted(registry: readonly RegistryEntry[]): ReadonlySet<string> {
  return new Set(registry.flatMap(({ iri, state }) => (state === 'demoted' ? [iri] : [])));
}

/** What is served no longer, although nothing else goes yet, went with what was demoted. */
function departureFrom(entry: RegistryEntry, demoted: ReadonlySet<string>): Departure {
  const { iri, state, successor, note } = entry;
  if (state === 'public' || demoted.has(iri)) return { state: 'demoted' };
  return { state, ...(successor ? { successor } : {}), ...(note ? { note } : {}) };
}

/** Files that a distribution or data service still leads to. */
async function servedFiles(
  { folder, manifest }: Revision,
  base: string,
  linked: readonly Quad[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const prefix = `${base}fil/`;
  const files = new Map<string, Uint8Array>();
  for (const { predicate, object } of linked) {
    if (
      !FILE_LINKS.some(({ value }) => value === predicate.value) ||
      !object.value.startsWith(prefix)
    )
      continue;
    const path = decoded(object.value.slice(prefix.length));
    if (!Object.hasOwn(manifest.public.files, `fil/${path}`)) continue;
    files.set(path, await readFile(join(folder, 'public', 'fil', path)));
  }
  return files;
}
