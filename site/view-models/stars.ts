/**
 * Five stars of open data (https://5stardata.info; site.md 11.3), for one file: how many it has, and what the next one takes.
 * The fifth, links to others' things, cannot be told from a description and is never given.
 */
import type { Graph } from '../../src/rdf/graph.js';
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import type { Section } from './page-model.js';
import { codeOf, nodeValue, type ViewContext } from './values.js';

/** Codes of the EU's table of licences that let everybody use, change and share. */
const OPEN = new Set([
  'CC0',
  'CC_BY_4_0',
  'NLOD_2_0',
  'NLOD_1_0',
  'CC_BYSA_4_0',
  'ODC_BY',
  'ODC_PDDL',
]);
/** Codes of the EU's table of file types, from the least useful kind to the most. */
const LINKED = new Set([
  'RDF_TURTLE',
  'RDF_XML',
  'RDF_N_TRIPLES',
  'RDF_N_QUADS',
  'RDF_TRIG',
  'JSON_LD',
  'RDF',
  'N3',
  'HDT',
]);
const FREE = new Set([
  'CSV',
  'TSV',
  'JSON',
  'GEOJSON',
  'XML',
  'GML',
  'GPKG',
  'ODS',
  'PARQUET',
  'KML',
  'NETCDF',
]);
const STRUCTURED = new Set(['XLS', 'XLSX', 'XLSB', 'MDB', 'SHP', 'DBF', 'DXF', 'DWG']);

export function starsOf(graph: Graph, distribution: string): number {
  const licence = codeOf(graph.node(distribution, dct.license)?.value);
  if (!OPEN.has(licence)) return 0;
  const format = codeOf(graph.node(distribution, dct.format)?.value);
  if (LINKED.has(format)) return 4;
  if (FREE.has(format)) return 3;
  return STRUCTURED.has(format) ? 2 : 1;
}

/** Nothing for a dataset without files. */
export function starSection(context: ViewContext, dataset: string): Section[] {
  const { catalogue, text } = context;
  const files = catalogue.graph
    .nodes(dataset, dcat.distribution)
    .filter((one) => catalogue.graph.has(one));
  if (files.length === 0) return [];
  const heading = text.t('stars.heading');
  const missing = text.t('value.notStated');
  const rows = files.map(({ value }) => {
    const stars = starsOf(catalogue.graph, value);
    return {
      head: [nodeValue(context, value)],
      cells: [
        { values: [{ text: text.t('stars.of', { stars }) }], missing },
        { values: [{ text: text.t(`stars.next.${stars}`) }], missing },
      ],
    };
  });
  const columns = ['column.title', 'stars.column', 'stars.next'].map((one) => text.t(one));
  const lead = { text: text.t('stars.lead') };
  return [
    { id: 'stjerner', heading, paragraphs: [lead], table: { caption: heading, columns, rows } },
  ];
}
