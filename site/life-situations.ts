/**
 * Which processing belongs to which situation in life (ADR 0030): told by the code list `livssituasjon` and by what is public of
 * the processing, nothing else (C6). Pure.
 */
import { isLiteral } from '../src/rdf/terms.js';
import type { Graph } from '../src/rdf/graph.js';
import { LABEL_PREDICATES } from '../src/rdf/label.js';
import { dcat, dpv, kdm, skos, VOCAB_BASE } from '../src/rdf/vocabularies.js';
import { isStopWord, wordsOf } from '../src/search/words.js';

/** Shorter words are asked for whole. */
const MIN_BEGINNING = 4;
const LIST = `${VOCAB_BASE}kode/livssituasjon/`;

export interface LifeSituation {
  readonly iri: string;
  /** Last part of the IRI. */
  readonly code: string;
  /** Beginnings of words that tell it, as `searchable` writes them. */
  readonly words: readonly string[];
  /** Themes of Los that tell it. */
  readonly themes: ReadonlySet<string>;
}

/** In the order of the list; none in a revision that knows no such list. */
export function lifeSituations(graph: Graph): LifeSituation[] {
  const rank = ({ iri }: LifeSituation): number => Number(graph.text(iri, kdm.rank));
  return graph
    .instances(skos.Concept)
    .filter(({ value }) => value.startsWith(LIST))
    .map(({ value: iri }) => ({
      iri,
      code: iri.slice(LIST.length),
      words: graph.literals(iri, skos.hiddenLabel).map(({ value }) => searchable(value)),
      themes: new Set(graph.nodes(iri, skos.relatedMatch).map(({ value }) => value)),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Those of the situations that the processing belongs to, in their order. */
export function situationsOf(
  graph: Graph,
  situations: readonly LifeSituation[],
  processing: string,
): LifeSituation[] {
  const described = [dpv.hasApplicableLaw, dpv.hasDataSubject].flatMap((one) =>
    graph.nodes(processing, one).map(({ value }) => value),
  );
  const text = [processing, ...described].flatMap((one) => labelsOf(graph, one)).join(' | ');
  const words = searchable(text);
  const themes = graph
    .nodes(processing, kdm.usesSystem)
    .flatMap((system) => graph.nodes(system, dcat.theme));
  return situations.filter(
    (one) =>
      one.words.some((word) => words.includes(word)) ||
      themes.some(({ value }) => one.themes.has(value)),
  );
}

/** Situations whose names have a word that begins as a word that is asked for. */
export function situationsNamed(
  graph: Graph,
  situations: readonly LifeSituation[],
  asked: string,
): LifeSituation[] {
  const wanted = wordsOf(asked)
    .filter((word) => !isStopWord(word))
    // «bil» does not ask for «billett».
    .map((word) => (word.length < MIN_BEGINNING ? `${searchable(word)} ` : searchable(word)));
  return situations.filter(({ iri }) => {
    const names = [skos.prefLabel, skos.altLabel, skos.hiddenLabel, skos.definition].flatMap(
      (one) => graph.literals(iri, one).map(({ value }) => value),
    );
    const words = `${searchable(names.join(' | '))} `;
    return wanted.some((word) => words.includes(word));
  });
}

function labelsOf(graph: Graph, iri: string): string[] {
  return LABEL_PREDICATES.flatMap((one) => graph.objects(iri, one))
    .filter(isLiteral)
    .map(({ value }) => value);
}

/** Lower-case words, each after one blank, so that ` word` is found where a word begins. */
function searchable(text: string): string {
  return ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]+/gu, ' ')
    .trim()}`;
}
