/** Countries outside the EEA by the names that rows use, and those inside it, which are no transfer. ISO 3166-1 alpha-2. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  AU: ['australia'],
  BR: ['brasil'],
  CA: ['canada'],
  CH: ['sveits'],
  CN: ['kina'],
  EG: ['egypt'],
  GB: ['storbritannia', 'england', 'uk', 'united kingdom'],
  IL: ['israel'],
  IN: ['india'],
  JP: ['japan'],
  KR: ['sør-korea'],
  MY: ['malaysia'],
  NZ: ['new zealand'],
  PH: ['filippinene'],
  RS: ['serbia'],
  SG: ['singapore'],
  TR: ['tyrkia'],
  UA: ['ukraina'],
  US: ['usa', 'amerikas forente stater', 'sambandsstatane', 'united states'],
  ZA: ['sør-afrika'],
};
const INSIDE = new Set(
  (
    'norge noreg island liechtenstein eu eøs belgia bulgaria danmark estland finland frankrike hellas irland italia ' +
    'kroatia kypros latvia litauen luxembourg malta nederland polen portugal romania slovakia slovenia spania ' +
    'sverige tsjekkia tyskland ungarn østerrike'
  ).split(' '),
);
const CODES = new Map(
  Object.entries(OUTSIDE).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);

export type Country = { readonly code: string } | 'inside' | 'unknown';

export function countryOf(name: string): Country {
  const word = name.normalize('NFC').toLowerCase().replace(/[.]/g, '').trim();
  if (INSIDE.has(word)) return 'inside';
  const code = CODES.get(word);
  return code ? { code } : 'unknown';
}

export const KNOWN_COUNTRIES = [...CODES.keys()].sort();
