/** kommune_los → dcat:theme, as the Los word it is. The register once made up IRIs: only those Los knows are stated. */
import { issue, type Issue } from '../../src/model/issue.js';
import { namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import type { Iri } from '../../src/model/iri.js';
import { reference } from '../../src/harvest/found.js';
import type { MapContext } from '../../src/harvest/harvester.js';
import { sourceAlias } from './identify.js';
import type { Mapping } from './mapping.js';

const LOS = 'https://psi.norge.no/los';
const KINDS = ['ord', 'tema', 'hendelse'];

export function themes(mapping: Mapping<unknown>, keys: readonly string[]): void {
  for (const key of keys) mapping.add([theme(mapping.context, key)]);
}

function theme(context: MapContext, key: string): Quad | Issue {
  const names = { field: 'kommune_los', shown: `LOS ${key}` };
  const found = reference(context, [sourceAlias('los', key)], names);
  const path = dcat.theme.value as Iri;
  if ('issue' in found) return { ...found.issue, path };
  if (context.codes.has(found.iri))
    return quad(namedNode(context.subject), dcat.theme, namedNode(found.iri));
  const suggestion = similar(context, found.iri);
  const params = { found: found.iri, suggestion: suggestion ?? '' };
  const { hint, ...rest } = issue('THEME_UNKNOWN', 'warning', params, { path });
  return suggestion && hint ? { ...rest, hint } : rest;
}

/** `…/tema/vann-og-avlop` is no theme, but `…/ord/vann-og-avlop` is a word. */
function similar({ codes }: MapContext, unknown: string): string | undefined {
  const tail =
    unknown
      .replace(/[/#]+$/, '')
      .split(/[/#]/)
      .at(-1) ?? '';
  return KINDS.map((kind) => `${LOS}/${kind}/${tail}`).find((one) => codes.has(one));
}
