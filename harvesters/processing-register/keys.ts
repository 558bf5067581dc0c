/** Keys of processings and subscriptions (sources.md 2.3 rule 5): the register's id, else what the row says of itself. */
import { hashedKey } from '../../src/model/key.js';
import type { Processing, Ref, Subscription } from './payload.js';

/** Undefined when a row has neither id nor name. */
export function processingKey(
  processing: Processing,
  { register, owner }: { readonly register: string; readonly owner: string | undefined },
): string | undefined {
  if (processing.id) return processing.id;
  if (!processing.title) return undefined;
  const systems = (processing.systems ?? []).map(refText).sort();
  const parts = [register, refText(processing.owner ?? { name: owner ?? '' }), processing.title];
  return hashedKey('behandling', [...parts, ...systems].map(fold).join('|'));
}

export function subscriptionKey({ system, user }: Subscription): string {
  return `${fold(refText(system))}:${fold(refText(user))}`;
}

function refText({ id, name }: Ref): string {
  return id ?? name ?? '';
}
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
