/**
 * A record that can no longer be read is still searched for by its title: what it was called, and who answered for it, is
 * kept from the last state that had it.
 */
import type { Iri } from '../model/iri.js';
import type { Issue } from '../model/issue.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { labelOf } from '../rdf/label.js';
import { parseNQuads } from '../rdf/parse.js';
import { dct, kdm } from '../rdf/vocabularies.js';
import type { MappedSource } from './map-records.js';
import type { SourceState, SourceStates } from './source-state.js';

type Past = Pick<Issue, 'focus' | 'title' | 'owner'>;

export async function rememberRejected(
  mapped: MappedSource,
  before: SourceState | undefined,
  states: Pick<SourceStates, 'readQuads'>,
): Promise<MappedSource> {
  // Nothing is told of what turned out to be security graded, not even what was known of it.
  const rejected = new Set(
    mapped.rejections.filter(({ code }) => code !== 'GRADED').map(recordName),
  );
  if (!before || rejected.size === 0) return mapped;
  const pasts = new Map<string, Past>(
    before.issues.flatMap((one) => (one.title === undefined ? [] : [[one.record ?? '', one]])),
  );
  const graph = new GraphIndex(parseNQuads(await states.readQuads(before)));
  for (const record of before.records)
    if (record.own) pasts.set(recordName(record), pastOf(graph, record.iri));
  const issues = mapped.issues.map((one) => {
    const past = rejected.has(one.record ?? '') ? pasts.get(one.record ?? '') : undefined;
    return past ? withPast(one, past) : one;
  });
  return { ...mapped, issues };
}

function recordName({ type, key }: { readonly type: string; readonly key: string }): string {
  return `${type} ${key}`;
}

function pastOf(graph: GraphIndex, iri: Iri): Past {
  const title = labelOf(graph, iri);
  const [owner] = [dct.publisher, kdm.systemManager, kdm.systemOwner].flatMap(
    (property) => graph.node(iri, property)?.value ?? [],
  );
  return {
    focus: iri,
    ...(title === undefined ? {} : { title }),
    ...(owner === undefined ? {} : { owner: owner as Iri }),
  };
}

function withPast(one: Issue, { focus, title, owner }: Past): Issue {
  return {
    ...(focus === undefined ? {} : { focus }),
    ...one,
    ...(title === undefined ? {} : { title }),
    ...(owner === undefined ? {} : { owner }),
  };
}
