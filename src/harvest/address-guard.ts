/**
 * Where a source may be fetched from (safety S1, S2): scheme, host and port must be listed, and the address the name
 * resolves to must be public. An entry written with its port (`https://register.kommune.no:443`) may also resolve to a
 * private address; loopback and the rest of the special ranges only when the entry is that address itself.
 */
import { BlockList, isIP } from 'node:net';

export type AddressKind = 'public' | 'loopback' | 'private' | 'link-local' | 'special';

const RANGES: readonly (readonly [Exclude<AddressKind, 'public'>, readonly string[]])[] = [
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7']],
  ['link-local', ['169.254.0.0/16', 'fe80::/10']],
  // Unspecified, documentation, benchmark, multicast and reserved ranges, and every form of IPv6 that wraps an IPv4
  // address: mapped, compatible, translated (NAT64), 6to4 and Teredo.
  [
    'special',
    [
      ...['0.0.0.0/8', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15'],
      ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
      ...[
        '::/96',
        '::ffff:0:0/96',
        '::ffff:0:0:0/96',
        '64:ff9b::/96',
        '64:ff9b:1::/48',
        '100::/64',
      ],
      ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', 'fec0::/10', 'ff00::/8'],
    ],
  ],
];

// One list a family: a shared BlockList would answer for ::ffff:8.8.8.8 as if it were 8.8.8.8.
const LISTS = RANGES.map(([kind, ranges]) => ({
  kind,
  4: blockList(ranges, 4),
  6: blockList(ranges, 6),
}));

function blockList(ranges: readonly string[], family: 4 | 6): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    if (isIP(address) === family) list.addSubnet(address, Number(bits), `ipv${family}`);
  }
  return list;
}

/** The kind of an IP address; a text that is none is special, and so never reached. */
export function addressKind(address: string): AddressKind {
  const family = isIP(address);
  if (family !== 4 && family !== 6) return 'special';
  if (family === 6 && wrapsIpv4(address)) return 'special';
  return LISTS.find((one) => one[family].check(address, `ipv${family}`))?.kind ?? 'public';
}

/** BlockList unwraps mapped addresses before it compares, so they are told by their text. */
function wrapsIpv4(address: string): boolean {
  return /^(0*:)+ffff:/i.test(address) || address.includes('.');
}

export interface AllowedOrigin {
  readonly origin: string;
  readonly host: string;
  /** The entry names the port, also where it is the usual one. */
  readonly portNamed: boolean;
}

/** Throws RangeError for an entry that is no http(s) origin: a path or credentials in it would promise what is not kept. */
export function allowedOrigin(entry: string): AllowedOrigin {
  const url = URL.canParse(entry) ? new URL(entry) : undefined;
  if (!url || !isWeb(url) || url.username || url.password)
    throw new RangeError(`not an http(s) origin: ${JSON.stringify(entry)}`);
  return { origin: url.origin, host: bareHost(url), portNamed: /:\d+\/?$/.test(entry.trim()) };
}

/** Why this URL may not be asked for, in Norwegian; undefined when it may. `text`: as it was written; `allowed`: any host without it. */
export function refusal(
  url: URL,
  text: string,
  allowed: readonly AllowedOrigin[] | undefined,
): string | undefined {
  if (!isWeb(url)) return `protokollen «${url.protocol.slice(0, 20)}» brukes ikke`;
  if (url.username || url.password) return 'adressen inneholder brukernavn eller passord';
  if (isOddHost(url, text)) return 'verten er skrevet som et tall';
  if (allowed && !allowed.some((one) => one.origin === url.origin)) return 'verten er ikke oppført';
  return undefined;
}

/** Why this address of the host may not be connected to; undefined when it may. */
export function addressRefusal(
  url: URL,
  address: string,
  allowed: readonly AllowedOrigin[],
): string | undefined {
  const kind = addressKind(address);
  if (kind === 'public') return undefined;
  const entry = allowed.find((one) => one.origin === url.origin && one.portNamed);
  const literal = entry !== undefined && (entry.host === address || entry.host === 'localhost');
  if (kind === 'loopback' && literal) return undefined;
  if (kind === 'private' && entry) return undefined;
  return `${KIND_NAMES[kind]} er ikke tillatt`;
}

const KIND_NAMES: Readonly<Record<Exclude<AddressKind, 'public'>, string>> = {
  loopback: 'maskinens egen adresse',
  private: 'en intern adresse',
  'link-local': 'en lokal nettverksadresse',
  special: 'en adresse med særskilt formål',
};

/** The host without the brackets of IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** `http://2130706433/`, `0x7f.1`, `0177.0.0.1`: the URL parser makes 127.0.0.1 of them; nobody writes so by accident. */
function isOddHost(url: URL, text: string): boolean {
  const written = /^\s*(?:[a-z][a-z0-9+.-]*:[/\\]*|[/\\]{2,})([^/\\?#]*)/i.exec(text)?.[1];
  if (written === undefined || isIP(url.hostname) !== 4) return false;
  return written.replace(/:\d*$/, '') !== url.hostname;
}
