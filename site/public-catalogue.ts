/** What the pages ask of a zone: one index, made when the zone is opened and thrown away with it. Pure: no file is read here. */
import { descriptionOf, type FeedGraph } from '../src/feed/feed-graph.js';
import { fullView } from '../src/feed/full-view.js';
import type { Lang } from '../src/model/lang-text.js';
import type { PreviewProfile } from '../src/model/preview.js';
import type { DatasetQuality } from '../src/model/quality-report.js';
import type { SiteSettings } from '../src/model/site-settings.js';
import { PUBLIC_GRAPHS } from '../src/model/site-settings.js';
import { describedGraph } from '../src/rdf/described-graph.js';
import { describe } from '../src/rdf/description.js';
import type { Graph } from '../src/rdf/graph.js';
import { isModelElement } from '../src/rdf/model-of.js';
import type { Quad } from '../src/rdf/terms.js';
import { dct, kdm, KDM_ONTOLOGY, VOCAB_BASE } from '../src/rdf/vocabularies.js';
import { searched, type Searched } from '../src/search/searched.js';
import { SearchIndex } from '../src/search/search-index.js';
import { livingGraph, publicGraph, type PublicZone } from '../src/store/public-zone.js';
import { labelOf, type LangString } from './labels.js';
import { irisOf, localPath, type LocalPath } from './local-paths.js';
import { kindOfTypes, type ListName, type PageKind } from './page-kinds.js';

/** Reason of a tombstone (ontology/codes/bortfall.ttl). */
const MOVED = `${VOCAB_BASE}kode/bortfall/flyttet`;
const RULES = `${VOCAB_BASE}shapes#`;

export interface PublicCatalogue extends Searched {
  readonly settings: SiteSettings;
  readonly zone: Pick<
    PublicZone,
    | 'folder'
    | 'files'
    | 'hash'
    | 'snapshot'
    | 'changes'
    | 'coverage'
    | 'quality'
    | 'trend'
    | 'findings'
    | 'hvd'
    | 'portals'
    | 'apis'
  >;
  /** Points of a dataset; undefined for what no portal scores. */
  qualityOf(iri: string): DatasetQuality | undefined;
  /** What is known of the columns of a file; undefined for one that has no preview. */
  previewOf(iri: string): PreviewProfile | undefined;
  /** Everything public but the tombstones; no graph names. */
  readonly graph: Graph;
  readonly tombstones: Graph;
  /** The catalogue as its feeds show it. */
  readonly feed: FeedGraph;
  /** Over everything that has a page and is searched for; undefined in a revision that an older version wrote. */
  readonly search: SearchIndex | undefined;
  /** The thing that a path stands for: published now, or once. */
  resolve(path: string): Found | undefined;
  /** The path of a thing that has a page; undefined for foreign IRIs and codes. */
  pathOf(iri: string): LocalPath | undefined;
  kindOf(iri: string): PageKind;
  label(iri: string, lang: Lang): LangString;
  /** All things of a list, sorted by title in the language. */
  list(name: ListName, lang: Lang): readonly string[];
  description(iri: string): readonly Quad[];
}

export type Found =
  | { readonly state: 'public'; readonly iri: string; readonly kind: PageKind }
  | {
      readonly state: 'gone';
      readonly iri: string;
      readonly path: string;
      /** Of what was renamed: where it is now, or was last. */
      readonly movedTo?: LocalPath;
    };

export function publicCatalogue(zone: PublicZone): PublicCatalogue {
  return catalogueOf(zone, splitGraphs(zone));
}

