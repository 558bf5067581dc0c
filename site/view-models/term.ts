/** A term of the ontology: what it means in three languages, where it is used, what it equals elsewhere, which rules look at it. */
import { LANGUAGES } from '../../src/model/lang-text.js';
import { namedNode, type NamedNode } from '../../src/rdf/terms.js';
import { dct, kdm, owl, rdfs, schema, skos, vs } from '../../src/rdf/vocabularies.js';
import { byLabel } from '../public-catalogue.js';
import { cell, compactName, type FactSheet } from './facts.js';
import type { Fact, Section, Value } from './page-model.js';
import { termRules } from './term-rules.js';
import { termKind, termValue } from './term-values.js';
import type { ThingBody } from './thing-body.js';
import { codeOf, pageHref, type ViewContext } from './values.js';

export function termBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(rdfs.label, rdfs.comment, rdfs.isDefinedBy, dct.isPartOf, vs.term_status);
  const link = (predicate: NamedNode): Fact[] => linked(context, iri, sheet, predicate);
  return {
    subtitle: [
      { label: text.t('term.name'), values: [{ text: compactName(iri) }] },
      { label: text.t('term.kind'), values: [{ text: termKind(context, iri) }] },
      { label: text.t('term.module'), values: moduleValues(context, iri) },
    ],
    sections: [
      languages(context, iri),
      {
        id: 'oversikt',
        heading: text.t('term.about'),
        facts: [
          ...link(rdfs.subClassOf),
          ...link(rdfs.subPropertyOf),
          ...link(owl.inverseOf),
          ...link(schema.domainIncludes),
          ...link(schema.rangeIncludes),
          ...link(kdm.equivalentElement),
          ...link(skos.closeMatch),
          ...link(rdfs.seeAlso),
          {
            label: text.t('prop.adms:status'),
            values: statusValues(context, iri),
            missing: text.t('value.notStated'),
          },
        ],
      },
      ...properties(context, iri),
      use(context, iri),
      termRules(context, iri),
    ],
  };
}

function linked(context: ViewContext, iri: string, sheet: FactSheet, predicate: NamedNode): Fact[] {
  sheet.cover(predicate);
  const values = context.catalogue.graph
    .nodes(iri, predicate)
    .map((one) => termValue(context, one.value));
  return values.length > 0 ? [{ ...sheet.label(predicate), values }] : [];
}

/** In words where we have them. */
function statusValues({ catalogue, text }: ViewContext, iri: string): Value[] {
  const status = catalogue.graph.text(iri, vs.term_status);
  if (status === undefined) return [];
  return [{ text: text.find(`term.status.${status}`) ?? status }];
}

function moduleValues(context: ViewContext, iri: string): Value[] {
  const { catalogue, text } = context;
  const page = pageHref(context, catalogue.graph.node(iri, rdfs.isDefinedBy)?.value ?? '');
  return catalogue.graph.nodes(iri, dct.isPartOf).map((module) => ({
    ...catalogue.label(module.value, text.lang),
    href: page === undefined ? undefined : `${page}#${codeOf(module.value)}-h`,
  }));
}

function languages({ catalogue, text }: ViewContext, iri: string): Section {
  const column = (predicate: NamedNode, lang: string): Value[] =>
    catalogue.graph
      .literals(iri, predicate)
      .filter((one) => one.language === lang)
      .map((one) => ({ text: one.value, lang: lang === text.lang ? undefined : lang }));
  return {
    id: 'sprak',
    heading: text.t('term.languages'),
    table: {
      caption: text.t('term.labelAndMeaning'),
      columns: [text.t('term.language'), text.t('term.label'), text.t('term.definition')],
      rows: LANGUAGES.map((lang) => ({
        head: [{ text: text.t(`language.${lang}`) }],
        cells: [cell(text, column(rdfs.label, lang)), cell(text, column(rdfs.comment, lang))],
      })),
    },
  };
}

/** What can be said of things of a class. */
function properties(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const found = catalogue.graph
    .pointingTo(iri)
    .filter(({ predicate }) => predicate.value === schema.domainIncludes.value)
    .map(({ subject }) => subject.value);
  if (found.length === 0) return [];
  const list = byLabel(found, (one) => catalogue.label(one, text.lang).text);
  return [
    {
      id: 'egenskaper',
      heading: `${text.t('term.properties')} (${text.number(list.length)})`,
      list: list.map((one) => termValue(context, one)),
    },
  ];
}

/** Only what is public is counted. */
function use({ catalogue, text }: ViewContext, iri: string): Section {
  const term = namedNode(iri as Parameters<typeof namedNode>[0]);
  const isClass = catalogue.graph.types(iri).includes(owl.Class.value);
  const users = isClass
    ? catalogue.graph.instances(term).map(({ value }) => value)
    : catalogue.graph.withPredicate(term).map(({ subject }) => subject.value);
  const count = new Set(users).size;
  const section = { id: 'bruk', heading: text.t('term.use') };
  if (count === 0) return { ...section, empty: text.t('term.unused') };
  const pattern = isClass ? `?thing a <${iri}>` : `?thing <${iri}> ?value`;
  const query = `SELECT * WHERE {\n  ${pattern}\n}\nLIMIT 100`;
  return {
    ...section,
    paragraphs: [{ text: text.count('term.uses', count) }],
    more: {
      href: `/${text.lang}/sparql?query=${encodeURIComponent(query)}`,
      text: text.t('term.showUses'),
    },
  };
}
