/** What data.europa.eu makes of the pages: one dataset from one page, known by its identifier (portals.md 1.2). */
import type { Graph } from '../../rdf/graph.js';
import { isLiteral, isNamedNode } from '../../rdf/terms.js';
import { dcat, dct, foaf } from '../../rdf/vocabularies.js';
import { nodeText } from '../blank-nodes.js';
import type { Page } from '../rdf-page.js';
import type { Traps } from '../trap.js';
import { totalOf } from './hydra.js';

/** Datasets and series of the pages, each with the page that has it. */
export function inspectPages(pages: readonly Page[], traps: Traps): ReadonlyMap<string, Page> {
  const home = new Map<string, Page>();
  for (const page of pages) {
    for (const iri of datasetsOf(page.graph, traps)) {
      if (home.has(iri)) traps.add('EU-13', iri);
      home.set(iri, page);
    }
  }
  checkTotals(pages, home.size, traps);
  checkIdentifiers(home, traps);
  for (const [iri, page] of home) {
    checkDates(page.graph, iri, traps);
    if (pages.length > 1) checkParts(pages, { iri, page }, traps);
  }
  return home;
}

function datasetsOf(graph: Graph, traps: Traps): string[] {
  const subjects = [dcat.Dataset, dcat.DatasetSeries]
    .flatMap((type) => graph.pointingTo(type))
    .map(({ subject }) => subject);
  const blank = subjects.filter((subject) => !isNamedNode(subject)).map(({ value }) => value);
  for (const node of new Set(blank)) traps.add('EU-15', nodeText(graph, node));
  return [...new Set(subjects.filter(isNamedNode).map(({ value }) => value))];
}

function checkTotals(pages: readonly Page[], found: number, traps: Traps): void {
  const totals = new Set(pages.flatMap(({ graph }) => totalOf(graph) ?? []));
  for (const total of totals)
    if (total !== found) traps.add('EU-05', `hydra:totalItems ${total}, ${found}`);
}

/** Identifiers are compared in small letters, and some harvesters keep the last segment alone. */
function checkIdentifiers(home: ReadonlyMap<string, Page>, traps: Traps): void {
  for (const shape of [wholeIdentifier, lastSegment]) {
    const known = new Map<string, string>();
    for (const [iri, { graph }] of home) {
      const identifier = shape(graph.objects(iri, dct.identifier)[0]?.value ?? iri);
      const other = known.get(identifier);
      if (other !== undefined) traps.add('EU-12', `${other} = ${iri}: ${identifier}`);
      else known.set(identifier, iri);
    }
  }
}

function wholeIdentifier(identifier: string): string {
  return identifier.toLowerCase();
}
function lastSegment(identifier: string): string {
  return identifier.toLowerCase().replace(/\/+$/, '').replace(/^.*\//s, '');
}

const ISO_8601 =
  /^-?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?(Z|[+-]\d{2}:\d{2})?$/;

function checkDates(graph: Graph, iri: string, traps: Traps): void {
  for (const property of [dct.issued, dct.modified])
    for (const { value } of graph.objects(iri, property))
      if (!ISO_8601.test(value)) traps.add('EU-16', `${iri}: ${value}`);
}

/** What a dataset cannot do without, and what another page describes: this page has to describe it as well. */
function checkParts(
  pages: readonly Page[],
  { iri, page }: { iri: string; page: Page },
  traps: Traps,
): void {
  for (const property of [dct.publisher, dcat.contactPoint, dcat.distribution, foaf.page]) {
    for (const part of page.graph.objects(iri, property)) {
      if (isLiteral(part) || page.graph.has(part)) continue;
      if (pages.some(({ graph }) => graph.has(part)))
        traps.add('EU-11', `${page.url}: ${iri} → ${part.value}`);
    }
  }
}
