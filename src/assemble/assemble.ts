/** Puts the accepted states of all sources together (architecture.md 3). Pure: states and quads in, one assembly out. */
import { iri, type Iri } from '../model/iri.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import type { AssembledRecord, AssembledSource, Assembly } from './assembly.js';
import { infer } from './infer.js';
import { withoutOverruled } from './inference/access-rights.js';
import type { InferenceContext } from './inference/rule.js';
import { openSubjects } from './open-subjects.js';
import { keepOwned } from './ownership.js';
import { provenanceOf } from './provenance.js';

export function assemble(
  base: Iri,
  sources: readonly AssembledSource[],
  reference: readonly Quad[],
  rules: Omit<InferenceContext, 'base' | 'reference'>,
): Assembly {
  const context = { ...rules, base, reference: new GraphIndex(reference) };
  const records: AssembledRecord[] = sources.flatMap(({ id, state }) =>
    state.records.map((record) => ({ ...record, source: id })),
  );
  const { owned, issues } = keepOwned(sources, records);
  const inferred = infer(owned, context);
  const stated = withoutOverruled(owned, inferred);
  const bySubject = new Map<string, AssembledRecord[]>();
  for (const record of records) {
    for (const subject of record.subjects) {
      const known = bySubject.get(subject);
      if (known) known.push(record);
      else bySubject.set(subject, [record]);
    }
  }
  const graph = (name: string): NamedNode => namedNode(iri(`${base}graph/${name}`));
  return {
    sources,
    stated,
    inferred: inGraph(inferred, graph('inferred')),
    openInferred: infer(openOnly(owned, context), context),
    provenance: inGraph(provenanceOf(base, sources), graph('provenance')),
    reference,
    records,
    rejections: sources.flatMap(({ id, state }) =>
      state.rejections.map((one) => ({ ...one, source: id })),
    ),
    issues: [...sources.flatMap(({ state }) => state.issues), ...issues],
    recordsOf: (subject) => bySubject.get(subject) ?? [],
    base,
  };
}

function openOnly(owned: readonly Quad[], rules: InferenceContext): Quad[] {
  const open = openSubjects(owned, rules.classIri(rules.scheme.open.code));
  return owned.filter(({ subject }) => open.has(subject.value));
}

function inGraph(quads: Iterable<Quad>, graph: NamedNode): Quad[] {
  return [...quads].map((one) =>
    quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph),
  );
}
