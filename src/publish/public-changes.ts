/**
 * What of the change log may still be told (C8): of a thing that was demoted one bare deletion and nothing from before it, and
 * in the changes of others no statement about it or its parts and no link to it. The rest is forgotten, in the internal zone too: it may have
 * turned out to be security graded, and that must not be in the system at all (safety.md 3.1).
 */
import type { Change } from '../model/change.js';
import type { Instant } from '../model/instant.js';
import type { Iri } from '../model/iri.js';
import type { RegistryEntry } from './registry.js';

export function publicChanges(
  log: readonly Change[],
  registry: readonly RegistryEntry[],
): Change[] {
  const closed = new Map<string, Instant>(
    registry.flatMap(({ iri, demotedAt }) => (demotedAt ? [[iri, demotedAt] as const] : [])),
  );
  if (closed.size === 0) return [...log];
  const isTold = ({ thing, kind, at, reason }: Change): boolean => {
    const until = closed.get(thing);
    return (
      until === undefined ||
      at > until ||
      (kind === 'delete' && at === until && reason === 'demoted')
    );
  };
  return log.filter(isTold).map((change) => withoutClosed(change, closed));
}

function withoutClosed(change: Change, closed: ReadonlyMap<string, Instant>): Change {
  const isClosed = (iri: string): boolean => {
    const until = closed.get(iri);
    return until !== undefined && change.at <= until;
  };
  const isTold = (line: string): boolean => !irisIn(line).some(isClosed);
  const open = (iris: readonly Iri[] = []): Iri[] => iris.filter((iri) => !isClosed(iri));
  const { publisher, themes, removed, added, because, successor, ...rest } = change;
  const [openThemes, causes] = [open(themes), open(because)];
  return {
    ...rest,
    ...(publisher && !isClosed(publisher) ? { publisher } : {}),
    ...(openThemes.length > 0 ? { themes: openThemes } : {}),
    ...(removed ? { removed: removed.filter(isTold) } : {}),
    ...(added ? { added: added.filter(isTold) } : {}),
    ...(causes.length > 0 ? { because: causes } : {}),
    ...(successor && !isClosed(successor) ? { successor } : {}),
  };
}

/** Subject and object of a line of N-Triples, as far as they are IRIs. */
function irisIn(line: string): string[] {
  const [, subject = '', object = ''] = /^<([^>]*)> <[^>]*> (?:<([^>]*)>)?/.exec(line) ?? [];
  return [subject, object];
}
