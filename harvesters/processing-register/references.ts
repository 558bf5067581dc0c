/** How a row refers to things that other sources describe. */
import { alias } from '../../src/harvest/harvester.js';
import { slug } from '../../src/model/key.js';
import type { Ref } from './payload.js';

/** The exact name, else the key that a curated description of that name has. */
export function namedAliases(types: readonly string[], names: string, name: string): string[] {
  return [alias(names, name), ...types.map((type) => alias(type, slug(name)))];
}

/** What a finding calls it. */
export function shownRef({ id, name }: Ref): string {
  return id && name ? `${id} (${name})` : (id ?? name ?? '');
}
