/**
 * JSON-LD 1.1 to quads. Remote contexts come from a bundled map or not at all (safety 5), nesting is limited (P4) and
 * `__proto__` is refused by name (P3).
 */
import jsonld from 'jsonld';
import { CatalogError } from '../model/errors.js';
import { parserTerms, type ParserTerms } from './parser-terms.js';
import type { ParseOptions } from './parse-turtle.js';
import type { Quad, Subject } from './terms.js';
import { xsd } from './vocabularies.js';

export interface JsonLdOptions extends ParseOptions {
  /** Contexts by address, the only ones that a document may name. */
  readonly contexts?: ReadonlyMap<string, object>;
}

/** P4: far above what any catalogue nests, far below what overflows the stack. */
const MAX_DEPTH = 100;
const EXACT_DOUBLE = 'urn:datavev:double';

/** Rejects with CatalogError PARSE_FAILED. */
export async function parseJsonLd(text: string, options: JsonLdOptions = {}): Promise<Quad[]> {
  const file = options.file ?? 'JSON-LD';
  const fail = (cause: string, line = 1, error?: unknown): CatalogError =>
    new CatalogError('PARSE_FAILED', { file, line, cause }, error);
  const document = readJson(text.replace(/^\uFEFF/, ''), fail);
  const documentLoader = (url: string): Promise<unknown> => {
    const found = options.contexts?.get(url);
    const cause = `konteksten ${url} er ikke lagt ved, og den hentes ikke fra nettet`;
    return found
      ? Promise.resolve({ documentUrl: url, document: structuredClone(found) })
      : Promise.reject(new Error(cause));
  };
  const settings = { base: options.baseIri ?? '', documentLoader: documentLoader as never };
  try {
    const expanded = await jsonld.expand(document as never, settings);
    keepDoubles(expanded);
    const quads = (await jsonld.toRDF(expanded, settings)) as unknown as PlainQuad[];
    return toQuads(quads, parserTerms(`${options.baseIri ?? ''}\n${file}\n${text}`));
  } catch (error) {
    throw fail(messageOf(error), 1, error);
  }
}

type Fail = (cause: string, line?: number, error?: unknown) => CatalogError;

function readJson(text: string, fail: Fail): unknown {
  const tooDeep = lineOfDepth(text, MAX_DEPTH);
  if (tooDeep !== undefined) throw fail(`nøstet dypere enn ${MAX_DEPTH}`, tooDeep);
  try {
    return JSON.parse(text, (key: string, value: unknown) => {
      if (key === '__proto__') throw new TypeError('nøkkelen __proto__ er ikke tillatt');
      return value;
    });
  } catch (error) {
    // The engine quotes the text around the fault, line breaks included: the line number says it better.
    const cause = error instanceof Error ? error.message.replace(/, "[\s\S]*$/, '') : '';
    throw fail(cause, lineOfFault(text), error);
  }
}

/** The engine does not always say where. A text cut off before the fault is merely unfinished: so the line is searched. */
function lineOfFault(text: string): number {
  const lines = text.split('\n');
  let [low, high] = [1, lines.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isFaulty(lines.slice(0, middle).join('\n'))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isFaulty(start: string): boolean {
  try {
    JSON.parse(start);
    return false;
  } catch (error) {
    return !/unexpected end|unterminated/i.test(String(error));
  }
}

/** The line where brackets nest deeper than the limit, or undefined. */
function lineOfDepth(text: string, limit: number): number | undefined {
  let depth = 0;
  let line = 1;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}\n]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === '\n') line += 1;
    if (depth > limit) return line;
  }
  return undefined;
}

/** jsonld rewrites "2e3" to "2.0E3"; under another datatype it leaves the lexical form alone. */
function keepDoubles(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const value = node as Record<string, unknown>;
  if (typeof value['@value'] === 'string' && value['@type'] === xsd.double.value) {
    value['@type'] = EXACT_DOUBLE;
  }
  Object.values(value).forEach(keepDoubles);
}

interface PlainTerm {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
  readonly language?: string;
  readonly datatype?: PlainTerm;
}
type PlainQuad = Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', PlainTerm>>;

function toQuads(plain: readonly PlainQuad[], terms: ParserTerms): Quad[] {
  const node = (term: PlainTerm): Subject =>
    term.termType === 'BlankNode'
      ? terms.blankNode(term.value.replace(/^_:/, ''))
      : terms.namedNode(term.value);
  const object = (term: PlainTerm): Parameters<ParserTerms['quad']>[2] => {
    if (term.termType !== 'Literal') return node(term);
    if (term.language) return terms.literal(term.value, term.language);
    const datatype = term.datatype?.value ?? xsd.string.value;
    return terms.literal(
      term.value,
      terms.namedNode(datatype === EXACT_DOUBLE ? xsd.double.value : datatype),
    );
  };
  return plain.map((quad) =>
    terms.quad(
      node(quad.subject),
      terms.namedNode(quad.predicate.value),
      object(quad.object),
      quad.graph.termType === 'DefaultGraph' ? terms.defaultGraph() : node(quad.graph),
    ),
  );
}

function messageOf(error: unknown): string {
  const { details } = error as { details?: { cause?: unknown } };
  const cause = details?.cause;
  if (cause instanceof Error) return cause.message;
  return error instanceof Error ? error.message : String(error);
}
