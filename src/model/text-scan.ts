/**
 * Free text that goes out is read first (sources.md H19, model.md PUB-06): national identity numbers, e-mail, telephone,
 * private addresses, internal host names, a person's name before a colon. The finding names the kind, never the value.
 */
import { issue, type Issue, type IssuePlace } from './issue.js';
import type { LangText } from './lang-text.js';

export type TextRisk =
  'identity-number' | 'email' | 'telephone' | 'private-address' | 'internal-host' | 'person-name';

export const RISK_NAMES: Readonly<Record<TextRisk, LangText>> = {
  'identity-number': {
    nb: 'et fødselsnummer',
    nn: 'eit fødselsnummer',
    en: 'a national identity number',
  },
  email: { nb: 'en e-postadresse', nn: 'ei e-postadresse', en: 'an e-mail address' },
  telephone: { nb: 'et telefonnummer', nn: 'eit telefonnummer', en: 'a telephone number' },
  'private-address': {
    nb: 'en intern nettadresse',
    nn: 'ei intern nettadresse',
    en: 'an internal address',
  },
  'internal-host': {
    nb: 'navnet på en intern tjener',
    nn: 'namnet på ein intern tenar',
    en: 'the name of an internal host',
  },
  'person-name': { nb: 'et personnavn', nn: 'eit personnamn', en: 'the name of a person' },
};

// 010190 10001, 010190-10001, 01.01.90 10001
const ELEVEN_DIGITS = /(?<!\d)(\d{2})([ .]?)(\d{2})\2(\d{2})[ -]?(\d{5})(?!\d)/g;
const EMAIL = /[^\s@<>"']{1,64}@[^\s@<>"']{1,190}\.[a-z]{2,}/iu;
// Norwegian numbers as people write them: +47, 8 digits in twos or 3-2-3, or a mobile number in one run.
const TELEPHONE =
  /(?<!\d)(?:\+47 ?\d{2} ?\d{2} ?\d{2} ?\d{2}|[2-9]\d \d{2} \d{2} \d{2}|[2-9]\d{2} \d{2} \d{3}|[49]\d{7})(?!\d)/;
const PRIVATE_ADDRESS =
  /(?<![\d.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?![\d.])/;
const NAME_BEFORE_COLON =
  /(?:^|[\s(])\p{Lu}\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})?(?: \p{Lu}\.)? \p{Lu}\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})?:/u;

export function scanText(raw: string, internalHosts: readonly string[]): TextRisk | undefined {
  const text = plain(raw);
  for (const [found] of text.matchAll(ELEVEN_DIGITS)) {
    if (isIdentityNumber(found.replace(/\D/g, ''))) return 'identity-number';
  }
  if (EMAIL.test(text)) return 'email';
  if (TELEPHONE.test(text)) return 'telephone';
  if (PRIVATE_ADDRESS.test(text)) return 'private-address';
  const lower = text.toLowerCase();
  if (internalHosts.some((host) => lower.includes(host.toLowerCase()))) return 'internal-host';
  return NAME_BEFORE_COLON.test(text) ? 'person-name' : undefined;
}

/** What an address gives away that stands as a link: internal ones, and mailboxes and telephones outside a contact. */
export function scanAddress(value: string, internalHosts: readonly string[]): TextRisk | undefined {
  if (/^mailto:/i.test(value)) return 'email';
  if (/^tel:/i.test(value)) return 'telephone';
  if (PRIVATE_ADDRESS.test(value)) return 'private-address';
  const lower = value.toLowerCase();
  return internalHosts.some((host) => lower.includes(host.toLowerCase()))
    ? 'internal-host'
    : undefined;
}

/** A GUID, as registers and modelling tools write ids: that eight of its digits look like a telephone number is chance. */
const GUID = /(?<![0-9a-z])[0-9a-z]{8,9}([-_])(?:[0-9a-z]{4}\1){3}[0-9a-z]{11,12}(?![0-9a-z])/gi;

/** No-break blanks, wide digits and characters that cannot be seen must not hide anything. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(GUID, ' ')
    .replace(/\s+/g, ' ');
}

/** Fødselsnummer or D-nummer: both check digits hold (Skatteetaten). */
export function isIdentityNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  const numbers = [...digits].map(Number);
  return [
    [3, 7, 6, 1, 8, 9, 4, 5, 2, 1],
    [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1],
  ].every(
    (weights) =>
      weights.reduce((sum, weight, index) => sum + weight * (numbers[index] ?? 0), 0) % 11 === 0,
  );
}

/** The finding for the owner: the kind of what was found, never the value. */
export function heldText(field: string, risk: TextRisk, place: IssuePlace = {}): Issue {
  const held = issue('TEXT_HELD', 'warning', { field }, place);
  const fill = (lang: keyof LangText): string =>
    held.message[lang].replace('{found}', RISK_NAMES[risk][lang]);
  return { ...held, message: { nb: fill('nb'), nn: fill('nn'), en: fill('en') } };
}
