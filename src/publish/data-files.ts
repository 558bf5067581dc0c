/**
 * The municipality's own files: data that a public distribution offers, and machine-readable descriptions of public data services.
 * No other is copied into the revision.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Iri } from '../model/iri.js';
import { issue, type Issue } from '../model/issue.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, iriOf, literal, quad, type Quad } from '../rdf/terms.js';
import { dcat, xsd } from '../rdf/vocabularies.js';

/** What may lead to a file of ours. */
export const FILE_LINKS = [dcat.downloadURL, dcat.endpointDescription] as const;

export interface DataFiles {
  /** Path below `fil/` → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Size of each data file, stated on its distribution. */
  readonly quads: readonly Quad[];
  readonly issues: readonly Issue[];
}

export async function dataFiles(
  folder: string,
  base: Iri,
  projected: readonly Quad[],
): Promise<DataFiles> {
  const graph = new GraphIndex(projected);
  const prefix = `${base}fil/`;
  const files = new Map<string, Uint8Array>();
  const quads: Quad[] = [];
  const issues: Issue[] = [];
  const links = FILE_LINKS.flatMap((predicate) =>
    graph.withPredicate(predicate).map(({ subject, object }) => ({ subject, predicate, object })),
  );
  for (const { subject, predicate, object } of links) {
    if (!isNamedNode(subject) || !object.value.startsWith(prefix)) continue;
    const path = decoded(object.value.slice(prefix.length));
    const content = await read(folder, path);
    if (!content) {
      issues.push(
        issue(
          'FILE_MISSING',
          'warning',
          { file: path },
          { focus: iriOf(subject), path: iriOf(predicate) },
        ),
      );
      continue;
    }
    files.set(path, content);
    if (predicate.value === dcat.downloadURL.value && !graph.text(subject, dcat.byteSize)) {
      quads.push(
        quad(subject, dcat.byteSize, literal(String(content.byteLength), xsd.nonNegativeInteger)),
      );
    }
  }
  return { files, quads, issues };
}

/** A percent sign that encodes nothing stands for itself. */
export function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** Codes of a path that names no file of ours: the owner is told, the revision goes on. */
const NO_FILE = new Set([
  'ENOENT',
  'EISDIR',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'ERR_INVALID_ARG_VALUE',
]);

async function read(folder: string, path: string): Promise<Uint8Array | undefined> {
  const root = resolve(folder, 'files');
  const full = resolve(join(root, path));
  if (!full.startsWith(root + sep)) return undefined;
  return readFile(full).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && NO_FILE.has(String(error.code)))
      return undefined;
    throw error;
  });
}
