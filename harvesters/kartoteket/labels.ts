/**
 * Labels as the register prints them (sources.md 1.5): "3 👌 Moderne og modent". The digit is stable, emoji and wording are
 * not, so a known digit with other text counts and is reported. For confidentiality alone both must agree.
 */
import type { ClassDefinition, ClassScheme } from '../../src/model/classification.js';
import { foldLabel, parseCodedLabel, stripEmoji } from '../../src/model/coded-label.js';
import type { Coded } from './field-kinds.js';

export type Labels = Readonly<Record<string, string>>;

export const LIFECYCLE: Labels = {
  0: 'Ikke vurdert',
  1: 'Under anskaffelse/utvikling',
  2: 'Nytt og moderne, men fortsatt litt umodent',
  3: 'Moderne og modent',
  4: 'Modent, men ikke lengre moderne',
  5: 'Bør/skal byttes ut',
  6: 'Ute av bruk, men tilgjengelig',
  7: 'Fullstendig avviklet',
  8: 'Ukjent',
};
/** A system is out of use in exactly these. */
export const OUT_OF_USE: readonly string[] = ['1', '6', '7'];

export const RATING: Labels = {
  1: 'Ubetydelig',
  2: 'Lav',
  3: 'Moderat',
  4: 'Alvorlig',
  5: 'Svært alvorlig',
};
/** By text alone; the code is the last part of the concept's IRI. */
export const OWNERSHIP: Labels = {
  virksomhetssystem: 'Virksomhetssystem',
  sektorsystem: 'Sektorsystem',
  tverrsektorielt: 'Tverrsektorielt system',
  fellessystem: 'Fellessystem (valgfritt)',
  'fellessystem-obligatorisk': 'Fellessystem (obligatorisk)',
  stotte: 'IKT-støttesystem',
  nasjonalfellesk: 'Nasjonal felleskomponent',
};
export const CRITICAL_CATEGORY: Labels = {
  1: 'Styringsevne og suvernitet',
  2: 'Befolkningens sikkerhet',
  3: 'Samfunnets funksjonalitet',
};
export const INTEGRATION_TYPE: Labels = {
  integration: 'Informasjonsoverføring',
  authentication: 'Federert pålogging',
  publication: 'Applikasjonspublisering',
  component: 'Tilhørende systemkomponent',
};
export const HOSTING: Labels = {
  ukjent: 'Ukjent',
  privat: 'Privat datasenter',
  offentlig: 'Offentlig datasenter',
};
export const HOSTING_CODES: Readonly<Record<string, string>> = {
  0: 'ukjent',
  1: 'privat',
  2: 'offentlig',
};

export type Label =
  | { readonly found: 'code'; readonly code: string; readonly changed: boolean }
  | { readonly found: 'none' | 'unknown' };

const NONE: Label = { found: 'none' };
const UNKNOWN: Label = { found: 'unknown' };

/** Digit first: "🟡3 Moderat" and "3 🟡 Moderat". `0 ?`, `0 Ikke vurdert` and nothing are no value, unless 0 is a code. */
export function byDigit(labels: Labels, text: string | null): Label {
  if (!text?.trim()) return NONE;
  const label = parseCodedLabel(text);
  if (!label || /^\d/.test(label.text)) return UNKNOWN;
  const expected = own(labels, label.digit);
  if (expected === undefined) return label.digit === '0' ? NONE : UNKNOWN;
  return { found: 'code', code: label.digit, changed: !sameText(expected, label.text) };
}

/** By text alone, or by the code itself. */
export function byText(labels: Labels, text: string | null): Label {
  if (!text?.trim()) return NONE;
  const folded = foldLabel(text);
  const code = Object.entries(labels).find(
    ([key, label]) => foldLabel(label) === folded || key === folded.replace(/_/g, '-'),
  )?.[0];
  return code === undefined ? UNKNOWN : { found: 'code', code, changed: false };
}

