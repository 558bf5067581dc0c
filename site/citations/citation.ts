/** What a citation says of a dataset: DataCite's mandatory properties, as far as the catalogue knows them. */
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import type { Lang } from '../../src/model/lang-text.js';
import { inBestLanguage, textOf } from '../labels.js';
import type { PublicCatalogue } from '../public-catalogue.js';

export interface Citation {
  /** Last part of the IRI: what the reference is called in a list of references. */
  readonly key: string;
  readonly title: string;
  /** An organisation, who is author and publisher in one. */
  readonly publisher: string | undefined;
  /** ISO 8601, when the data were issued, else last changed. */
  readonly date: string | undefined;
  readonly version: string | undefined;
  readonly abstract: string | undefined;
  readonly keywords: readonly string[];
  readonly language: Lang;
  /** Lasting address. */
  readonly iri: string;
}

export function citationOf(catalogue: PublicCatalogue, iri: string, language: Lang): Citation {
  const { graph } = catalogue;
  const publisher = graph.node(iri, dct.creator) ?? graph.node(iri, dct.publisher);
  const date = graph.text(iri, dct.issued) ?? graph.text(iri, dct.modified);
  return {
    key: iri.replace(/^.*\//, ''),
    title: catalogue.label(iri, language).text,
    publisher: publisher && catalogue.label(publisher.value, language).text,
    date: /^\d{4}(-\d{2}){0,2}/.exec(date ?? '')?.[0],
    version: graph.text(iri, dcat.version),
    abstract: textOf(graph, iri, [dct.description], language)?.text,
    keywords: inBestLanguage(graph.literals(iri, dcat.keyword), language)
      .map(({ value }) => value)
      .sort(),
    language,
    iri,
  };
}

/** One line: line ends and tabs would begin a new field in formats of lines. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
