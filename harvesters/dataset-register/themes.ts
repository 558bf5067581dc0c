/** Themes: EU data-theme by code, Los by IRI or by its tail. An unknown one is named with the nearest that exists. */
import { manyValues } from '../../src/harvest/cell-values.js';
import type { Found } from '../../src/harvest/found.js';
import type { MapContext } from '../../src/harvest/harvester.js';
import { issue } from '../../src/model/issue.js';
import { tryIri } from '../../src/model/iri.js';
import { euTable } from '../../src/rdf/vocabularies.js';
import type { RegisterCells } from './columns.js';

const LOS = 'https://psi.norge.no/los/';
const LOS_KINDS = ['tema', 'ord', 'hendelse'];

export function* themes(context: MapContext, cells: RegisterCells): Iterable<Found> {
  for (const code of manyValues(cells.tema)) yield euTheme(context, code);
  for (const tail of manyValues(cells.los)) yield losTheme(context, tail);
}

function euTheme(context: MapContext, code: string): Found {
  const scheme = euTable('data-theme');
  const iri = context.codes.find(scheme, code);
  if (iri) return { iri };
  return unknownTheme(code, nearest(code, context.codes.known(scheme)));
}

/** `https://psi.norge.no/los/tema/barnehage`, `tema/barnehage`; the same tail of another kind is only suggested. */
function losTheme(context: MapContext, text: string): Found {
  const tail = text.replace(/^https?:\/\/psi\.norge\.no\/los\//, '');
  const iri = tryIri(LOS + tail);
  if (iri && context.codes.has(iri)) return { iri };
  const word = tail.slice(tail.lastIndexOf('/') + 1);
  const candidates = LOS_KINDS.flatMap((kind) =>
    context.codes.known(`${LOS}ontologi/${kind}`).map((code) => `${kind}/${code}`),
  );
  const same = candidates.find((candidate) => candidate.endsWith(`/${word}`));
  return unknownTheme(text, same ?? nearest(tail, candidates));
}

function unknownTheme(found: string, suggestion: string): Found {
  return { issue: issue('THEME_UNKNOWN', 'warning', { found, suggestion }) };
}

function nearest(word: string, candidates: readonly string[]): string {
  let best = '–';
  let least = Infinity;
  for (const candidate of candidates) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
