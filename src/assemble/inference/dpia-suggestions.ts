/**
 * Answers that the catalogue itself points to (model.md 4.8): special categories, large scale, several sources put together,
 * vulnerable data subjects. Each comes with the statements behind it and never counts as an answer: people answer.
 */
import { iri } from '../../model/iri.js';
import type { DpiaCriterion } from '../../model/dpia.js';
import type { Graph } from '../../rdf/graph.js';
import { resource } from '../../rdf/resource.js';
import { quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dpv, kdm, rdf, VOCAB_BASE } from '../../rdf/vocabularies.js';
import { answerTo, dpiaCode } from './dpia.js';
import type { InferenceContext } from './rule.js';

const SPECIAL_LEVEL = `${VOCAB_BASE}kode/personvern/3`;
const LARGE = [dpv.LargeScaleOfDataSubjects, dpv.HugeScaleOfDataSubjects];

interface Known {
  readonly graph: Graph;
  readonly reference: Graph;
}
/** The statements about a processing that speak for a criterion; none when nothing does. */
type Evidence = (process: NamedNode, known: Known) => readonly Quad[];

const EVIDENCE: Partial<Record<DpiaCriterion, Evidence>> = {
  'saerlige-kategorier': (process, known) => [
    ...linksTo(process, dpv.hasPersonalData, dpv.SpecialCategoryPersonalData, known),
    ...links(process, kdm.effectivePrivacyLevel, known).filter(
      ({ object }) => object.value === SPECIAL_LEVEL,
    ),
  ],
  'stor-skala': (process, known) =>
    links(process, dpv.hasDataSubjectScale, known).filter(({ object }) =>
      LARGE.some((scale) => scale.equals(object)),
    ),
  sammenstilling: (process, known) => {
    const sources = links(process, dpv.hasDataSource, known);
    return sources.length >= 2 ? sources : [];
  },
  sarbare: (process, known) =>
    linksTo(process, dpv.hasDataSubject, dpv.VulnerableDataSubject, known),
};

export function* dpiaSuggestions(graph: Graph, { reference }: InferenceContext): Iterable<Quad> {
  for (const need of graph.instances(kdm.DpiaNeed)) {
    for (const [code, evidenceFor] of Object.entries(EVIDENCE)) {
      if (answerTo(graph, need, code) === 'ja') continue;
      const evidence = graph
        .nodes(need, kdm.assessesProcess)
        .flatMap((process) => evidenceFor(process, { graph, reference }));
      if (evidence.length > 0) yield* suggestion(graph, need, code, evidence);
    }
  }
}

function* suggestion(
  graph: Graph,
  need: NamedNode,
  code: string,
  evidence: readonly Quad[],
): Iterable<Quad> {
  const subject = iri(`${need.value}-forslag-${code}`);
  const recordClass = graph.node(need, kdm.recordClass);
  const made = resource(subject)
    .a(kdm.SuggestedAnswer)
    .add(kdm.criterion, dpiaCode('kriterium', code))
    .add(kdm.answer, dpiaCode('svar', 'ja'))
    .add(kdm.recordClass, recordClass);
  yield quad(need, kdm.suggestedAnswer, made.subject);
  for (const [index, one] of evidence.entries()) {
    const statement = iri(`${subject}-${index + 1}`);
    made.link(kdm.evidence, statement);
    yield* resource(statement)
      .a(rdf.Statement)
      .add(rdf.subject, one.subject)
      .add(rdf.predicate, one.predicate)
      .add(rdf.object, one.object)
      .add(kdm.recordClass, recordClass);
  }
  yield* made;
}

function links(subject: NamedNode, predicate: NamedNode, { graph }: Known): readonly Quad[] {
  return graph.nodes(subject, predicate).map((object) => quad(subject, predicate, object));
}

/** Links to things of a class, whether a source or a pinned vocabulary says that they are. */
function linksTo(
  subject: NamedNode,
  predicate: NamedNode,
  type: NamedNode,
  known: Known,
): readonly Quad[] {
  return links(subject, predicate, known).filter(({ object }) =>
    [known.graph, known.reference].some((one) => one.types(object).includes(type.value)),
  );
}
