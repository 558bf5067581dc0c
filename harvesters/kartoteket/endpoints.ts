/**
 * The eleven endpoints that are read (sources.md 1.1), and those of the same application that are refused by name (1.4):
 * they hold persons, access groups and vulnerabilities.
 */
import { CatalogError } from '../../src/model/errors.js';

export const RECORD_TYPES = [
  'virksomhet',
  'leverandor',
  'systemtype',
  'driftsplattform',
  'programvare',
  'kritisk-funksjon',
  'kritisk-kapabilitet',
  'los',
  'system',
  'systembruk',
  'systemintegrasjon',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export interface Endpoint {
  readonly type: RecordType;
  /** `/api/{list}/`, and `{list}.json` in a folder. */
  readonly list: string;
  /** What `class` says: the first in objects; a platform is called otherwise in references. */
  readonly classes: readonly [string, ...string[]];
}

/** Read in this order, one at a time. */
export const ENDPOINTS: readonly Endpoint[] = [
  { type: 'virksomhet', list: 'virksomheter', classes: ['Virksomhet'] },
  { type: 'leverandor', list: 'leverandorer', classes: ['Leverandor'] },
  { type: 'systemtype', list: 'systemtyper', classes: ['Systemtype'] },
  {
    type: 'driftsplattform',
    list: 'driftsplattformer',
    classes: ['Driftsmodell', 'Driftsplattform'],
  },
  { type: 'programvare', list: 'programvarer', classes: ['Programvare'] },
  { type: 'kritisk-funksjon', list: 'kritiske_funksjoner', classes: ['KritiskFunksjon'] },
  { type: 'kritisk-kapabilitet', list: 'kritiske_kapabiliteter', classes: ['KritiskKapabilitet'] },
  { type: 'los', list: 'los', classes: ['LOS'] },
  { type: 'system', list: 'systemer', classes: ['System'] },
  { type: 'systembruk', list: 'systembruk', classes: ['SystemBruk'] },
  { type: 'systemintegrasjon', list: 'systemintegrasjoner', classes: ['SystemIntegration'] },
];

export function endpointOf(type: RecordType): Endpoint {
  const found = ENDPOINTS.find((one) => one.type === type);
  if (!found) throw new RangeError(`no endpoint of ${type}`);
  return found;
}

/** The source's own name of the class: `System`. */
export function className(type: RecordType): string {
  return endpointOf(type).classes[0];
}

const REFUSED: readonly RegExp[] = [
  /^\/tjenestekatalogen\b/,
  /^\/get-api\b/,
  /^\/cmdb\b/,
  /^\/sikkerhet\b/,
  /^\/api\/vulnapp\b/,
  /^\/api\/bloodhound\b/,
  /^\/systemer\/iga\b/,
  /^\/virksomhet\/[^/]*\/excelapi\b/,
];

/** The path when it is one that is never fetched, wherever the application is mounted; else undefined. */
export function refusedPath(path: string): string | undefined {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return path; // What cannot be decoded cannot be judged.
  }
  const parts = plain.toLowerCase().split(/[/\\]+/);
  const tails = parts.map((_, from) => `/${parts.slice(from).join('/')}`);
  return tails.some((tail) => REFUSED.some((one) => one.test(tail))) ? path : undefined;
}

/** Throws CatalogError SOURCE_REFUSED for an answer that came, by a redirect, from one of the refused endpoints. */
export function assertWanted(url: string): void {
  const refused = URL.canParse(url) ? refusedPath(new URL(url).pathname) : undefined;
  if (refused === undefined) return;
  const cause = 'endepunktet har personopplysninger eller sårbarheter og hentes aldri';
  throw new CatalogError('SOURCE_REFUSED', { url: refused, cause });
}

export function endpointUrl(baseUrl: string, endpoint: Endpoint): string {
  const url = `${baseUrl.replace(/\/+$/, '')}/api/${endpoint.list}/`;
  assertWanted(url);
  return url;
}
