/** All terms of the ontology, by module, each with an anchor of its own: `kdm#System` leads here. */
import { dct, owl, rdfs, skos, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { textOf } from '../labels.js';
import { DEFINITIONS } from '../local-paths.js';
import { byLabel } from '../public-catalogue.js';
import { cell, compactName, type FactSheet } from './facts.js';
import type { Section, TableRow } from './page-model.js';
import { termKind, termValue } from './term-values.js';
import type { ThingBody } from './thing-body.js';
import { codeOf, nodeValue, type ViewContext } from './values.js';

export function ontologyBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  const pointing = (target: string, predicate: string): string[] =>
    catalogue.graph
      .pointingTo(target)
      .filter((one) => one.predicate.value === predicate)
      .map(({ subject }) => subject.value);
  const label = (one: string): string => catalogue.label(one, text.lang).text;
  const modules = byLabel(pointing(iri, dct.isPartOf.value), label);
  const terms = (module: string): string[] =>
    byLabel(pointing(module, dct.isPartOf.value), (one) => order(context, one) + label(one));
  return {
    subtitle: sheet.stated(owl.versionInfo, dct.modified, dct.license),
    sections: [
      {
        id: 'moduler',
        heading: text.t('ontology.modules'),
        list: modules.map((one) => ({
          ...catalogue.label(one, text.lang),
          href: `/${text.lang}${DEFINITIONS}#${codeOf(one)}-h`,
          note: text.count('ontology.terms', terms(one).length),
        })),
      },
      ...modules.map((one) => moduleSection(context, one, terms(one))),
      codeLists(context),
      {
        id: 'json-ld',
        heading: 'JSON-LD',
        paragraphs: [{ text: text.t('ontology.context') }],
        more: { href: `${DEFINITIONS}/context.jsonld`, text: 'context.jsonld' },
      },
    ],
  };
}

/** Classes before properties. */
function order({ catalogue }: ViewContext, term: string): string {
  return catalogue.graph.types(term).includes(owl.Class.value) ? '0' : '1';
}

function moduleSection(context: ViewContext, module: string, terms: readonly string[]): Section {
  const { catalogue, text } = context;
  const { text: heading, lang: headingLang } = catalogue.label(module, text.lang);
  const row = (term: string): TableRow => ({
    id: codeOf(term),
    head: [termValue(context, term)],
    cells: [
      cell(text, { text: compactName(term) }),
      cell(text, { text: termKind(context, term) }),
      cell(text, textOf(catalogue.graph, term, [rdfs.comment], text.lang)),
    ],
  });
  return {
    id: codeOf(module),
    heading: `${heading} (${text.number(terms.length)})`,
    headingLang,
    table: {
      caption: heading,
      columns: [
        text.t('term.label'),
        text.t('term.name'),
        text.t('term.kind'),
        text.t('term.definition'),
      ],
      rows: terms.map(row),
    },
  };
}

/** The lists that are ours, equal in every municipality. */
function codeLists(context: ViewContext): Section {
  const { catalogue, text } = context;
  const own = catalogue.graph
    .instances(skos.ConceptScheme)
    .map(({ value }) => value)
    .filter((one) => one.startsWith(`${VOCAB_BASE}kode/`));
  const lists = byLabel(new Set(own), (one) => catalogue.label(one, text.lang).text);
  return {
    id: 'kodelister',
    heading: text.t('ontology.codeLists'),
    list: lists.map((one) => nodeValue(context, one)),
  };
}
