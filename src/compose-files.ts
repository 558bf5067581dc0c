/** RDF files of a steward, read as if they stood among the catalogue's curated files: the catalogue as it would then be. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { AssembledSource } from './assemble/assembly.js';
import type { HarvestSetup, HarvestSource } from './harvest/harvest-setup.js';
import { readLive } from './harvest/read-live.js';
import { CatalogError } from './model/errors.js';
import { canonicalNTriples } from './rdf/canonical.js';
import { decodeText } from './rdf/decode-text.js';
import { parseTurtleTolerantly } from './rdf/illegal-iris.js';
import { parseRdf } from './rdf/parse.js';
import { RDF_SYNTAXES } from './rdf/serialize.js';

/** Id of the source that given files make. */
export const FILES_SOURCE = 'filer';

/** A file that is no RDF: the error knows file, line and column. */
export interface UnreadableFile {
  readonly file: string;
  readonly error: CatalogError;
  /** The line of the fault, as it stands. */
  readonly text: string;
}

export interface LiveFiles {
  readonly source: AssembledSource;
  readonly unreadable: readonly UnreadableFile[];
}

export const RDF_EXTENSIONS = RDF_SYNTAXES.map(({ extension }) => `.${extension}`);

/** `turtle` is the kind of source that the files are read as. */
export async function readFiles(
  paths: readonly string[],
  setup: HarvestSetup,
  turtle: HarvestSource,
  signal: AbortSignal,
): Promise<LiveFiles> {
  const texts = new Map<string, string>();
  const unreadable: UnreadableFile[] = [];
  for (const path of paths) {
    const content = readFileSync(path);
    try {
      texts.set(path, await asTurtle(path, content));
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      const line = Number(error.params['line'] ?? 1);
      const text = content.toString('utf8').split(/\r\n|\n|\r/)[line - 1] ?? '';
      unreadable.push({ file: path, error, text });
    }
  }
  const files = {
    list: () => Promise.resolve([...texts.keys()]),
    read: (path: string) => Promise.resolve(Buffer.from(texts.get(path) ?? '')),
  };
  const source = {
    id: FILES_SOURCE,
    kind: turtle.harvester.kind,
    options: { ...(turtle.source.options as object), folder: '.' },
  };
  const live = await readLive({ ...setup, files }, { ...turtle, source }, signal);
  return { source: live, unreadable };
}

/** Turtle stays as it is, for its lines; the others become N-Triples. Throws CatalogError PARSE_FAILED. */
async function asTurtle(path: string, content: Uint8Array): Promise<string> {
  const extension = extname(path);
  if (extension === '.ttl' || extension === '.nt') {
    const text = decodeText(content, { file: path });
    parseTurtleTolerantly(text, { file: path });
    return text;
  }
  const syntax = RDF_SYNTAXES.find((one) => `.${one.extension}` === extension);
  const quads = await parseRdf(content, syntax?.mediaType ?? extension, { file: path });
  return canonicalNTriples(quads);
}

/** The other sources without what they say about the things of the files: the files replace it. */
export function withoutThingsOf(
  files: AssembledSource,
  others: readonly AssembledSource[],
): AssembledSource[] {
  const replaced = new Set<string>(files.state.records.map(({ iri }) => iri));
  return others.map((source) => ({
    ...source,
    quads: source.quads.filter(({ subject }) => !replaced.has(subject.value)),
    state: {
      ...source.state,
      records: source.state.records.filter(({ iri }) => !replaced.has(iri)),
      issues: [],
    },
  }));
}
