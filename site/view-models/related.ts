/** Tables of things that belong to another: datasets of an organisation, processings of a system. Sorted by title, cut, counted. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { adms, dcat, dct, dpv, kdm } from '../../src/rdf/vocabularies.js';
import { byLabel } from '../public-catalogue.js';
import type { PageKind } from '../page-kinds.js';
import { accessTag, statusTags } from './tags.js';
import { cell } from './facts.js';
import { letterTo } from './letter.js';
import type { Section, TableRow, Value } from './page-model.js';
import { nodeValue, valuesOf, type ViewContext } from './values.js';

/** Rows shown on another thing's page; a longer list has a page of its own. */
const MAX_ROWS = 25;

/** Things of a kind that point here by one of the properties. */
export function pointingHere(
  { catalogue, text }: ViewContext,
  subject: string,
  kind: PageKind,
  predicates: readonly NamedNode[],
): string[] {
  const names = new Set(predicates.map((one) => one.value));
  const found = new Set<string>();
  for (const { subject: from, predicate } of catalogue.graph.pointingTo(subject)) {
    if (names.has(predicate.value) && catalogue.kindOf(from.value) === kind) found.add(from.value);
  }
  return byLabel(found, (iri) => catalogue.label(iri, text.lang).text);
}

/** Columns beside the title, by kind of thing. */
const COLUMNS: Partial<Record<PageKind, readonly NamedNode[]>> = {
  datasett: [dct.accessRights, dct.publisher, dct.modified],
  serie: [dct.publisher],
  datatjeneste: [dct.publisher, dcat.endpointURL],
  system: [kdm.systemOwner, adms.status],
  behandling: [dpv.hasPurpose, dct.publisher],
  virksomhet: [dct.identifier],
};

export interface RelatedOptions {
  readonly id: string;
  readonly heading: string;
  readonly kind: PageKind;
  /** Page with all of them. */
  readonly allHref?: string | undefined;
  readonly empty?: string | undefined;
}

/** A section with a table; without rows it says so when `empty` is given, else there is no section. */
export function relatedSection(
  context: ViewContext,
  things: readonly string[],
  options: RelatedOptions,
): Section[] {
  const { text } = context;
  const { id, heading, kind, allHref, empty } = options;
  if (things.length === 0) return empty === undefined ? [] : [{ id, heading, empty }];
  const columns = COLUMNS[kind] ?? [];
  const shown = things.slice(0, MAX_ROWS);
  const rows = shown.map((thing) => relatedRow(context, thing, columns));
  const hasMore = things.length > shown.length;
  return [
    {
      id,
      heading: `${heading} (${text.number(things.length)})`,
      table: {
        caption: heading,
        columns: [text.t('column.title'), ...columns.map((one) => columnLabel(context, kind, one))],
        rows,
      },
      ...(hasMore && allHref
        ? { more: { href: allHref, text: text.count('related.all', things.length) } }
        : {}),
      ...(hasMore && !allHref
        ? { paragraphs: [{ text: text.t('related.cut', { shown: shown.length }) }] }
        : {}),
    },
  ];
}

/** Of datasets that are about the same: they can be used together. */
export function combinable({ text }: ViewContext, sections: readonly Section[]): Section[] {
  return sections.map((one) =>
    (one.table?.rows.length ?? 0) > 1
      ? { ...one, paragraphs: [{ text: text.t('related.combine') }, ...(one.paragraphs ?? [])] }
      : one,
  );
}

function relatedRow(context: ViewContext, thing: string, columns: readonly NamedNode[]): TableRow {
  const cells = columns.map((one) => cell(context.text, columnValues(context, thing, one)));
  return { head: [nodeValue(context, thing)], cells };
}

/** Status and access in our own plain words, as on the things' own pages. */
function columnValues(context: ViewContext, thing: string, predicate: NamedNode): Value[] {
  if (predicate.value === adms.status.value)
    return statusTags(context, thing).map((tag) => ({ text: tag.text }));
  if (predicate.value === dct.accessRights.value) return [{ text: accessTag(context, thing).text }];
  return valuesOf(context, thing, predicate);
}

function columnLabel({ text }: ViewContext, kind: PageKind, predicate: NamedNode): string {
  const name = predicate.value.replace(/^.*[/#]/s, '');
  return text.find(`column.${kind}.${name}`) ?? text.t(`column.${name}`);
}

/** Contact points, told whole: name, mailbox, page. */
export function contactValues(context: ViewContext, subject: string): Value[] {
  const { catalogue, text } = context;
  return catalogue.graph.nodes(subject, dcat.contactPoint).flatMap((contact) => {
    const name = catalogue.graph.has(contact) ? [catalogue.label(contact.value, text.lang)] : [];
    const addresses = catalogue.graph
      .about(contact)
      .filter(({ predicate }) => /#has(Email|URL|Telephone)$/.test(predicate.value))
      .map(({ object }) => nodeValue(context, object.value));
    return [...name, ...addresses];
  });
}

export function contactSection(context: ViewContext, iri: string): Section {
  const { text } = context;
  const list = contactValues(context, iri);
  const heading = text.t('section.contact');
  const letter = letterTo(context, iri, 'letter.fault');
  const more =
    letter === undefined ? undefined : { href: letter, text: text.t('action.tellOfFault') };
  return list.length > 0
    ? { id: 'kontakt', heading, list, more }
    : { id: 'kontakt', heading, empty: text.t('contact.missing'), more };
}
