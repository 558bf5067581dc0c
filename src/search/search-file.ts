/** The search index of a catalogue, made when it is published (`sok.json`): from what is public, and from what words mean. */
import type { SearchFile } from '../model/search-file.js';
import type { Graph } from '../rdf/graph.js';
import { dcat, dct, foaf, skos, VOCAB_BASE } from '../rdf/vocabularies.js';
import { buildSearch } from './build-search.js';
import { wordsOf } from './words.js';
import { makeLexicon, type LabelPair } from './lexicon.js';
import { searchDocuments, WORDED_FIELDS } from './search-document.js';
import type { Searched } from './searched.js';

const EVERYDAY_WORDS = `${VOCAB_BASE}kode/hverdagsord`;

/**
 * `matter` is all that is public. `reference` holds code lists: their labels teach which words of nynorsk and bokmål are the
 * same, their hidden labels what people also call a theme. Neither tells of anything that is not public.
 */
export function searchFile(matter: Searched, base: string, reference: Graph): SearchFile {
  const { graph } = matter;
  const alsoCalled = (code: string): readonly string[] =>
    reference.literals(code, skos.hiddenLabel).map(({ value }) => value);
  const documents = searchDocuments(matter, base, alsoCalled);
  const labels = [
    ...labelPairs(
      reference,
      reference.withPredicate(skos.prefLabel).map(({ subject }) => subject.value),
    ),
    ...labelPairs(
      graph,
      documents.map(({ iri }) => iri),
    ),
  ];
  const synonyms = synonymGroups(reference);
  const texts = [
    ...documents.flatMap(({ texts }) => WORDED_FIELDS.flatMap((field) => texts[field])),
    ...labels.flatMap(({ nb, nn }) => [nb, nn]),
    ...synonyms.flat(),
  ];
  const lexicon = makeLexicon(texts, labels);
  return buildSearch({ documents, lexicon, synonyms, places: placeWords(graph) });
}

/** Everything in the catalogue is about the place whose it is: many write its name all the same. */
function placeWords(graph: Graph): string[] {
  const names = graph
    .instances(dcat.Catalog)
    .flatMap((catalogue) => graph.nodes(catalogue, dct.publisher))
    .flatMap((owner) => graph.literals(owner, foaf.name));
  return [...new Set(names.flatMap(({ value }) => wordsOf(value)))].sort();
}

/** Groups of words that mean about the same (`ontology/search/hverdagsord.ttl`), in one order whatever the order of the file. */
function synonymGroups(reference: Graph): string[][] {
  return reference
    .pointingTo(EVERYDAY_WORDS)
    .map(({ subject }) => subject.value)
    .sort()
    .map((group) => reference.literals(group, skos.altLabel).map(({ value }) => value))
    .map((words) => [...new Set(words)].sort());
}

function labelPairs(graph: Graph, subjects: readonly string[]): LabelPair[] {
  return [...new Set(subjects)].flatMap((subject) =>
    [skos.prefLabel, dct.title].flatMap((property) => {
      const labels = graph.literals(subject, property);
      const nb = labels.find(({ language }) => language === 'nb')?.value;
      const nn = labels.find(({ language }) => language === 'nn')?.value;
      return nb === undefined || nn === undefined ? [] : [{ nb, nn }];
    }),
  );
}
