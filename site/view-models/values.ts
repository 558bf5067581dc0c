/** From RDF terms to what a page shows: text in the best language, local links, dates and numbers in words. Pure. */
import { LABEL_PREDICATES } from '../../src/rdf/label.js';
import { isLiteral, isNamedNode, type Literal, type NamedNode } from '../../src/rdf/terms.js';
import { dcat, dct, dpv, eli, foaf, rdfs, skos, vcard, xsd } from '../../src/rdf/vocabularies.js';
import { isPart } from '../../src/rdf/described-graph.js';
import { inBestLanguage, langString, textOf, type LangString } from '../labels.js';
import { isSafeHref } from '../local-paths.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { Translator } from '../translator.js';
import type { Value } from './page-model.js';

export interface ViewContext {
  readonly catalogue: PublicCatalogue;
  readonly text: Translator;
}

/** Made once: a collator takes longer to make than the values to sort. */
const COLLATOR = new Intl.Collator('nb', { numeric: true });

/** All values of a property, in the best language, sorted as people read them. */
export function valuesOf(context: ViewContext, subject: string, predicate: NamedNode): Value[] {
  const terms = context.catalogue.graph.objects(subject, predicate);
  const literals = inBestLanguage(terms.filter(isLiteral), context.text.lang);
  const values = [
    ...literals.map((one) => literalValue(context, one)),
    ...terms.filter(isNamedNode).map((one) => nodeValue(context, one.value)),
  ];
  return values.sort((a, b) => COLLATOR.compare(a.text, b.text));
}

export function literalValue({ text }: ViewContext, literal: Literal): Value {
  const written = WRITERS[literal.datatype.value];
  return written ? written(literal.value, text) : langString(literal, text.lang);
}

type Writer = (value: string, text: Translator) => Value;

const writeDate: Writer = (value, text) => ({ text: text.date(value), datetime: value });
const writeNumber: Writer = (value, text) => ({
  text: Number.isFinite(Number(value)) ? text.number(Number(value)) : value,
});
const WRITERS: Readonly<Record<string, Writer | undefined>> = {
  [xsd.date.value]: writeDate,
  [xsd.dateTime.value]: writeDate,
  [xsd.integer.value]: writeNumber,
  [xsd.nonNegativeInteger.value]: writeNumber,
  [xsd.decimal.value]: writeNumber,
  [xsd.double.value]: writeNumber,
  [xsd.boolean.value]: (value, text) => ({
    text: text.t(value === 'true' || value === '1' ? 'value.yes' : 'value.no'),
  }),
  [xsd.duration.value]: (value, text) => ({ text: durationText(text, value) }),
  [xsd.anyURI.value]: (value) =>
    isSafeHref(value) ? { text: value, href: value } : { text: value },
};

export function nodeValue(context: ViewContext, iri: string): Value {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  const types = graph.types(iri);
  if (types.includes(dct.PeriodOfTime.value)) return { text: periodText(context, iri) };
  if (types.includes(eli.LegalResource.value)) return lawValue(context, iri);
  const page = pageHref(context, iri);
  if (page !== undefined && isPart(graph, iri) && !types.includes(dcat.Distribution.value))
    return partValue(context, iri);
  if (page !== undefined) return { ...catalogue.label(iri, text.lang), href: page };
  // A document is where it is: what the graph says of it is no more than that it is one.
  if (graph.has(iri) && !types.includes(foaf.Document.value))
    return catalogue.label(iri, text.lang);
  return foreignValue(context, iri);
}

/** The page of a thing, in this language; undefined when it has none. */
export function pageHref({ catalogue, text }: ViewContext, iri: string): string | undefined {
  const path = catalogue.pathOf(iri);
  return path === undefined ? undefined : `/${text.lang}${path}`;
}

