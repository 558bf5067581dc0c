/** What search knows of a thing: its texts by how much they tell, and what it can be filtered by (site.md 2, 6). */
import type { SearchEntry, SearchType } from '../model/search-file.js';
import type { Graph } from '../rdf/graph.js';
import { LABEL_PREDICATES } from '../rdf/label.js';
import type { NamedNode } from '../rdf/terms.js';
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

/** Texts of all languages together, most telling first. */
export interface SearchTexts {
  readonly title: string;
  readonly alternative: string;
  readonly keyword: string;
  readonly concept: string;
  readonly publisher: string;
  readonly description: string;
}

export interface SearchDocument extends SearchEntry {
  readonly texts: SearchTexts;
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
  graph: Graph,
  base: string,
  alsoCalled: (code: string) => readonly string[],
): SearchDocument[] {
  const prefix = `${base}id/`;
  const found = new Map<string, SearchType>();
  for (const [type, name] of TYPES) {
    for (const { value } of graph.instances(type))
      if (value.startsWith(prefix) && !found.has(value)) found.set(value, name);
  }
  return [...found]
    .filter(([iri, type]) => type !== 'begrep' || iri.startsWith(`${prefix}begrep/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iri, type]) => document(graph, iri, type, alsoCalled));
}

function document(
  graph: Graph,
  iri: string,
  type: SearchType,
  alsoCalled: (code: string) => readonly string[],
): SearchDocument {
  const own = (predicates: readonly NamedNode[]): string[] =>
    predicates.flatMap((one) => graph.literals(iri, one).map(({ value }) => value));
  const linked = (predicates: readonly NamedNode[]): string[] =>
    predicates.flatMap((one) => graph.nodes(iri, one).map(({ value }) => value));
  const labels = (iris: readonly string[]): string[] =>
    iris.flatMap((one) =>
      [...LABEL_PREDICATES, skos.altLabel].flatMap((label) =>
        graph.literals(one, label).map(({ value }) => value),
      ),
    );
  const distributions = graph.nodes(iri, dcat.distribution).map(({ value }) => value);
  const concepts = linked(CONCEPTS);
  const formats = [iri, ...distributions].flatMap((one) =>
    graph.nodes(one, dct.format).map(({ value }) => value),
  );
  const owners = linked(OWNERS);
  return {
    iri,
    type,
    texts: {
      title: joined(own(LABEL_PREDICATES)),
      alternative: joined([
        ...own([skos.altLabel, skos.hiddenLabel]),
        ...concepts.flatMap(alsoCalled),
      ]),
      keyword: joined(own([dcat.keyword])),
      concept: joined([...labels(concepts), ...labels(formats)]),
      publisher: joined(labels(owners)),
      description: joined([...own(DESCRIPTIONS), ...labels(distributions)]),
    },
    facets: {
      tema: unique(linked([dcat.theme]).filter(isEuTheme)),
      utgiver: unique(owners),
      tilgang: unique(linked([dct.accessRights])),
      klasse: unique(linked([kdm.confidentialityClass])),
      format: unique(formats),
      hvd: unique(linked([dcatap.hvdCategory])),
      frekvens: unique(linked([dct.accrualPeriodicity])),
    },
    modified: (own([dct.modified])[0] ?? own([dct.issued])[0] ?? '').slice(0, 10),
  };
}

/** Los has hundreds of themes, too many to choose from; the thirteen of the EU are on every dataset. */
function isEuTheme(iri: string): boolean {
  return iri.startsWith(`${euTable('data-theme')}/`);
}

function joined(texts: readonly string[]): string {
  return unique(texts).join(' \n');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
