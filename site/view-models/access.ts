/** Access, class and licence in plain words (site.md 2: "Access level explained, why, legal ground", "Licence explained"). */
import type { NamedNode } from '../../src/rdf/terms.js';
import { dcat, dcatap, dct, kdm, skos } from '../../src/rdf/vocabularies.js';
import { textOf } from '../labels.js';
import type { FactSheet } from './facts.js';
import type { Explanation, Section, Tag, Value } from './page-model.js';
import { accessCode } from './tags.js';
import { codeOf, nodeValue, type ViewContext } from './values.js';

/** What the access right means, and for closed data whom to ask. */
export function accessText(context: ViewContext, subject: string): string {
  const code = accessCode(context, subject);
  return context.text.find(`access.${code}.text`) ?? context.text.t('access.unknown.text');
}

/** Licences of the thing itself and of its distributions, each once. */
export function licencesOf({ catalogue }: ViewContext, subject: string): readonly NamedNode[] {
  const { graph } = catalogue;
  const holders = [subject, ...graph.nodes(subject, dcat.distribution).map((one) => one.value)];
  const found = new Map<string, NamedNode>();
  for (const holder of holders) {
    for (const licence of graph.nodes(holder, dct.license)) found.set(licence.value, licence);
  }
  return [...found.values()];
}

/** CC BY 4.0 rather than all of its name. */
export function licenceTags(context: ViewContext, subject: string): Tag[] {
  return licencesOf(context, subject).map(({ value }) => ({
    text: context.text.find(`licence.${codeOf(value)}.tag`) ?? nodeValue(context, value).text,
    tone: 'info',
  }));
}

/** Three lines a licence: may, must, may not. A licence that is not known to us is named only. */
export function licenceSection(context: ViewContext, subject: string): Section[] {
  const { text } = context;
  return licencesOf(context, subject).map((licence, index) => {
    const code = codeOf(licence.value);
    const explanations = (['can', 'must', 'cannot'] as const).flatMap((part): Explanation[] => {
      const line = text.find(`licence.${code}.${part}`);
      return line === undefined ? [] : [{ term: text.t(`licence.${part}`), text: line }];
    });
    return {
      id: `lisens-${index + 1}`,
      shortHeading: text.t('prop.dct:license'),
      heading: text.t('section.licence', { name: nodeValue(context, licence.value).text }),
      explanations,
      ...(explanations.length === 0 ? { paragraphs: [{ text: text.t('licence.unknown') }] } : {}),
      list: [licenceLink(context, licence)],
    };
  });
}

/** The deed where the code list names one, else the licence's own IRI. */
function licenceLink(context: ViewContext, licence: NamedNode): { text: string; href?: string } {
  const deed = context.catalogue.graph
    .about(licence)
    .find(({ predicate }) => predicate.value.endsWith('#exactMatch'))?.object.value;
  const target = deed ?? licence.value;
  const text = context.text.t('licence.read');
  return /^https?:/.test(target) ? { text, href: target } : { text: target };
}

/** The class, and what the municipality means by it. */
function classValues(context: ViewContext, subject: string): Value[] {
  const { graph } = context.catalogue;
  return graph.nodes(subject, kdm.confidentialityClass).map(({ value }) => {
    const meaning = textOf(graph, value, [skos.definition, dct.description], context.text.lang);
    return { ...nodeValue(context, value), note: meaning?.text };
  });
}

/** Why the data are open or closed, in words and by law. */
export function accessSection(context: ViewContext, iri: string, sheet: FactSheet): Section {
  const { text } = context;
  const isClosed = accessCode(context, iri) !== 'PUBLIC';
  sheet.cover(kdm.confidentialityClass);
  return {
    id: 'tilgang',
    heading: text.t('section.access'),
    paragraphs: [{ text: accessText(context, iri) }],
    facts: [
      ...sheet.stated(dct.accessRights),
      {
        label: text.t('prop.kdm:confidentialityClass'),
        values: classValues(context, iri),
        missing: text.t('value.notStated'),
      },
      ...(isClosed
        ? [sheet.expected(dcatap.applicableLegislation, text.t('access.noLaw'))]
        : sheet.stated(dcatap.applicableLegislation)),
      ...sheet.stated(kdm.privacyLevel),
    ],
  };
}
