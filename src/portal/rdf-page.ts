/** A page of RDF as harvesters read it that trust Content-Type: everything but data.norge.no does. */
import { isCatalogError } from '../model/errors.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { parseRdf } from '../rdf/parse.js';
import {
  FetchFailure,
  mediaTypeOf,
  type Answer,
  type Source,
  type SourceRequest,
} from './source.js';

/** Of the harvester: what it reads, and what it calls the ways to fail. */
export interface PageReader<Id> {
  readonly request: SourceRequest;
  readonly readable: ReadonlySet<string>;
  readonly isAccepted: (status: number) => boolean;
  readonly traps: Readonly<Record<'unreachable' | 'status' | 'type' | 'syntax', Id>>;
}
export interface Page {
  readonly url: string;
  readonly graph: GraphIndex;
  readonly answer: Answer;
}

/** The page, or the trap that it is. */
export async function readPage<Id>(
  source: Source,
  url: string,
  { request, readable, isAccepted, traps }: PageReader<Id>,
): Promise<Page | { readonly trap: Id; readonly evidence: string }> {
  let answer: Answer;
  try {
    answer = await source.get(url, request);
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return { trap: traps.unreachable, evidence: `${url}: ${error.message}` };
  }
  if (!isAccepted(answer.status))
    return { trap: traps.status, evidence: `${url}: ${answer.status}` };
  const type = mediaTypeOf(answer);
  if (!readable.has(type)) return { trap: traps.type, evidence: `${url}: ${type || '–'}` };
  try {
    const quads = await parseRdf(answer.body, type, { baseIri: answer.url, file: url });
    return { url, graph: new GraphIndex(quads), answer };
  } catch (error) {
    if (!isCatalogError(error, 'PARSE_FAILED')) throw error;
    return { trap: traps.syntax, evidence: error.text.nb };
  }
}