/** Code and text apart: the code decides. */
export function byCode(labels: Labels, code: string | undefined, text: string | null): Label {
  const expected = code === undefined ? undefined : own(labels, code);
  if (code === undefined || expected === undefined) return UNKNOWN;
  return { found: 'code', code, changed: text !== null && !sameText(expected, text) };
}

export type FoundClass =
  | { readonly found: 'class'; readonly definition: ClassDefinition }
  | { readonly found: 'none' | 'unknown' | 'conflict' | 'graded' };

const CLASS_DIGITS: Labels = {
  1: 'Åpen',
  2: 'Intern',
  3: 'Beskyttet',
  4: 'Strengt beskyttet',
  5: 'Gradert',
};
/** Numbers as the database has them: out of order, and 3 meant something else in 2019. */
const CLASS_DATABASE: Labels = {
  1: 'Åpen',
  2: 'Intern',
  5: 'Beskyttet',
  3: 'Strengt beskyttet',
  4: 'Gradert',
};
/** A character nobody sees makes another word of it (C2). */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/** As the register prints them before the word. */
const CLASS_SIGNS: Labels = {
  Åpen: '🟢',
  Intern: '🟡',
  Beskyttet: '🔴',
  'Strengt beskyttet': '🔴',
};

/** What may be written, in the form that the field has: «3 🔴 Beskyttet», or the number of the database and the word. */
export function writtenClasses(scheme: ClassScheme, asText: boolean): string[] {
  const list = Object.entries(asText ? CLASS_DIGITS : CLASS_DATABASE);
  const known = list.filter(([, word]) => scheme.resolve(word).found === 'class');
  return known.map(([code, word]) => {
    const shown = `${CLASS_SIGNS[word] ?? ''} ${word}`;
    return asText ? `«${code} ${shown}»` : JSON.stringify({ id: Number(code), navn: shown });
  });
}

/** "3 🔴 Beskyttet", the word alone, or `{"id": 5, "navn": "🔴 Beskyttet"}` where the number is the database's. */
export function readClass(scheme: ClassScheme, value: string | Coded | null): FoundClass {
  if (value === null) return { found: 'none' };
  if (typeof value !== 'string')
    return agree(scheme, own(CLASS_DATABASE, String(value.id)), value.navn ?? '');
  if (scheme.resolve(value).found === 'none' || scheme.resolve(stripEmoji(value)).found === 'none')
    return { found: 'none' };
  const label = parseCodedLabel(value);
  if (!label) return named(scheme, value);
  return agree(scheme, own(CLASS_DIGITS, label.digit), INVISIBLE.test(value) ? value : label.text);
}

/** A word alone, exact like in any other source. */
function named(scheme: ClassScheme, text: string): FoundClass {
  const said = scheme.resolve(INVISIBLE.test(text) ? text : stripEmoji(text));
  return said.found === 'class' || said.found === 'graded' ? said : { found: 'unknown' };
}

/** A digit of graded beside a word nobody knows is taken as graded: the cautious reading. */
function agree(scheme: ClassScheme, expected: string | undefined, text: string): FoundClass {
  const said = named(scheme, text);
  if (said.found === 'graded') return said;
  if (said.found !== 'class')
    return expected === 'Gradert' ? { found: 'graded' } : { found: 'unknown' };
  const meant = expected === undefined ? undefined : scheme.resolve(expected);
  if (meant?.found !== 'class' || meant.definition !== said.definition)
    return { found: 'conflict' };
  return said;
}

/** True for any label that is a security grading, whatever field it stands in. */
export function isGraded(scheme: ClassScheme, value: unknown): boolean {
  const text = typeof value === 'string' ? value : undefined;
  if (text === undefined) return false;
  const word = parseCodedLabel(text)?.text ?? stripEmoji(text);
  return scheme.resolve(word).found === 'graded';
}

function own(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function sameText(one: string, other: string): boolean {
  return foldLabel(one) === foldLabel(other);
}
