/** Generated catalogues on disk, below `var/bench/`: made when they are not there, reused as long as the generator is the same. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../src/rdf/canonical.js';
import { generateCatalogue, type GeneratedCatalogue } from './catalogue.js';

export const SIZES = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000, '5m': 5_000_000 } as const;
export type Size = keyof typeof SIZES;

export interface CatalogueFile extends Omit<GeneratedCatalogue, 'lines'> {
  readonly size: Size;
  /** Canonical N-Quads. */
  readonly path: string;
  readonly triples: number;
}

export function isSize(text: string): text is Size {
  return Object.hasOwn(SIZES, text);
}

export function catalogueFile(folder: string, size: Size): CatalogueFile {
  const path = join(folder, `catalogue-${size}-${fingerprint()}.nq`);
  const facts = `${path}.json`;
  if (!existsSync(facts)) {
    mkdirSync(folder, { recursive: true });
    const { lines, ...counts } = generateCatalogue(SIZES[size]);
    writeLines(path, lines);
    writeFileSync(facts, JSON.stringify({ size, triples: lines.length, ...counts }));
  }
  const known = JSON.parse(readFileSync(facts, 'utf8')) as Omit<CatalogueFile, 'path'>;
  return { ...known, path };
}

/** Of what the generator makes, so that a changed generator makes new files. */
function fingerprint(): string {
  return contentHash(generateCatalogue(3_000).lines.join('\n')).slice(0, 8);
}

const LINES_A_WRITE = 100_000;

/** In pieces: a text of more than half a gigabyte is none to V8. */
function writeLines(path: string, lines: readonly string[]): void {
  const file = openSync(`${path}.new`, 'w');
  for (let from = 0; from < lines.length; from += LINES_A_WRITE)
    writeSync(file, `${lines.slice(from, from + LINES_A_WRITE).join('\n')}\n`);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
