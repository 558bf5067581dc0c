/** The shapes that the validators are measured with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../site/site-folder.js';
import { parseTurtle } from '../../src/rdf/parse-turtle.js';
import { dataset, type DatasetCore, type Quad } from '../../src/rdf/terms.js';

export const SHAPES_FILE = join(PROJECT_FOLDER, 'bench', 'shapes', 'catalogue.ttl');

export function shapeQuads(): readonly Quad[] {
  return parseTurtle(readFileSync(SHAPES_FILE, 'utf8'), { file: SHAPES_FILE }).quads;
}

export function shapeDataset(): DatasetCore {
  return dataset(shapeQuads());
}
