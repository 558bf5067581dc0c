/** What makes a finding the same from one run to the next: rule, thing and property, never its wording or its line. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.js';
import { thingKey } from './report.js';

export function fingerprint(one: Finding): string {
  return [one.rule, thingKey(one), one.path ?? ''].join(' ').trimEnd();
}

export function shortFingerprint(one: Finding): string {
  return createHash('sha256').update(fingerprint(one)).digest('hex').slice(0, 32);
}
