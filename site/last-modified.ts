/** When what is served last changed: moments of the public change log, never of a build (C6; RFC 9110 §8.8.2). */
import type { Response } from 'express';
import type { Change } from '../src/model/change.js';
import type { Instant } from '../src/model/instant.js';
import type { PublicCatalogue } from './public-catalogue.js';

/** Of a log: thing → its newest change. Made when it is first asked for. */
const newest = new WeakMap<readonly Change[], ReadonlyMap<string, Instant>>();

/** Of the whole catalogue, or of one thing; undefined when the log does not tell. */
export function newestChange(
  { zone: { changes } }: Pick<PublicCatalogue, 'zone'>,
  thing?: string,
): Instant | undefined {
  if (thing === undefined) return changes.at(-1)?.at;
  let known = newest.get(changes);
  // The oldest come first, so the last one stays.
  if (!known) newest.set(changes, (known = new Map(changes.map((one) => [one.thing, one.at]))));
  return known.get(thing);
}

export function setLastModified(response: Response, moment: Instant | undefined): void {
  if (moment !== undefined) response.set('Last-Modified', new Date(moment).toUTCString());
}
