/** What search knows of a thing: its texts by how much they tell, and what it can be filtered by (site.md 2, 6). */
import type { SearchEntry, SearchType } from '../model/search-file.js';
import type { Graph } from '../rdf/graph.js';
import { LABEL_PREDICATES } from '../rdf/label.js';
import { literal, type Literal, type NamedNode } from '../rdf/terms.js';
import {
  dcat,
  dcatap,
  dct,
  dpv,
  euTable,
  kdm,
  modelldcatno,
  org,
  skos,
} from '../rdf/vocabularies.js';
import type { Searched } from './searched.js';

/** Where a word may stand, most telling first. */
export const FIELDS = [
  'title',
  'alternative',
  'keyword',
  'concept',
  'publisher',
  'description',
  'column',
] as const;
export type Field = (typeof FIELDS)[number];

/** Columns are named for machines: «sykefravar_pst» teaches nobody how words are spelt or put together. */
export const WORDED_FIELDS: readonly Field[] = FIELDS.filter((field) => field !== 'column');

export interface SearchDocument extends SearchEntry {
  /** Texts of all languages together. */
  readonly texts: Readonly<Record<Field, readonly string[]>>;
}

/** In order: a series that is also typed as a dataset is a series. */
const TYPES: readonly (readonly [NamedNode, SearchType])[] = [
  [dcat.DatasetSeries, 'serie'],
  [dcat.Dataset, 'datasett'],
  [dcat.DataService, 'datatjeneste'],
  [kdm.System, 'system'],
  [dpv.Process, 'behandling'],
  [org.FormalOrganization, 'virksomhet'],
  [org.OrganizationalUnit, 'virksomhet'],
  [modelldcatno.ObjectType, 'objekttype'],
  [skos.Concept, 'begrep'],
];

const DESCRIPTIONS = [dct.description, skos.definition, skos.scopeNote];
/** What a thing leads to whose names also name it. */
const CONCEPTS = [
  dcat.theme,
  dct.subject,
  dcatap.hvdCategory,
  kdm.policyArea,
  dct.format,
  dpv.hasPurpose,
  dpv.hasDataSubject,
  dpv.hasPersonalData,
];
const OWNERS = [dct.publisher, kdm.systemOwner, kdm.systemManager, dpv.hasDataController];

/**
 * Things below `{base}id/` of the searched types, in order of their IRIs. `alsoCalled` gives what people call a code besides its
 * labels; it is no part of what is public.
 */
export function searchDocuments(
  matter: Searched,
  base: string,
  alsoCalled: (code: string) => readonly string[],
): SearchDocument[] {
  const { graph } = matter;
  const prefix = `${base}id/`;
  const found = new Map<string, SearchType>();
  for (const [type, name] of TYPES) {
    for (const { value } of graph.instances(type))
      if (value.startsWith(prefix) && !found.has(value)) found.set(value, name);
  }
  return [...found]
    .filter(([iri, type]) => type !== 'begrep' || iri.startsWith(`${prefix}begrep/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iri, type]) => document(matter, iri, type, alsoCalled));
}

function document(
  matter: Searched,
  iri: string,
  type: SearchType,
  alsoCalled: (code: string) => readonly string[],
): SearchDocument {
  const { graph } = matter;
  const linked = (predicates: readonly NamedNode[]): string[] =>
    unique(nodesOf(graph, [iri], predicates));
  const literals = searchLiterals(matter, iri);
  const texts = Object.fromEntries(
    FIELDS.map((field) => [field, unique(literals[field].map(({ value }) => value))]),
  ) as Record<Field, string[]>;
  const names = nodesOf(graph, [iri], CONCEPTS).flatMap(alsoCalled);
  const dates = [dct.modified, dct.issued].map((one) => graph.text(iri, one));
  return {
    iri,
    type,
    texts: { ...texts, alternative: unique([...texts.alternative, ...names]) },
    facets: {
      tema: linked([dcat.theme]).filter(isEuTheme),
      utgiver: linked(OWNERS),
      tilgang: linked([dct.accessRights]),
      // Of datasets alone: which systems are protected is told nowhere (safety 3.1).
      klasse: type === 'datasett' || type === 'serie' ? linked([kdm.confidentialityClass]) : [],
      format: formatsOf(graph, iri),
      hvd: linked([dcatap.hvdCategory]),
      frekvens: linked([dct.accrualPeriodicity]),
    },
    modified: (dates.find((one) => one !== undefined) ?? '').slice(0, 10),
  };
}

/** What is public and said of a thing in words, by where it stands: what is searched, and what a hit can be explained by. */
export function searchLiterals(
  { graph, columnsOf }: Searched,
  iri: string,
): Record<Field, readonly Literal[]> {
  const own = (predicates: readonly NamedNode[]): Literal[] =>
    predicates.flatMap((one) => [...graph.literals(iri, one)]);
  const names = (iris: readonly string[]): Literal[] =>
    unique(iris).flatMap((one) =>
      [...LABEL_PREDICATES, skos.altLabel].flatMap((label) => [...graph.literals(one, label)]),
    );
  const distributions = nodesOf(graph, [iri], [dcat.distribution]);
  return {
    title: own(LABEL_PREDICATES),
    alternative: own([skos.altLabel, skos.hiddenLabel]),
    keyword: own([dcat.keyword]),
    concept: [...names(nodesOf(graph, [iri], CONCEPTS)), ...names(formatsOf(graph, iri))],
    publisher: names(nodesOf(graph, [iri], OWNERS)),
    description: [...own(DESCRIPTIONS), ...names(distributions)],
    column: distributions.flatMap(columnsOf).map((name) => literal(name)),
  };
}

function formatsOf(graph: Graph, iri: string): string[] {
  const distributions = nodesOf(graph, [iri], [dcat.distribution]);
  return unique(nodesOf(graph, [iri, ...distributions], [dct.format]));
}

function nodesOf(
  graph: Graph,
  subjects: readonly string[],
  predicates: readonly NamedNode[],
): string[] {
  return subjects.flatMap((subject) =>
    predicates.flatMap((one) => graph.nodes(subject, one).map(({ value }) => value)),
  );
}

/** Los has hundreds of themes, too many to choose from; the thirteen of the EU are on every dataset. */
function isEuTheme(iri: string): boolean {
  return iri.startsWith(`${euTable('data-theme')}/`);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
