/** The search index of a catalogue, made when it is published (`sok.json`): from what is public, and from what words mean. */
import type { SearchFile } from '../model/search-file.js';
import type { Graph } from '../rdf/graph.js';
import { dct, skos } from '../rdf/vocabularies.js';
import { makeLexicon, type LabelPair } from './lexicon.js';
import { searchDocuments } from './search-document.js';
import { buildSearch } from './search-index.js';

/**
 * `graph` is all that is public. `reference` holds code lists: their labels teach which words of nynorsk and bokmål are the
 * same, their hidden labels what people also call a theme. Neither tells of anything that is not public.
 */
export function searchFile(graph: Graph, base: string, reference: Graph): SearchFile {
  const alsoCalled = (code: string): readonly string[] =>
    reference.literals(code, skos.hiddenLabel).map(({ value }) => value);
  const documents = searchDocuments(graph, base, alsoCalled);
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
  const texts = [
    ...documents.flatMap((one) => Object.values(one.texts) as string[]),
    ...labels.flatMap(({ nb, nn }) => [nb, nn]),
  ];
  return buildSearch(documents, makeLexicon(texts, labels));
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
