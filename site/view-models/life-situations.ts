/** "What does the municipality know about me?": situations in life, and the processing that belongs to each in plain words. Pure. */
import { dct, dpv, skos } from '../../src/rdf/vocabularies.js';
import { textOf } from '../labels.js';
import {
  lifeSituations,
  situationsNamed,
  situationsOf,
  type LifeSituation,
} from '../life-situations.js';
import { askSection, accessLetter } from './ask.js';
import { plainBases } from './legal-basis.js';
import { listItem, type ListItem } from './lists.js';
import { markedValues } from './marked-values.js';
import type { Fact, Link, Section, Tag, Value } from './page-model.js';
import { processingTags } from './tags.js';
import { nodeValue, valuesOf, type ViewContext } from './values.js';

export const CITIZENS = '/hva-vet-kommunen';
const MAX_HITS = 20;
/** The rest are links alone. */
const MAX_CARDS = 25;

export interface SituationCard {
  readonly title: Value;
  readonly lead?: Value | undefined;
  readonly count: string;
}
export interface CitizensPage {
  readonly heading: string;
  readonly lead: string;
  readonly limits: string;
  readonly text: string;
  readonly situations: readonly SituationCard[];
  /** Only after a search. */
  readonly found?:
    | { readonly countText: string; readonly items: readonly ListItem[]; readonly all: Link }
    | undefined;
  readonly empty?: string | undefined;
  readonly all: Link;
  readonly ask: Section;
}
export interface ProcessingCard {
  readonly title: Value;
  readonly tags: readonly Tag[];
  readonly facts: readonly Fact[];
  readonly ask?: Link | undefined;
}
export interface SituationPage {
  readonly heading: string;
  readonly lead?: Value | undefined;
  readonly countText: string;
  readonly cards: readonly ProcessingCard[];
  readonly rest: readonly Value[];
  readonly empty?: string | undefined;
  readonly others: readonly Value[];
  readonly ask: Section;
}

export function situationHref({ text }: ViewContext, { code }: LifeSituation): string {
  return `/${text.lang}${CITIZENS}/${code}`;
}

export function citizensPage(context: ViewContext, asked: string): CitizensPage {
  const { catalogue, text } = context;
  const { graph, settings } = catalogue;
  const situations = lifeSituations(graph);
  const processings = catalogue.list('behandling', text.lang);
  const belonging = processings.map((one) => situationsOf(graph, situations, one));
  const shown = asked === '' ? situations : situationsNamed(graph, situations, asked);
  return {
    heading: text.t('citizens.title'),
    lead: text.t('citizens.lead', { name: settings.name[text.lang] }),
    limits: text.t('citizens.limits'),
    text: asked,
    situations: shown.map((one) =>
      card(context, one, belonging.filter((own) => own.includes(one)).length),
    ),
    ...(asked === '' ? {} : { found: hits(context, asked) }),
    ...(processings.length === 0 ? { empty: text.t('citizens.empty') } : {}),
    all: {
      href: `/${text.lang}/behandling`,
      text: text.count('citizens.all', processings.length),
    },
    ask: askSection(context),
  };
}

/** Undefined where there is no such situation. */
export function situationPage(context: ViewContext, code: string): SituationPage | undefined {
  const { catalogue, text } = context;
  const situations = lifeSituations(catalogue.graph);
  const chosen = situations.find((one) => one.code === code);
  if (!chosen) return undefined;
  const processings = catalogue
    .list('behandling', text.lang)
    .filter((one) => situationsOf(catalogue.graph, [chosen], one).length > 0);
  return {
    heading: catalogue.label(chosen.iri, text.lang).text,
    lead: leadOf(context, chosen),
    countText: text.count('citizens.count', processings.length),
    cards: processings.slice(0, MAX_CARDS).map((one) => processingCard(context, one)),
    rest: processings.slice(MAX_CARDS).map((one) => nodeValue(context, one)),
    ...(processings.length === 0 ? { empty: text.t('citizens.none') } : {}),
    others: situations.filter((one) => one !== chosen).map((one) => situationValue(context, one)),
    ask: askSection(context),
  };
}

/** On the page of a processing: where else to look. */
export function situationSection(context: ViewContext, processing: string): Section[] {
  const { graph } = context.catalogue;
  const list = situationsOf(graph, lifeSituations(graph), processing).map((one) =>
    situationValue(context, one),
  );
  const heading = context.text.t('citizens.belongs');
  return list.length === 0 ? [] : [{ id: 'livssituasjoner', heading, list }];
}

function situationValue(context: ViewContext, situation: LifeSituation): Value {
  const { catalogue, text } = context;
  return { ...catalogue.label(situation.iri, text.lang), href: situationHref(context, situation) };
}

function card(context: ViewContext, situation: LifeSituation, count: number): SituationCard {
  return {
    title: situationValue(context, situation),
    lead: leadOf(context, situation),
    count: context.text.count('citizens.count', count),
  };
}

function leadOf({ catalogue, text }: ViewContext, { iri }: LifeSituation): Value | undefined {
  return textOf(catalogue.graph, iri, [skos.definition], text.lang);
}

/** Processing whose description has the words, found as in the search of everything. */
function hits(context: ViewContext, asked: string): NonNullable<CitizensPage['found']> {
  const { catalogue, text } = context;
  const found = catalogue.search?.search({ text: asked, types: ['behandling'] }).hits ?? [];
  const parameters = new URLSearchParams({ q: asked, type: 'behandling' });
  return {
    countText: text.count('citizens.found', found.length),
    items: found.slice(0, MAX_HITS).map(({ iri }) => listItem(context, 'behandling', iri)),
    all: { href: `/${text.lang}/sok?${parameters.toString()}`, text: text.t('citizens.searchAll') },
  };
}

/** Question → its answer, in the order in which people ask. */
function processingCard(context: ViewContext, iri: string): ProcessingCard {
  const { text } = context;
  const fact = (question: string, values: readonly Value[]): Fact => ({
    label: text.t(`citizens.${question}`),
    values,
    missing: text.t('value.notStated'),
  });
  const bases = plainBases(context, iri);
  const letter = accessLetter(context, iri);
  return {
    title: nodeValue(context, iri),
    tags: processingTags(context, iri),
    facts: [
      fact('purpose', valuesOf(context, iri, dpv.hasPurpose)),
      fact('basis', [...bases, ...valuesOf(context, iri, dpv.hasApplicableLaw)]),
      fact('data', markedValues(context, iri, dpv.hasPersonalData)),
      fact('retention', valuesOf(context, iri, dpv.hasStorageCondition)),
      fact('recipients', [
        ...valuesOf(context, iri, dpv.hasRecipient),
        ...valuesOf(context, iri, dpv.hasDataProcessor).map((one) => ({
          ...one,
          note: text.t('citizens.processor'),
        })),
      ]),
      fact('unit', valuesOf(context, iri, dct.publisher)),
    ],
    ...(letter === undefined ? {} : { ask: { href: letter, text: text.t('citizens.askHere') } }),
  };
}