/** Purpose, data subject, recipient and the like: told by their text; their own page adds nothing. */
function partValue(context: ViewContext, iri: string): Value {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  const label = textOf(graph, iri, LABEL_PREDICATES, text.lang);
  const more = textOf(graph, iri, [dct.description, skos.definition, rdfs.comment], text.lang);
  const duration = graph.text(iri, dpv.hasDuration);
  const period = duration === undefined ? undefined : durationText(text, duration);
  const isContact = graph.types(iri).includes(vcard.Kind.value);
  const told = [label, isContact ? undefined : more].filter((one) => one !== undefined);
  const isSaid = period === undefined || told.some(({ text: said }) => said.includes(period));
  const [shown, ...rest] = [...told, ...(isSaid ? [] : [{ text: period }])];
  if (shown === undefined) return { text: text.t('value.unnamed') };
  const note = rest.map((one) => one.text).join(' · ');
  return note === '' ? shown : { ...shown, note };
}

function lawValue(context: ViewContext, iri: string): Value {
  const { catalogue, text } = context;
  const link = catalogue.graph.node(iri, rdfs.seeAlso)?.value;
  const label = catalogue.label(iri, text.lang);
  if (link !== undefined && isSafeHref(link)) return { ...label, href: link };
  return isSafeHref(iri) && catalogue.pathOf(iri) === undefined ? { ...label, href: iri } : label;
}

/** An IRI of somebody else, or a file of ours: a link when it is safe, else text. */
export function foreignValue({ catalogue, text }: ViewContext, iri: string): Value {
  const country = /^https:\/\/w3id\.org\/dpv\/loc#([A-Z]{2})$/.exec(iri)?.[1];
  if (country !== undefined) return { text: countryName(text, country) };
  const file = fileHref(catalogue, iri);
  if (file !== undefined) return { text: file.slice('/fil/'.length), href: file };
  const shown = iri.replace(/^(mailto:|tel:)/, '');
  return isSafeHref(iri) ? { text: shown, href: iri } : { text: shown };
}

function countryName(text: Translator, code: string): string {
  return new Intl.DisplayNames([text.lang], { type: 'region' }).of(code) ?? code;
}

/** The local path of a data file in the zone. */
export function fileHref({ settings, zone }: PublicCatalogue, iri: string): string | undefined {
  const prefix = `${settings.base}fil/`;
  if (!iri.startsWith(prefix)) return undefined;
  const path = iri.slice(prefix.length);
  return Object.hasOwn(zone.files, `fil/${decoded(path)}`) ? `/fil/${path}` : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

export function periodText({ catalogue, text }: ViewContext, iri: string): string {
  const date = (predicate: NamedNode): string | undefined => {
    const value = catalogue.graph.text(iri, predicate);
    return value === undefined ? undefined : text.date(value);
  };
  const [start, end] = [date(dcat.startDate), date(dcat.endDate)];
  if (start && end) return start === end ? start : text.t('period.both', { start, end });
  if (start) return text.t('period.from', { start });
  return end ? text.t('period.until', { end }) : text.t('value.notStated');
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour'] as const;

/** P5Y → 5 år; what is more than years to hours stays as it is. */
export function durationText(text: Translator, value: string): string {
  const found = DURATION.exec(value);
  if (!found || value.length < 3) return value;
  const parts = UNITS.flatMap((unit, index) => {
    const number = found[index + 1];
    return number === undefined ? [] : [text.count(`duration.${unit}`, Number(number))];
  });
  return parts.length > 0 ? parts.join(' ') : value;
}

/** Paragraphs of a longer text. */
export function paragraphsOf(
  { catalogue, text }: ViewContext,
  subject: string,
  ...predicates: NamedNode[]
): Value[] {
  const found = textOf(catalogue.graph, subject, predicates, text.lang);
  return found ? splitParagraphs(found) : [];
}

function splitParagraphs({ text, lang }: LangString): Value[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, lang }));
}

export function codeOf(iri: string | undefined): string {
  return iri?.replace(/^.*[/#]/s, '') ?? '';
}
