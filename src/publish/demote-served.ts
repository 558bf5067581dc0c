/**
 * What is closed to the public leaves at once, even while the rest of a revision waits for a person (C8, C12): the revision that
 * is served, without it and all that belonged to it alone.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assembly } from '../assemble/assembly.js';
import type { Instant } from '../model/instant.js';
import { projectWithout } from '../project/project.js';
import { contentHash } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';
import type { Revision } from '../store/revisions.js';
import { formatChanges } from '../store/public-zone.js';
import { decoded } from './data-files.js';
import { nextPublic } from './next-public.js';
import { LOG_FILE, REGISTRY_FILE, type Past } from './past.js';
import { publishedThings } from './published-things.js';
import type { PublishSetup } from './publish.js';
import { formatRegistry, nextRegistry, type RegistryEntry } from './registry.js';

/** Undefined when nothing that is served was demoted in `registry`, which is as it would be. */
export async function demoteServed(
  assembly: Assembly,
  setup: PublishSetup,
  past: Past,
  { registry, now }: { readonly registry: readonly RegistryEntry[]; readonly now: Instant },
): Promise<Revision | undefined> {
  const { revision, state } = past;
  if (!revision || !state) return undefined;
  const demoted = new Set<string>(
    registry.filter((entry) => entry.state === 'demoted').map((entry) => entry.iri),
  );
  const served = [...state.catalogue.subjects()];
  if (!served.some((subject) => demoted.has(subject))) return undefined;
  const linked = projectWithout(
    served.flatMap((subject) => state.catalogue.about(subject)),
    demoted,
    setup.rules,
  );
  const next = nextRegistry(
    past.registry,
    publishedThings(linked, assembly),
    () => ({ state: 'demoted' }),
    now,
  );
  const files = await servedFiles(revision, setup.base, linked);
  const made = await nextPublic(
    { linked, files, registry: next, openInferred: assembly.openInferred },
    setup,
    past,
    now,
  );
  const internal = new Map([
    ...(await internalFilesOf(revision)),
    [REGISTRY_FILE, formatRegistry(next)],
    [LOG_FILE, formatChanges(made.log)],
    ['conformity.json', `${JSON.stringify(made.quality.conformity, null, 1)}\n`],
  ]);
  // Of no input: whatever is accepted next is looked at anew.
  const input = contentHash(`${revision.manifest.input} ${[...demoted].sort().join(' ')}`);
  return setup.revisions.publish(input, { ...made, internal }, revision.manifest.sources);
}

async function internalFilesOf({
  folder,
  manifest,
}: Revision): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const name of Object.keys(manifest.internal.files))
    files.set(name, await readFile(join(folder, 'internal', name)));
  return files;
}

/** Data files that a distribution still offers. */
async function servedFiles(
  { folder, manifest }: Revision,
  base: string,
  linked: readonly Quad[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const prefix = `${base}fil/`;
  const files = new Map<string, Uint8Array>();
  for (const { predicate, object } of linked) {
    if (!predicate.equals(dcat.downloadURL) || !object.value.startsWith(prefix)) continue;
    const path = decoded(object.value.slice(prefix.length));
    if (!Object.hasOwn(manifest.public.files, `fil/${path}`)) continue;
    files.set(path, await readFile(join(folder, 'public', 'fil', path)));
  }
  return files;
}
