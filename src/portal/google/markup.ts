/** One dataset page: its schema.org block and its canonical address (limits as Google publishes them). */
import type { Traps } from '../trap.js';
import { canonicalLinks, jsonLdBlocks } from './html.js';

type Json = Readonly<Record<string, unknown>>;

const DESCRIPTION = { least: 50, most: 5_000 } as const;

export function inspectPage(url: string, html: string, traps: Traps): void {
  const canonical = canonicalLinks(html);
  if (canonical.length !== 1 || canonical[0] !== url)
    traps.add('GG-08', `${url}: ${canonical.join(', ') || '–'}`);
  const nodes: Json[] = [];
  for (const block of jsonLdBlocks(html)) {
    try {
      nodes.push(...nodesOf(JSON.parse(block)));
    } catch {
      traps.add('GG-05', url);
      return;
    }
  }
  const dataset = nodes.find((one) => isOfType(one, 'Dataset'));
  if (!dataset) traps.add('GG-04', url);
  else inspectDataset(url, dataset, traps);
}

function inspectDataset(url: string, dataset: Json, traps: Traps): void {
  if (textsOf(dataset['name']).length === 0) traps.add('GG-06', url);
  const [description = ''] = textsOf(dataset['description']);
  const { length } = description;
  if (length < DESCRIPTION.least || length > DESCRIPTION.most)
    traps.add('GG-07', `${url}: ${length}`);
  const downloads = listOf(dataset['distribution']).filter(isObject);
  if (downloads.some((one) => textsOf(one['contentUrl']).length === 0)) traps.add('GG-09', url);
  if (dataset['isAccessibleForFree'] === false && downloads.length > 0) traps.add('GG-10', url);
}

function nodesOf(value: unknown): Json[] {
  return listOf(value)
    .filter(isObject)
    .flatMap((one) => [one, ...listOf(one['@graph']).filter(isObject)]);
}

function isOfType(node: Json, type: string): boolean {
  return listOf(node['@type']).some(
    (one) => one === type || one === `https://schema.org/${type}` || one === `schema:${type}`,
  );
}

/** Plain texts, and those of `{"@value": …}`. */
function textsOf(value: unknown): string[] {
  return listOf(value)
    .map((one) => (isObject(one) ? one['@value'] : one))
    .filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
