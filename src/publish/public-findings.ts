/**
 * The findings that everybody may see (`funn.json`): the rules of the finished catalogue document over what is public and
 * nothing else, so they tell no more than the public pages do.
 */
import { compareFindings, type Points, type PublicFinding } from '../model/finding.js';
import { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import type { Validator } from '../validate/validator.js';
import { findingOf } from './findings.js';

export interface PublicFindingSetup {
  readonly validator: Validator;
  readonly profile: string;
  readonly signal: AbortSignal;
  readonly pointsOf?: (path: string, type?: string) => Points | undefined;
}

/** `quads` is all that is public, code lists included. A profile that cannot be checked throws: no list is no clean sheet. */
export async function publicFindings(
  quads: readonly Quad[],
  { validator, profile, signal, pointsOf }: PublicFindingSetup,
): Promise<PublicFinding[]> {
  // A copy: what the validator remembers of an array (its text, its index) is gone with it.
  const report = await validator.validate([...quads], profile, signal);
  if (report.state === 'no-targets') return [];
  const graph = new GraphIndex(quads);
  const found = report.results
    .filter(({ focus }) => graph.has(focus))
    .map((result) => findingOf(graph, result, result.focus, pointsOf));
  return [...found].sort(compareFindings);
}
