/** The projection with the real allow-list, over graphs that a test writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/compose.js';
import { iri } from '../../src/model/iri.js';
import type { Issue } from '../../src/model/issue.js';
import { allowList } from '../../src/project/allow-list.js';
import { project, type ProjectionRules } from '../../src/project/project.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { BASE } from '../support/harvest-world.js';
import { lines, turtle } from '../support/turtle.js';

const SHAPES = parseTurtle(
  readFileSync(join(PROJECT_ROOT, 'shapes', 'public-view.ttl'), 'utf8'),
).quads;
export const ALLOW = allowList(SHAPES);

const REFERENCE = turtle('konf:apen a skos:Concept . right:PUBLIC a skos:Concept .');

export interface Shown {
  readonly lines: readonly string[];
  readonly subjects: readonly string[];
  readonly issues: readonly Issue[];
}

export function shown(graph: string | readonly Quad[], more: Partial<ProjectionRules> = {}): Shown {
  const projection = project(typeof graph === 'string' ? turtle(graph) : graph, {
    base: BASE,
    openClass: iri(`${BASE}kode/konfidensialitet/apen`),
    allow: ALLOW,
    roleMailboxes: new Set(['datakatalog@eksempel.example']),
    internalHosts: ['intern.eksempel.example'],
    reference: new GraphIndex(REFERENCE),
    held: new Set(),
    ...more,
  });
  return {
    lines: lines(projection.quads),
    subjects: [...projection.subjects].map((one) => one.slice(`${BASE}id/`.length)).sort(),
    issues: projection.issues,
  };
}

export const OPEN = 'kdm:recordClass konf:apen';
/** An open dataset with this said about it. */
export function openDataset(said: string): string {
  return `:datasett\\/d a dcat:Dataset ; ${OPEN} ; ${said} .\n`;
}
