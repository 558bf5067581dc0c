/** What else one may want beside a dataset (site.md 2, "Related datasets"): what somebody has stated first, then what is alike, and in what. */
import type { Graph } from '../../src/rdf/graph.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { dcat, dct, kdm, prov } from '../../src/rdf/vocabularies.js';
import { inBestLanguage } from '../labels.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { FactSheet } from './facts.js';
import type { Fact, Section, TableRow } from './page-model.js';
import { pointingHere } from './related.js';
import { nodeValue, type ViewContext } from './values.js';

const MAX_SHOWN = 5;
/** What more datasets than this have in common says little about any two of them. */
const TOO_COMMON = 200;
const STATED: readonly NamedNode[] = [
  dct.relation,
  dcat.prev,
  dcat.first,
  dcat.last,
  dct.replaces,
  dct.isReplacedBy,
];
/** By which two datasets are about the same; the first weighs most. */
const SHARED: readonly {
  readonly by: NamedNode;
  readonly weight: number;
  readonly words: string;
}[] = [
  { by: dct.subject, weight: 4, words: 'similar.subject' },
  { by: kdm.realises, weight: 4, words: 'similar.realises' },
  { by: dcat.keyword, weight: 2, words: 'similar.keyword' },
];

export function similarSection(context: ViewContext, iri: string, sheet: FactSheet): Section[] {
  const { text } = context;
  const stated = [...sheet.stated(...STATED), ...nextFact(context, iri)];
  const similar = similarTo(context.catalogue, iri);
  if (stated.length === 0 && similar.length === 0) return [];
  const caption = text.t('similar.heading');
  const table = {
    caption,
    columns: [text.t('column.title'), text.t('column.publisher'), text.t('similar.why')],
    rows: similar.map((one) => similarRow(context, iri, one)),
  };
  return [
    {
      id: 'relatert',
      heading: text.t('section.related'),
      facts: stated,
      parts: similar.length > 0 ? [{ id: 'lignende', heading: caption, table }] : [],
    },
  ];
}

/** Told from the other end: a dataset names the one before it. */
function nextFact(context: ViewContext, iri: string): Fact[] {
  const next = pointingHere(context, iri, 'datasett', [dcat.prev]);
  const label = context.text.t('series.next');
  return next.length > 0 ? [{ label, values: next.map((one) => nodeValue(context, one)) }] : [];
}

interface Similar {
  readonly iri: string;
  readonly score: number;
}

/** Best first, then by IRI. Members of the same series are told there, and stated relations above. */
export function similarTo(catalogue: PublicCatalogue, iri: string): Similar[] {
  const { graph } = catalogue;
  const passedOver = new Set([iri, ...told(graph, iri)]);
  const scores = new Map<string, number>();
  for (const { by, weight } of SHARED) {
    for (const value of graph.objects(iri, by)) {
      const holders = holdersOf(graph, by, value.value);
      if (holders.length > TOO_COMMON) continue;
      for (const one of holders) scores.set(one, (scores.get(one) ?? 0) + weight / holders.length);
    }
  }
  return [...scores]
    .map(([one, score]) => ({ iri: one, score }))
    .filter((one) => !passedOver.has(one.iri) && catalogue.kindOf(one.iri) === 'datasett')
    .sort((a, b) => b.score - a.score || (a.iri < b.iri ? -1 : 1))
    .slice(0, MAX_SHOWN);
}

function told(graph: Graph, iri: string): string[] {
  const series = graph.nodes(iri, dcat.inSeries);
  const members = series.flatMap((one) =>
    graph
      .pointingTo(one)
      .filter(({ predicate }) => predicate.value === dcat.inSeries.value)
      .map(({ subject }) => subject.value),
  );
  const stated = [...STATED, prov.wasDerivedFrom, dct.source].flatMap((one) =>
    graph.nodes(iri, one),
  );
  return [...members, ...stated.map(({ value }) => value)];
}

/** By language-free text: "alder" in bokmål and in nynorsk is one keyword. */
function holdersOf(graph: Graph, by: NamedNode, value: string): readonly string[] {
  if (!by.equals(dcat.keyword))
    return graph
      .pointingTo(value)
      .filter(({ predicate }) => predicate.value === by.value)
      .map(({ subject }) => subject.value);
  return keywordIndex(graph).get(value.toLowerCase()) ?? [];
}

/** One a graph, made when the first page asks for it and thrown away with the graph. */
const KEYWORDS = new WeakMap<Graph, ReadonlyMap<string, readonly string[]>>();

function keywordIndex(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const known = KEYWORDS.get(graph);
  if (known) return known;
  const index = new Map<string, Set<string>>();
  for (const { subject, object } of graph.withPredicate(dcat.keyword)) {
    const word = object.value.toLowerCase();
    index.set(word, (index.get(word) ?? new Set()).add(subject.value));
  }
  const made = new Map([...index].map(([word, holders]) => [word, [...holders]]));
  KEYWORDS.set(graph, made);
  return made;
}

function similarRow(context: ViewContext, iri: string, similar: Similar): TableRow {
  const { catalogue, text } = context;
  const missing = text.t('value.notStated');
  const publishers = catalogue.graph.nodes(similar.iri, dct.publisher);
  return {
    head: [nodeValue(context, similar.iri)],
    cells: [
      { values: publishers.map((one) => nodeValue(context, one.value)), missing },
      { values: [{ text: reasons(context, iri, similar.iri) }], missing },
    ],
  };
}

/** "Deler begrepene bydel og folkemengde; nøkkelord: alder". */
function reasons({ catalogue, text }: ViewContext, one: string, other: string): string {
  const { graph } = catalogue;
  const list = new Intl.ListFormat(text.lang, { type: 'conjunction' });
  return SHARED.flatMap(({ by, words }) => {
    const theirs = new Set(graph.objects(other, by).map(({ value }) => value.toLowerCase()));
    const isShared = ({ value }: { value: string }): boolean => theirs.has(value.toLowerCase());
    const names = by.equals(dcat.keyword)
      ? inBestLanguage(graph.literals(one, by).filter(isShared), text.lang).map(
          ({ value }) => value,
        )
      : graph
          .nodes(one, by)
          .filter(isShared)
          .map(({ value }) => catalogue.label(value, text.lang).text);
    return names.length === 0 ? [] : [text.t(words, { names: list.format([...names].sort()) })];
  }).join('; ');
}
