/** What one run did to one source: `read = mapped + rejected` always holds (H16). */
import type { Instant } from '../model/instant.js';
import type { Iri } from '../model/iri.js';
import type { Issue } from '../model/issue.js';
import type { LangText } from '../model/lang-text.js';
import type { HarvestOutcome, RecordState, RejectionState } from './source-state.js';

export interface HarvestReport {
  readonly source: string;
  readonly outcome: HarvestOutcome;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly read: number;
  readonly mapped: number;
  readonly rejected: number;
  readonly quads: number;
  readonly added: readonly Iri[];
  readonly changed: readonly Iri[];
  readonly withdrawn: readonly Iri[];
  readonly unchanged: number;
  /** Why the source is held or failed; its last good state is kept. */
  readonly cause?: Issue;
  /** Which records were rejected; why stands among the issues. */
  readonly rejections: readonly RejectionState[];
  readonly issues: readonly Issue[];
}

export interface RecordDiff {
  readonly added: readonly Iri[];
  readonly changed: readonly Iri[];
  readonly withdrawn: readonly Iri[];
  readonly unchanged: number;
}

/** Pure comparison by the hash of each record's canonical quads. */
export function diffRecords(
  before: readonly RecordState[],
  after: readonly RecordState[],
): RecordDiff {
  const hashes = new Map(before.filter((one) => one.own).map((one) => [one.iri, one.hash]));
  const added: Iri[] = [];
  const changed: Iri[] = [];
  let unchanged = 0;
  for (const { own, iri, hash } of after) {
    if (!own) continue;
    const known = hashes.get(iri);
    if (known === undefined) added.push(iri);
    else if (known !== hash) changed.push(iri);
    else unchanged += 1;
    hashes.delete(iri);
  }
  return {
    added: added.sort(),
    changed: changed.sort(),
    withdrawn: [...hashes.keys()].sort(),
    unchanged,
  };
}

/** "+3 nye, ~5 endret, −1 fjernet, 40 uendret" (H22). */
export function diffInWords(diff: RecordDiff): LangText {
  const [a, c, w, u] = [
    diff.added.length,
    diff.changed.length,
    diff.withdrawn.length,
    diff.unchanged,
  ];
  return {
    nb: `+${a} nye, ~${c} endret, −${w} fjernet, ${u} uendret`,
    nn: `+${a} nye, ~${c} endra, −${w} fjerna, ${u} uendra`,
    en: `+${a} new, ~${c} changed, −${w} removed, ${u} unchanged`,
  };
}
