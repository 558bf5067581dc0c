/**
 * What datasets, series, data services and distributions share (DCAT-AP-NO 3, specs.md 1.3 and 1.4).
 *   tittel_, beskrivelse_, nokkelord_{nb,nn,en} → dct:title, dct:description, dcat:keyword with language tag
 *   utgiver → dct:publisher · kontakt → dcat:contactPoint · tema, los → dcat:theme
 *   tilgang, konfidensialitet → dct:accessRights, kdm:confidentialityClass · hjemmel → dcatap:applicableLegislation
 */
import { manyValues } from '../../src/harvest/cell-values.js';
import {
  codeValue,
  links,
  missingField,
  reference,
  webAddress,
  type CodeField,
} from '../../src/harvest/found.js';
import { alias, type MapContext } from '../../src/harvest/harvester.js';
import { describeLaw, lawIri, parseLaw } from '../../src/harvest/law.js';
import type { Issue } from '../../src/model/issue.js';
import type { Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { NamedNode, Quad } from '../../src/rdf/terms.js';
import { dcat, dcatap, dct, euTable } from '../../src/rdf/vocabularies.js';
import type { Field, RegisterCells } from './columns.js';
import type { DatasetRegisterOptions } from './options.js';
import { themes } from './themes.js';

export type RegisterContext = MapContext<DatasetRegisterOptions>;

/** The mandatory identifier: the key of the IRI, so that the two never disagree (specs.md 1.4). */
export function identifierOf(subject: Iri): string {
  return subject.slice(subject.lastIndexOf('/') + 1);
}

export function texts(
  predicate: NamedNode,
  cells: RegisterCells,
  column: 'tittel' | 'beskrivelse' | 'nokkelord' | 'vilkar' | 'gebyr',
  context: RegisterContext,
): Iterable<Quad> {
  const builder = resource(context.subject);
  for (const language of context.source.options.languages) {
    const cell = cells[`${column}_${language}`];
    const values = column === 'nokkelord' ? manyValues(cell) : [cell];
    for (const value of values) builder.text(predicate, value, language);
  }
  return builder;
}

export function* publisherAndContact(
  cells: RegisterCells,
  context: RegisterContext,
): Iterable<Quad | Issue> {
  yield* references(dct.publisher, ['virksomhet', 'enhet'], 'utgiver', { cells, context });
  yield* references(dcat.contactPoint, ['kontakt'], 'kontakt', { cells, context });
  if (!cells.utgiver) yield missingField('utgiver');
  if (!cells.kontakt) yield missingField('kontakt');
}

export interface Given {
  readonly cells: RegisterCells;
  readonly context: RegisterContext;
}

/** Each id of a cell as a link to the record that is known by it in the first scheme that knows it. */
export function references(
  predicate: NamedNode,
  schemes: readonly string[],
  field: Field,
  { cells, context }: Given,
): Iterable<Quad | Issue> {
  const found = manyValues(cells[field]).map((id) =>
    reference(
      context,
      schemes.map((scheme) => alias(scheme, id)),
      { field, shown: id },
    ),
  );
  return links(context.subject, predicate, found);
}

/** Each code of a cell as the concept of an EU authority table, or of another scheme. */
export function codes(
  predicate: NamedNode,
  table: string | Pick<CodeField, 'scheme'>,
  field: Field,
  { cells, context }: Given,
): Iterable<Quad | Issue> {
  const scheme = typeof table === 'string' ? euTable(table) : table.scheme;
  const found = manyValues(cells[field]).map((code) => codeValue(context, code, { field, scheme }));
  return links(context.subject, predicate, found);
}

export function addresses(
  predicate: NamedNode,
  field: Field,
  { cells, context }: Given,
): Iterable<Quad | Issue> {
  const found = manyValues(cells[field]).map((text) => webAddress(text, field));
  return links(context.subject, predicate, found);
}

export function themesOf({ cells, context }: Given): Iterable<Quad | Issue> {
  return links(context.subject, dcat.theme, themes(context, cells));
}

export function* laws(
  { cells, context }: Given,
  recordClass: Iri | undefined,
): Iterable<Quad | Issue> {
  for (const text of manyValues(cells.hjemmel)) {
    const law = parseLaw(text);
    const subject = lawIri(context, law, recordClass);
    yield* resource(context.subject).link(dcatap.applicableLegislation, subject);
    yield* describeLaw(subject, law, recordClass);
    if (law.url) yield* onlyIssues(webAddress(law.url, 'hjemmel'));
  }
}
function onlyIssues(found: ReturnType<typeof webAddress>): Issue[] {
  return 'issue' in found ? [found.issue] : [];
}

/** Of a value that is stated twice, the finding once. */
export function onlyQuads(found: Iterable<Quad | Issue>): Quad[] {
  return [...found].filter((one): one is Quad => !('code' in one));
}
