/**
 * One graph on its way into the engine: N-Triples in pieces by the Graph Store Protocol, counted while they are written, and
 * compared with what the engine says that it holds.
 */
import { CatalogError } from '../model/errors.js';
import type { Iri } from '../model/iri.js';
import { ntriplesLine } from '../rdf/nquads.js';
import { exactLiteral, isLiteral, quad, type Literal, type Quad } from '../rdf/terms.js';
import { geo, xsd } from '../rdf/vocabularies.js';
import { isWellTyped } from '../rdf/well-typed.js';
import type { EngineAddresses } from './remote-control.js';
import type { RemoteHttp } from './remote-http.js';
import { selectRows } from './remote-select.js';

/** In UTF-16 units. Larger pieces gain nothing (100 000 triples in one: 32 000 a second, in five: 44 000; Virtuoso 7.2.5). */
const PIECE_LENGTH = 2_000_000;
/** An engine writes a piece in a second; a busy one may be at a checkpoint. */
const PIECE_TIMEOUT_MS = 300_000;
const COUNT_TIMEOUT_MS = 300_000;

/**
 * Virtuoso keeps a duration as a number of months or seconds and a geometry in a datatype of its own, under a name that says
 * something else: "P1Y" is then "12". As text they stay what they were.
 */
const UNSAFE_DATATYPES = new Set([
  xsd.duration.value,
  xsd.dayTimeDuration.value,
  xsd.yearMonthDuration.value,
  geo.wktLiteral.value,
]);

/** A literal that is loaded as a plain string, so that no engine refuses or changes it. */
export interface TextLiteral {
  readonly literal: Literal;
  readonly isIllTyped: boolean;
}

/** Triples by what every engine keeps apart. Numbers that are equal may become one triple, so typed ones are counted by pair. */
export interface KeptApart {
  readonly resources: number;
  readonly strings: number;
  readonly tagged: number;
  /** Pairs of subject and predicate that have a typed literal. */
  readonly typed: number;
}

export interface Upload {
  readonly triples: number;
  readonly asText: readonly TextLiteral[];
}

/**
 * Puts the quads, each once, in place of what the graph holds; their own graph names are left out. Does not touch the engine
 * when there are none. Rejects with the errors of `RemoteHttp`, and STORE_INCOMPLETE.
 */
export async function uploadGraph(
  http: RemoteHttp,
  addresses: EngineAddresses,
  graph: Iri,
  quads: Iterable<Quad>,
): Promise<Upload> {
  const asText: TextLiteral[] = [];
  const tally = new Tally();
  let method: 'PUT' | 'POST' = 'PUT';
  const send = async (body: string, isRepeatable = true): Promise<void> => {
    if (body === '') return;
    await http.demand({
      method,
      url: graphAddress(addresses, graph),
      headers: { 'content-type': 'application/n-triples' },
      body,
      timeoutMs: PIECE_TIMEOUT_MS,
      isRepeatable,
    });
    method = 'POST';
  };
  let piece = '';
  // A label is known within a document, so all blank nodes go in one: a public zone has none.
  let blank = '';
  for (const one of quads) {
    const { subject, object } = one;
    const text = isLiteral(object) ? textLiteral(object) : undefined;
    if (text) asText.push(text);
    const sent = text ? withObject(one, exactLiteral(text.literal.value)) : one;
    tally.add(sent);
    const line = `${ntriplesLine(sent)}\n`;
    if (subject.termType === 'BlankNode' || object.termType === 'BlankNode') blank += line;
    else piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    await send(piece);
    piece = '';
  }
  await send(piece); // the same triples twice are the same graph …
  await send(blank, false); // … unless they have blank nodes
  if (tally.triples > 0) {
    for (const [part, expected] of Object.entries(tally.counts()) as [keyof KeptApart, number][])
      demandEqual(graph, part, { expected, found: await countOf(http, addresses, graph, part) });
  }
  return { triples: tally.triples, asText };
}

export function graphAddress({ graphs }: EngineAddresses, graph: Iri): string {
  return `${graphs}${graphs.includes('?') ? '&' : '?'}graph=${encodeURIComponent(graph)}`;
}

function textLiteral(literal: Literal): TextLiteral | undefined {
  const isIllTyped = !isWellTyped(literal.value, literal.datatype.value);
  return isIllTyped || UNSAFE_DATATYPES.has(literal.datatype.value)
    ? { literal, isIllTyped }
    : undefined;
}

function withObject({ subject, predicate }: Quad, object: Literal): Quad {
  return quad(
    subject as Parameters<typeof quad>[0],
    predicate as Parameters<typeof quad>[1],
    object,
  );
}

class Tally {
  triples = 0;
  #resources = 0;
  #strings = 0;
  #tagged = 0;
  readonly #typed = new Set<string>();

  add({ subject, predicate, object }: Quad): void {
    this.triples += 1;
    if (!isLiteral(object)) this.#resources += 1;
    else if (object.language !== '') this.#tagged += 1;
    else if (object.datatype.value === xsd.string.value) this.#strings += 1;
    else this.#typed.add(`${subject.value} ${predicate.value}`);
  }

  counts(): KeptApart {
    return {
      resources: this.#resources,
      strings: this.#strings,
      tagged: this.#tagged,
      typed: this.#typed.size,
    };
  }
}

const IS_TYPED = `isLiteral(?o) && LANG(?o) = "" && DATATYPE(?o) != <${xsd.string.value}>`;
const COUNTED: Readonly<Record<'triples' | keyof KeptApart, string>> = {
  triples: '{ ?s ?p ?o }',
  resources: '{ ?s ?p ?o FILTER(!isLiteral(?o)) }',
  strings: `{ ?s ?p ?o FILTER(isLiteral(?o) && LANG(?o) = "" && DATATYPE(?o) = <${xsd.string.value}>) }`,
  tagged: '{ ?s ?p ?o FILTER(isLiteral(?o) && LANG(?o) != "") }',
  typed: `{ SELECT DISTINCT ?s ?p { ?s ?p ?o FILTER(${IS_TYPED}) } }`,
};

export async function countOf(
  http: RemoteHttp,
  { query }: EngineAddresses,
  graph: Iri,
  part: keyof typeof COUNTED,
): Promise<number> {
  const text = `SELECT (COUNT(*) AS ?n) ${COUNTED[part]}`;
  const graphs = { defaultGraphs: [graph], timeoutMs: COUNT_TIMEOUT_MS };
  const [row] = await selectRows(http, query, text, graphs);
  return Number(row?.['n']);
}

/** Throws STORE_INCOMPLETE when the two differ. */
export function demandEqual(
  graph: Iri,
  part: keyof typeof COUNTED,
  { expected, found }: { readonly expected: number; readonly found: number },
): void {
  if (found !== expected)
    throw new CatalogError('STORE_INCOMPLETE', { graph, part, expected, found });
}
