/** Processing of personal data (GDPR art. 30) in plain words, and the record that lists them (site.md 3.5). */
import type { NamedNode } from '../../src/rdf/terms.js';
import { dcat, dct, dpv, kdm } from '../../src/rdf/vocabularies.js';
import { chainSection } from './chain.js';
import { accessLetter, askSection } from './ask.js';
import { cell, type FactSheet } from './facts.js';
import { basisValues } from './legal-basis.js';
import { situationSection } from './life-situations.js';
import { markedValues } from './marked-values.js';
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

/** What a record of processing tells; each by any of the properties. */
const ARTICLE_30: readonly (readonly [string, readonly NamedNode[]])[] = [
  ['ansvarlig', [dpv.hasDataController, dct.publisher]],
  ['formal', [dpv.hasPurpose]],
  ['grunnlag', [dpv.hasLegalBasis]],
  ['lov', [dpv.hasApplicableLaw]],
  ['registrerte', [dpv.hasDataSubject]],
  ['opplysninger', [dpv.hasPersonalData]],
  ['kilde', [dpv.hasDataSource]],
  ['mottakere', [dpv.hasRecipient, dpv.hasDataProcessor]],
  ['lagring', [dpv.hasStorageCondition]],
  ['systemer', [kdm.usesSystem]],
  ['informasjon', [dpv.hasNotice]],
];

export function processingBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  const values = (predicate: NamedNode): Value[] =>
    predicate === dpv.hasLegalBasis
      ? basisValues(context, iri)
      : markedValues(context, iri, predicate);
  const facts = (predicates: readonly NamedNode[]): Fact[] =>
    predicates.flatMap((one) =>
      OPTIONAL.includes(one)
        ? sheet.stated(one)
        : [{ ...sheet.expected(one), values: values(one) }],
    );
  const sections = SECTIONS.map(([id, predicates]): Section => ({
    id,
    heading: text.t(`processing.${id}`),
    facts: facts(predicates),
  }));
  sheet.cover(kdm.sharedProcessing, dpv.hasProcessing, dcat.contactPoint);
  const letter = accessLetter(context, iri);
  return {
    tags: processingTags(context, iri),
    subtitle: [
      ...sheet.stated(dpv.hasDataController, dpv.hasDataProtectionOfficer),
      { ...sheet.expected(dct.publisher), label: text.t('processing.owner') },
      ...sheet.stated(kdm.copiedFrom),
    ],
    actions:
      letter === undefined ? [] : [{ href: letter, text: text.t('ask.access'), isPrimary: true }],
    sections: [
      ...sections,
      transferSection(context, iri),
      ...datasetSection(context, sheet),
      rightsSection(context, iri, sheet),
      ...chainSection(context, iri),
      ...situationSection(context, iri),
      recordSection(context, iri),
    ],
  };
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

/** Rights hold whether the record mentions them or not; what it does say of them comes first. */
function rightsSection(context: ViewContext, iri: string, sheet: FactSheet): Section {
  const stated = [dpv.hasRight, dpv.hasNotice].flatMap((one) => sheet.values(one));
  const contacts = contactValues(context, iri);
  const { text } = context;
  return {
    ...askSection(context, iri),
    facts: [
      ...(stated.length > 0 ? [{ label: text.t('processing.registered'), values: stated }] : []),
      ...(contacts.length > 0 ? [{ label: text.t('section.contact'), values: contacts }] : []),
    ],
  };
}

/** How much of what GDPR article 30(1) and articles 13 and 14 ask for is told here; what is not public counts as not told. */
function recordSection(context: ViewContext, iri: string): Section {
  const { catalogue, text } = context;
  const told = ARTICLE_30.filter(([, predicates]) =>
    predicates.some((one) => catalogue.graph.objects(iri, one).length > 0),
  );
  const missing = ARTICLE_30.filter((one) => !told.includes(one)).map(([name]) => ({
    text: text.t(`record.${name}`),
  }));
  return {
    id: 'protokoll',
    heading: text.t('record.heading'),
    paragraphs: [
      { text: text.t('record.told', { told: told.length, all: ARTICLE_30.length }) },
      ...(missing.length > 0 ? [{ text: text.t('record.missing') }] : []),
    ],
    ...(missing.length > 0 ? { list: missing } : {}),
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
