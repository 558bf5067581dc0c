/**
 * Categories of data subjects and personal data as shared concepts (model.md 5.2 c).
 * The stewards' tables say which DPV concept a label is. Such a concept is open. A label in no table may hold anything,
 * so its concept gets the class that the source's policy gives, and is reported.
 */
import type { MapContext } from '../../src/harvest/harvester.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { tryIri, type Iri } from '../../src/model/iri.js';
import { hashedKey, slug } from '../../src/model/key.js';
import { resource, type ResourceBuilder } from '../../src/rdf/resource.js';
import { namedNode, type Quad } from '../../src/rdf/terms.js';
import { dpv, kdm, skos } from '../../src/rdf/vocabularies.js';
import type { ProcessingMap } from './map-context.js';
import type { Category, Subject } from './payload.js';

const PD = 'https://w3id.org/dpv/pd#';
const PREFIXES: Readonly<Record<string, string>> = {
  dpv: dpv.$.base,
  pd: PD,
  ps: 'https://w3id.org/dpv/sector/publicservices#',
};
const SPECIAL_LEVEL = '3';
type TableRow = Readonly<Record<string, string>>;

export function* mapSubjects(map: ProcessingMap): Iterable<Quad | Issue> {
  for (const subject of map.processing.subjects ?? []) {
    const found = lookUp(map.context, 'registrerte', subject.label);
    const iri = conceptIri(map.context, 'registrert', subject.label);
    yield* resource(map.context.subject).link(dpv.hasDataSubject, iri);
    yield* subjectConcept(iri, subject, found, map.context);
    if (!found) yield unmapped(subject.label, 'registrerte');
  }
}

function subjectConcept(
  iri: Iri,
  subject: Subject,
  found: TableRow | undefined,
  context: MapContext,
): Iterable<Quad> {
  const concept = describe(iri, 'registrert', { label: subject.label, found, context });
  // The DPV categories are below HumanSubject only, so DataSubject is stated too (model.md 4.6).
  concept.a(dpv.DataSubject);
  for (const category of targets(found)) concept.a(namedNode(category));
  if (subject.isVulnerable) concept.a(dpv.VulnerableDataSubject);
  return concept;
}

export function* mapCategories(map: ProcessingMap): Iterable<Quad | Issue> {
  for (const category of map.processing.categories ?? []) {
    const found = lookUp(map.context, 'personopplysninger', category.label);
    const iri = conceptIri(map.context, 'opplysning', category.label);
    yield* resource(map.context.subject).link(dpv.hasPersonalData, iri);
    yield* categoryConcept(iri, category, found, map.context);
    if (!found) yield unmapped(category.label, 'personopplysninger');
  }
}

function categoryConcept(
  iri: Iri,
  category: Category,
  found: TableRow | undefined,
  context: MapContext,
): Iterable<Quad> {
  const concept = describe(iri, 'opplysning', { label: category.label, found, context });
  concept.a(dpv.PersonalData).link(skos.broader, ...targets(found));
  if (category.article === 9 || found?.['niva'] === SPECIAL_LEVEL)
    concept.a(dpv.SpecialCategoryPersonalData);
  if (category.article === 10) concept.link(skos.broader, tryIri(`${PD}Criminal`));
  return concept;
}

interface Concept {
  readonly label: string;
  readonly found: TableRow | undefined;
  readonly context: MapContext;
}

function describe(
  iri: Iri,
  type: 'registrert' | 'opplysning',
  { label, found, context }: Concept,
): ResourceBuilder {
  const key = iri.slice(iri.lastIndexOf('/') + 1);
  const recordClass = found
    ? context.classIri(context.scheme.open)
    : context.recordClass(type, key);
  return resource(iri)
    .text(skos.prefLabel, found?.['nb'] || label, 'nb')
    .text(skos.prefLabel, found?.['nn'], 'nn')
    .text(skos.prefLabel, found?.['en'], 'en')
    .link(kdm.recordClass, recordClass);
}

/** The broader purposes that the table `formal` gives for a function area. */
export function purposesOf(context: MapContext, area: string | undefined): Iri[] {
  return area ? targets(lookUp(context, 'formal', area)) : [];
}

function lookUp(context: MapContext, table: string, label: string): TableRow | undefined {
  const rows = context.table(table);
  const exact = rows?.get(label);
  if (exact || !rows) return exact;
  const folded = label.toLowerCase();
  return [...rows].find(([name]) => name.toLowerCase() === folded)?.[1];
}

/** Column `dpv`: IRIs or `dpv:`, `pd:`, `ps:` names, several by `|`. */
function targets(found: TableRow | undefined): Iri[] {
  return (found?.['dpv'] ?? '').split('|').flatMap((text) => {
    const [, prefix = '', name = ''] = /^(dpv|pd|ps):(.+)$/.exec(text.trim()) ?? [];
    const base = PREFIXES[prefix];
    return tryIri(base ? base + name : text) ?? [];
  });
}

function conceptIri(context: MapContext, type: 'registrert' | 'opplysning', label: string): Iri {
  return context.mint(type, slug(label) || hashedKey(type, label));
}

/** The count stays open: the engine fills it when it has seen all records. */
function unmapped(found: string, table: string): Issue {
  return issue('TERM_UNMAPPED', 'warning', { found, table: `tables/${table}.csv` });
}
