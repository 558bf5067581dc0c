/** Who asks, as far as limits go: the network of an address (safety D5), since one visitor has many addresses to change between. */
import { isIPv4, isIPv6 } from 'node:net';

/** `203.0.113.0/24` of IPv4 (mapped into IPv6 too), `2001:db8:0:1::/64` of IPv6; everything that is no address is one client. */
export function clientNetwork(address: string | undefined): string {
  const bare = address?.split('%', 1)[0] ?? '';
  if (isIPv4(bare)) return networkOfV4(bare.split('.').map(Number));
  if (!isIPv6(bare)) return 'unknown';
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((one) => one === 0) && groups[5] === 0xffff;
  if (isMapped) return networkOfV4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
  return `${groups
    .slice(0, 4)
    .map((one) => one.toString(16))
    .join(':')}::/64`;
}

function networkOfV4(octets: readonly number[]): string {
  return `${octets.slice(0, 3).join('.')}.0/24`;
}

/** The eight groups of an IPv6 address in any of its spellings (RFC 4291 §2.2). */
function groupsOf(address: string): readonly number[] {
  // The URL parser writes an IPv4 tail as two groups.
  const { hostname } = new URL(`http://[${address}]/`);
  const [head = [], tail = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) =>
      part.split(':').flatMap((one) => (one === '' ? [] : [Number.parseInt(one, 16)])),
    );
  const zeros = new Array<number>(8 - head.length - tail.length).fill(0);
  return [...head, ...zeros, ...tail];
}
