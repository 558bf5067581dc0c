/** Processing of personal data (GDPR art. 30) in plain words, and the record that lists them (site.md 3.5). */
import type { NamedNode } from '../../src/rdf/terms.js';
import { dcat, dct, dpv, kdm } from '../../src/rdf/vocabularies.js';
import { cell, type FactSheet } from './facts.js';
import type { Fact, Section, Value } from './page-model.js';
import { contactValues } from './related.js';
import { isSpecial, processingTags } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { nodeValue, valuesOf, type ViewContext } from './values.js';
import { byLabel } from '../public-catalogue.js';

/** Question that the section answers → properties; each is said to be missing when it is. */
const SECTIONS: readonly (readonly [string, readonly NamedNode[]])[] = [
  ['formal', [dpv.hasPurpose]],
  ['grunnlag', [dpv.hasLegalBasis, dpv.hasApplicableLaw]],
  ['registrerte', [dpv.hasDataSubject]],
  ['opplysninger', [dpv.hasPersonalData]],
  ['kilde', [dpv.hasDataSource]],
  ['mottakere', [dpv.hasRecipient, dpv.hasDataProcessor]],
  ['lagring', [dpv.hasStorageCondition]],
  ['systemer', [kdm.usesSystem]],
];
/** Shown only where they are stated. */
const OPTIONAL: readonly NamedNode[] = [dpv.hasApplicableLaw, dpv.hasDataProcessor];

export function processingBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  const facts = (predicates: readonly NamedNode[]): Fact[] =>
    predicates.flatMap((one) =>
      OPTIONAL.includes(one) ? sheet.stated(one) : [marked(context, iri, sheet.expected(one), one)],
    );
  const sections = SECTIONS.map(([id, predicates]): Section => ({
    id,
    heading: text.t(`processing.${id}`),
    facts: facts(predicates),
  }));
  sheet.cover(
    kdm.sharedProcessing,
    dpv.hasProcessing,
    dpv.hasRight,
    dcat.contactPoint,
    dpv.hasNotice,
  );
  return {
    tags: processingTags(context, iri),
    subtitle: [
      ...sheet.stated(dpv.hasDataController),
      { ...sheet.expected(dct.publisher), label: text.t('processing.owner') },
      ...sheet.stated(kdm.copiedFrom),
    ],
    sections: [
      ...sections,
      transferSection(context, iri),
      ...datasetSection(context, sheet),
      rightsSection(context, iri),
    ],
  };
}

/** Special categories and vulnerable groups are marked in text, not by colour. */
function marked(context: ViewContext, iri: string, fact: Fact, predicate: NamedNode): Fact {
  const { catalogue, text } = context;
  const mark = (node: NamedNode): string | undefined => {
    if (isSpecial(context, node)) return text.t('mark.special');
    const types = catalogue.graph.types(node);
    return types.includes(dpv.VulnerableDataSubject.value) ? text.t('mark.vulnerable') : undefined;
  };
  const nodes = catalogue.graph.nodes(iri, predicate);
  if (!nodes.some((node) => mark(node) !== undefined)) return fact;
  const collator = new Intl.Collator('nb');
  const values = nodes
    .map((node): Value => {
      const value = nodeValue(context, node.value);
      const note = [mark(node), value.note].filter((one) => one !== undefined).join(' · ');
      return note === '' ? value : { ...value, note };
    })
    .sort((a, b) => collator.compare(a.text, b.text));
  return { ...fact, values };
}

/** Transfer out of the EEA: where to, and what makes it lawful. No statement means none is known. */
function transferSection(context: ViewContext, iri: string): Section {
  const { catalogue, text } = context;
  const heading = text.t('processing.overforing');
  const transfers = catalogue.graph.nodes(iri, dpv.hasProcessing);
  if (transfers.length === 0)
    return { id: 'overforing', heading, empty: text.t('processing.noTransfer') };
  const facts = [dpv.hasThirdCountry, dpv.hasLegalBasis, dct.description].map(
    (predicate): Fact => ({
      label: text.t(`transfer.${predicate.value.replace(/^.*[/#]/s, '')}`),
      values: transfers.flatMap((one) => valuesOf(context, one.value, predicate)),
      missing: text.t('value.notStated'),
    }),
  );
  return { id: 'overforing', heading, facts };
}

function datasetSection(context: ViewContext, sheet: FactSheet): Section[] {
  const values = sheet.values(kdm.processesDataset);
  return values.length === 0
    ? []
    : [{ id: 'datasett', heading: context.text.t('section.datasets'), list: values }];
}

/** Rights under GDPR articles 15, 16 and 77 hold whether the record mentions them or not. */
function rightsSection(context: ViewContext, iri: string): Section {
  const { catalogue, text } = context;
  const stated = [dpv.hasRight, dpv.hasNotice].flatMap((one) => valuesOf(context, iri, one));
  const [owner] = valuesOf(context, iri, dct.publisher);
  const who = owner?.text ?? catalogue.settings.publisher[text.lang];
  const contacts = contactValues(context, iri);
  return {
    id: 'rettigheter',
    heading: text.t('processing.rettigheter'),
    paragraphs: [{ text: text.t('processing.rights', { who }) }],
    facts: [
      ...(stated.length > 0 ? [{ label: text.t('processing.registered'), values: stated }] : []),
      ...(contacts.length > 0 ? [{ label: text.t('section.contact'), values: contacts }] : []),
    ],
  };
}

export function protocolBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  sheet.cover(dpv.hasProcess);
  const processes = catalogue.graph.nodes(iri, dpv.hasProcess).map((one) => one.value);
  const sorted = byLabel(processes, (one) => catalogue.label(one, text.lang).text);
  const heading = text.t('section.processings');
  const columns = ['title', 'hasPurpose', 'hasLegalBasis', 'special'];
  return {
    subtitle: [sheet.expected(dct.publisher)],
    sections: [
      {
        id: 'behandlinger',
        heading: `${heading} (${text.number(sorted.length)})`,
        paragraphs: [{ text: text.t('protocol.lead') }],
        table: {
          caption: heading,
          columns: columns.map((one) => text.t(`column.${one}`)),
          rows: sorted.map((one) => ({
            head: [nodeValue(context, one)],
            cells: [
              cell(text, valuesOf(context, one, dpv.hasPurpose)),
              cell(text, valuesOf(context, one, dpv.hasLegalBasis)),
              cell(text, specialValue(context, one)),
            ],
          })),
        },
      },
    ],
  };
}

function specialValue(context: ViewContext, iri: string): Value {
  const hasSpecial = context.catalogue.graph
    .nodes(iri, dpv.hasPersonalData)
    .some((one) => isSpecial(context, one));
  return { text: context.text.t(hasSpecial ? 'value.yes' : 'value.no') };
}