/** Wherever the graphs are read from. */
export function catalogueOf(
  zone: PublicZone,
  { graph, ontology, tombstones }: Graphs,
): PublicCatalogue {
  const { settings } = zone;
  const pathOf = (iri: string): LocalPath | undefined =>
    graph.has(iri) ? localPath(settings.base, iri) : undefined;
  const kindOf = (iri: string): PageKind =>
    kindOfTypes(graph.types(iri), localPath(settings.base, iri)?.startsWith('/kode/') ?? false);
  const label = (iri: string, lang: Lang): LangString => {
    const own = labelOf(graph, iri, lang);
    // Every organisation's record has the same title: whose it is tells them apart.
    const owner = kindOf(iri) === 'protokoll' ? graph.node(iri, dct.publisher) : undefined;
    return owner ? { ...own, text: `${own.text}: ${labelOf(graph, owner.value, lang).text}` } : own;
  };
  const members = listMembers(graph, pathOf, kindOf);
  const sorted = new Map<string, readonly string[]>();
  const feed = fullView(graph, settings.catalog);
  const previews = new Map(zone.previews?.map((one) => [one.distribution, one]));
  const measured = new Map(zone.quality?.datasets.map((one) => [one.iri, one]));
  return {
    settings,
    zone: {
      folder: zone.folder,
      files: zone.files,
      hash: zone.hash,
      snapshot: zone.snapshot,
      changes: zone.changes,
      ...(zone.coverage ? { coverage: zone.coverage } : {}),
      ...(zone.quality ? { quality: zone.quality } : {}),
      ...(zone.trend ? { trend: zone.trend } : {}),
      ...(zone.findings ? { findings: zone.findings } : {}),
      ...(zone.hvd ? { hvd: zone.hvd } : {}),
      ...(zone.portals ? { portals: zone.portals } : {}),
      ...(zone.apis ? { apis: zone.apis } : {}),
    },
    ...searched(graph, zone.previews ?? []),
    tombstones,
    feed,
    search: zone.search && new SearchIndex(zone.search),
    previewOf: (iri) => previews.get(iri),
    qualityOf: (iri) => measured.get(iri),
    pathOf,
    kindOf,
    label,
    resolve(path) {
      const iris = irisOf(settings.base, path);
      const found = iris.find((iri) => pathOf(iri) === path);
      if (found !== undefined) return { state: 'public', iri: found, kind: kindOf(found) };
      const gone = iris.find((iri) => tombstones.has(iri));
      return gone === undefined ? undefined : goneThing(tombstones, gone, { settings, path });
    },
    list(name, lang) {
      const key = `${name} ${lang}`;
      const known = sorted.get(key);
      if (known) return known;
      const made = byLabel(members.get(name) ?? [], (iri) => label(iri, lang).text);
      sorted.set(key, made);
      return made;
    },
    description(iri) {
      if (iri === KDM_ONTOLOGY) return describeOntology(ontology);
      // The same statements as in every feed (portals.md 3.4).
      return feed.isMember(iri) ? descriptionOf(feed, iri) : describe(describedGraph(graph), iri);
    },
  };
}

function goneThing(
  tombstones: Graph,
  iri: string,
  { settings, path }: { readonly settings: SiteSettings; readonly path: string },
): Found {
  const isMoved = tombstones.nodes(iri, dct.type).some(({ value }) => value === MOVED);
  const successor = isMoved ? tombstones.node(iri, dct.isReplacedBy) : undefined;
  const movedTo = successor && localPath(settings.base, successor.value);
  return { state: 'gone', iri, path, ...(movedTo ? { movedTo } : {}) };
}

/** Sorts by label, then by IRI, in Norwegian order: æ, ø and å last. */
export function byLabel(iris: Iterable<string>, label: (iri: string) => string): string[] {
  const collator = new Intl.Collator('nb', { numeric: true });
  return [...iris]
    .map((iri) => ({ iri, label: label(iri) }))
    .sort((a, b) => collator.compare(a.label, b.label) || (a.iri < b.iri ? -1 : 1))
    .map(({ iri }) => iri);
}

export interface Graphs {
  readonly graph: Graph;
  readonly ontology: Graph;
  readonly tombstones: Graph;
}

function splitGraphs(zone: PublicZone): Graphs {
  return {
    graph: livingGraph(zone),
    ontology: publicGraph(zone, PUBLIC_GRAPHS.ontology),
    tombstones: publicGraph(zone, PUBLIC_GRAPHS.tombstones),
  };
}

/** The ontology's own document: its terms, without the rules that look at them. */
function describeOntology(ontology: Graph): readonly Quad[] {
  return [...ontology.subjects()]
    .filter((subject) => !subject.startsWith(RULES))
    .flatMap((subject) => ontology.about(subject));
}

function listMembers(
  graph: Graph,
  pathOf: (iri: string) => LocalPath | undefined,
  kindOf: (iri: string) => PageKind,
): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const enter = (name: string, iri: string): void => {
    members.set(name, (members.get(name) ?? new Set()).add(iri));
  };
  for (const iri of graph.subjects()) if (pathOf(iri) !== undefined) enter(kindOf(iri), iri);
  for (const { subject, object } of graph.withPredicate(kdm.policyArea)) {
    // An area that only a model knows is no area of the municipality's data.
    if (!isModelElement(graph, subject.value) && pathOf(object.value) !== undefined)
      enter('politikkomrade', object.value);
  }
  return members;
}
