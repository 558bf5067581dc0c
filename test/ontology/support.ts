/** The ontology's files as graphs, and the project's texts that use its terms. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';

export const ROOT = join(import.meta.dirname, '..', '..');
export const ONTOLOGY = join(ROOT, 'ontology');
/** Official files, where the machine has them. */
export const SPEC = join(ROOT, '..', 'shared', 'spec');
export const hasSpec = existsSync(SPEC);

export function turtleFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttl'))
    .sort()
    .map((name) => join(folder, name));
}

export function readGraph(...files: readonly string[]): GraphIndex {
  return new GraphIndex(
    files.flatMap(
      (file) => parseTurtle(readFileSync(file, 'utf8'), { baseIri: VOCAB_BASE, file }).quads,
    ),
  );
}

export function kdmTerms(graph: GraphIndex): string[] {
  return [...graph.subjects()].filter((one) => one.startsWith(kdm.$.base)).sort();
}

/** `nb nn en` when the property has exactly one text in each of the three languages. */
export function languagesOf(graph: GraphIndex, subject: string, property: NamedNode): string {
  const found = graph.literals(subject, property).filter(({ value }) => value.trim() !== '');
  const order = ['nb', 'nn', 'en', ''];
  return found
    .map(({ language }) => language)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .join(' ');
}

/** Text files of the project below the folders, by path. */
export function texts(folders: readonly string[], ending: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (ending.test(name)) found.set(path, readFileSync(join(ROOT, path), 'utf8'));
    }
  }
  return found;
}
