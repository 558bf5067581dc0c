/**
 * Review: which state of each source may be published. Under `auto` the last good harvest; under `manual` the state that a
 * person accepted last, so that a new one waits and the old one stays.
 */
import type { SourceState, SourceStates } from '../harvest/source-state.js';

export interface ReviewPolicy {
  readonly source: string;
  readonly review: 'auto' | 'manual';
}

export interface ReviewedSource {
  readonly source: string;
  /** What may be published; undefined when nothing was ever harvested or accepted. */
  readonly accepted: SourceState | undefined;
  /** The last good harvest, when it waits for a person. */
  readonly waiting: SourceState | undefined;
}

export async function reviewedSources(
  states: SourceStates,
  policies: readonly ReviewPolicy[],
): Promise<ReviewedSource[]> {
  const reviewed: ReviewedSource[] = [];
  for (const { source, review } of policies) {
    const latest = await states.read(source);
    if (review === 'auto') {
      reviewed.push({ source, accepted: latest, waiting: undefined });
      continue;
    }
    const accepted = await states.readAccepted(source);
    reviewed.push({
      source,
      accepted,
      waiting: latest?.quads === accepted?.quads ? undefined : latest,
    });
  }
  return reviewed;
}

/** A person's word: the last good harvest of these sources may be published. */
export async function acceptLatest(
  states: SourceStates,
  sources: readonly string[],
): Promise<void> {
  for (const source of sources) {
    const latest = await states.read(source);
    if (latest) await states.accept(latest);
  }
}
