/** The reading of data.norge.no (rows 6 and 7): default graph only, then written as RDF/XML, which not all RDF can be. */
import { isCatalogError } from '../../model/errors.js';
import { decodeText } from '../../rdf/decode-text.js';
import { parseTurtleTolerantly } from '../../rdf/illegal-iris.js';
import { parseRdf } from '../../rdf/parse.js';
import { isXmlProperty } from '../../rdf/rdfxml-writer.js';
import { isLiteral, isNamedNode, type NamedNode, type Quad } from '../../rdf/terms.js';
import { isXmlText } from '../../rdf/xml-text.js';
import type { Traps } from '../trap.js';

/** The portal resolves against this; we read with a base that nobody writes, to see what was relative. */
const PORTAL_BASE = 'http://example.com/';
const BASE = 'http://relative.invalid/';
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** Quads of the default graph; undefined, with the traps, when the portal would have broken off. */
export async function readFeed(
  bytes: Uint8Array,
  mediaType: string,
  traps: Traps,
): Promise<readonly Quad[] | undefined> {
  const text = textOf(bytes, traps);
  if (text === undefined || isForeign(text, mediaType, traps)) return undefined;
  let quads: readonly Quad[];
  try {
    quads = await parseRdf(text, mediaType, { baseIri: BASE, file: mediaType });
  } catch (error) {
    if (!isCatalogError(error, 'PARSE_FAILED')) throw error;
    explain(error.params, { text, mediaType, traps });
    return undefined;
  }
  const named = quads.filter(({ graph }) => graph.termType !== 'DefaultGraph');
  const graphs = new Set(named.map(({ graph }) => graph.value));
  if (graphs.size > 0) traps.add('FDK-14', ...graphs);
  if (!canBecomeXml(defaultGraph(quads), traps)) return undefined;
  if (traps.has('FDK-13')) quads = await parseRdf(text, mediaType, { baseIri: PORTAL_BASE });
  return defaultGraph(quads);
}

function defaultGraph(quads: readonly Quad[]): readonly Quad[] {
  const isKept = ({ graph }: Quad): boolean => graph.termType === 'DefaultGraph';
  return quads.every(isKept) ? quads : quads.filter(isKept);
}

function textOf(bytes: Uint8Array, traps: Traps): string | undefined {
  if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte))
    traps.add('FDK-11', 'byte order mark');
  try {
    return decodeText(bytes);
  } catch (error) {
    if (!isCatalogError(error, 'PARSE_FAILED')) throw error;
    traps.add('FDK-11', error.text.nb);
    return undefined;
  }
}

/** A page or a JSON message where RDF was asked for. */
function isForeign(text: string, mediaType: string, traps: Traps): boolean {
  const start = text.trimStart().slice(0, 200);
  const isPage = /^(<!doctype html|<html|<\?xml[^>]*\?>\s*<(!doctype )?html)/i.test(start);
  const isJson =
    start.startsWith('{') && !mediaType.includes('json') && !mediaType.includes('trig');
  if (isPage || isJson) traps.add('FDK-10', start.slice(0, 60).replace(/\s+/g, ' '));
  return isPage || isJson;
}

type Fault = Readonly<Record<string, string | number>>;

/** An illegal IRI is a trap of its own, and there may be many of them. */
function explain(
  { line = 1, cause = '' }: Fault,
  { text, mediaType, traps }: { text: string; mediaType: string; traps: Traps },
): void {
  if (String(cause).includes('kontekst')) {
    traps.add('FDK-18', String(cause));
    return;
  }
  const refused = mediaType === 'text/turtle' ? refusedIris(text) : [];
  if (refused.length > 0) traps.add('FDK-15', ...refused);
  else traps.add('FDK-12', `${line}: ${cause}`);
}

function refusedIris(text: string): string[] {
  try {
    return parseTurtleTolerantly(text, { baseIri: BASE }).refused.map(
      ({ found, line }) => `${line}: <${found}>`,
    );
  } catch {
    return []; // faulty in another way too
  }
}

const ILLEGAL_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/**
 * False, with the traps, for what cannot be written as RDF/XML and read back. RDF/XML holds each statement by itself, so every
 * statement is asked and nothing is written: predicates without a name in them, and characters that XML or an IRI cannot hold,
 * are all that it refuses (a test writes generated graphs and reads them back).
 */
function canBecomeXml(quads: readonly Quad[], traps: Traps): boolean {
  const seen = new Set<string>();
  const predicates = new Set<string>();
  let isWritable = true;
  const refuse = (id: 'FDK-15' | 'FDK-16' | 'FDK-17', evidence: string): void => {
    isWritable = false;
    traps.add(id, evidence);
  };
  const checkIri = ({ value }: NamedNode): void => {
    if (seen.has(value)) return;
    seen.add(value);
    if (value.startsWith(BASE)) traps.add('FDK-13', PORTAL_BASE + value.slice(BASE.length));
    if (ILLEGAL_IRI.test(value) || !isXmlText(value)) refuse('FDK-15', `<${value}>`);
  };
  for (const { subject, predicate, object } of quads) {
    for (const term of [subject, predicate, isLiteral(object) ? object.datatype : object])
      if (isNamedNode(term)) checkIri(term);
    if (isLiteral(object) && !isXmlText(object.value)) refuse('FDK-17', evidenceOf(subject));
    predicates.add(predicate.value);
  }
  for (const predicate of predicates) if (!isXmlProperty(predicate)) refuse('FDK-16', predicate);
  return isWritable;
}

function evidenceOf(subject: Quad['subject']): string {
  return isNamedNode(subject) ? subject.value : '[ … ]';
}
