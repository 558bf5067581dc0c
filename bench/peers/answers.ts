/** Answers of SPARQL engines as sorted lines of full terms: what is equal line by line is the same multiset of rows. */
import { parseNQuads } from '../../src/rdf/parse-turtle.js';
import { escapeText, ntriplesLine } from '../../src/rdf/nquads.js';

interface JsonTerm {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}
interface JsonResults {
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** SPARQL 1.1 Query Results JSON, or N-Triples. */
export function answerLines(body: string): string[] {
  const start = body.trimStart();
  return start.startsWith('{') ? rowLines(JSON.parse(start) as JsonResults) : tripleLines(body);
}

function rowLines({ boolean, results }: JsonResults): string[] {
  if (boolean !== undefined) return [String(boolean)];
  return (results?.bindings ?? [])
    .map((row) =>
      Object.keys(row)
        .sort()
        .map((name) => `?${name}=${termText(row[name])}`)
        .join(' '),
    )
    .sort();
}

/** A graph is a set. */
function tripleLines(body: string): string[] {
  const lines = parseNQuads(body.replace(/^#.*$/gm, '')).map(ntriplesLine);
  return [...new Set(lines)].sort();
}

function termText(term: JsonTerm | undefined): string {
  if (!term) return '';
  const { type, value, datatype } = term;
  if (type === 'uri') return `<${value}>`;
  if (type === 'bnode') return '_:';
  const language = term['xml:lang'];
  const text = `"${escapeText(value)}"`;
  if (language) return `${text}@${language}`;
  return datatype && datatype !== `${XSD}string` ? `${text}^^<${datatype}>` : text;
}

const DERIVED_INTEGER =
  /"\^\^<http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:nonNegativeInteger|positiveInteger|int|long|short|byte)>/g;

/** For engines that keep no derived integer types (Oxigraph, Virtuoso): those are integers here. */
export function withPlainIntegers(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(DERIVED_INTEGER, `"^^<${XSD}integer>`)).sort();
}

/** What differs, in words; undefined when nothing does. */
export function difference(got: readonly string[], wanted: readonly string[]): string | undefined {
  const missing = without(wanted, got);
  const wrong = without(got, wanted);
  if (missing.length === 0 && wrong.length === 0) return undefined;
  const example = missing[0] === undefined ? `wrong: ${wrong[0] ?? ''}` : `missing: ${missing[0]}`;
  return `${missing.length} rows missing, ${wrong.length} wrong, of ${wanted.length}; ${example}`;
}

/** Multiset difference. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of taken) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

export function isSubset(part: readonly string[], whole: readonly string[]): boolean {
  return without(part, whole).length === 0;
}
