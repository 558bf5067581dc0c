/** Keys of processings and subscriptions (sources.md 2.3 rule 5): the register's id, else what the row says of itself. */
import { hashedKey } from '../../src/model/key.js';
import type { Processing, Ref, Subscription } from './payload.js';

/**
 * Keys of the rows of one register, in the order of its files. A row without an id is known by its owner and name alone:
 * filling in another cell leaves the key. Of several with one owner and name, the first has that key and the others a
 * number more each, unless unit and systems are the same too: then it is one processing that stands there twice.
 */
export class ProcessingKeys {
  readonly #register: string;
  readonly #owner: string;
  readonly #seen = new Map<string, string[]>();

  /** `owner` is that of rows that name none. */
  constructor(register: string, owner = '') {
    this.#register = register;
    this.#owner = owner;
  }

  /** Undefined when a row has neither id nor name. */
  next({ id, title, owner, unit, systems = [] }: Processing): string | undefined {
    if (id) return id;
    if (!title) return undefined;
    const name = joined([this.#register, refText(owner ?? { name: this.#owner }), title]);
    const told = joined([unit ?? '', ...systems.map(refText).sort()]);
    const seen = this.#seen.get(name) ?? [];
    if (!seen.includes(told)) this.#seen.set(name, [...seen, told]);
    const before = seen.includes(told) ? seen.indexOf(told) : seen.length;
    return hashedKey('behandling', before === 0 ? name : `${name}|${before + 1}`);
  }
}

export function subscriptionKey({ system, user }: Subscription): string {
  return `${fold(refText(system))}:${fold(refText(user))}`;
}

function refText({ id, name }: Ref): string {
  return id ?? name ?? '';
}
function joined(parts: readonly string[]): string {
  return parts.map(fold).join('|');
}
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
