/** The reading of data.norge.no (rows 6 and 7): default graph only, then written as RDF/XML, which not all RDF can be. */
import { isCatalogError } from '../../model/errors.js';
import { decodeText } from '../../rdf/decode-text.js';
import { parseTurtleTolerantly } from '../../rdf/illegal-iris.js';
import { parseRdf } from '../../rdf/parse.js';
import { isLiteral, isNamedNode, type Quad, type Term } from '../../rdf/terms.js';
import { writeRdfXml } from '../../rdf/rdfxml-writer.js';
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
  const kept =
    named.length > 0 ? quads.filter(({ graph }) => graph.termType === 'DefaultGraph') : quads;
  return canBecomeXml(kept, traps) ? kept : undefined;
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

/** XML 1.0, production 2: what a document may hold at all. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const ILLEGAL_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/**
 * RDF/XML takes every graph but these: predicates without a name in them, characters that XML or an IRI cannot hold. Each
 * predicate is written once, which says the same as writing the whole and reading it back.
 */
function canBecomeXml(quads: readonly Quad[], traps: Traps): boolean {
  const predicates = new Map<string, Quad>();
  const seen = new Set<string>();
  const before = { bad: false };
  const trap = (id: 'FDK-13' | 'FDK-15' | 'FDK-16' | 'FDK-17', evidence: string): void => {
    before.bad ||= id !== 'FDK-13';
    traps.add(id, evidence);
  };
  const checkIri = (term: Term): void => {
    if (!isNamedNode(term) || seen.has(term.value)) return;
    seen.add(term.value);
    if (term.value.startsWith(BASE)) trap('FDK-13', PORTAL_BASE + term.value.slice(BASE.length));
    if (ILLEGAL_IRI.test(term.value)) trap('FDK-15', `<${term.value}>`);
  };
  for (const quad of quads) {
    const { subject, predicate, object } = quad;
    checkIri(subject);
    checkIri(predicate);
    checkIri(object);
    if (isLiteral(object) && NOT_XML.test(object.value)) trap('FDK-17', subject.value);
    if (!predicates.has(predicate.value)) predicates.set(predicate.value, quad);
  }
  for (const [predicate, quad] of predicates) if (!isXmlName(quad)) trap('FDK-16', predicate);
  return !before.bad;
}

function isXmlName(quad: Quad): boolean {
  try {
    // Only its name counts: what is wrong with subject or object has been told.
    writeRdfXml([
      {
        ...quad,
        subject: quad.predicate,
        predicate: quad.predicate,
        object: quad.predicate,
      },
    ]);
    return true;
  } catch (error) {
    if (isCatalogError(error, 'NAME_NOT_XML')) return false;
    if (isCatalogError(error, 'IRI_INVALID')) return true;
    throw error;
  }
}
