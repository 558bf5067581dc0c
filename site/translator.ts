/** Texts of the pages in nb, nn and en, with the plural rules, dates, numbers and sort order of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, fillText, type Lang, type TextParams } from '../src/model/lang-text.js';
import { SITE_FOLDER } from './site-folder.js';

const LOCALES: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

export interface Translator {
  readonly lang: Lang;
  /** Throws RangeError for an unknown key: a test finds each. */
  t(key: string, params?: TextParams): string;
  /** Undefined for an unknown key: for codes that data may or may not have. */
  find(key: string): string | undefined;
  /** The plural form of a key for a count: `key.one` or `key.other`, with `{count}`. */
  count(key: string, count: number): string;
  /** A date or moment in words; text that is neither stays as it is. */
  date(value: string): string;
  /** With just as many decimals as are asked for, else with those that the number has, six at most. */
  number(value: number, decimals?: number): string;
  bytes(value: number): string;
}

export type Translators = Readonly<Record<Lang, Translator>>;

/** Reads the three folders once. */
export function loadTranslators(): Translators {
  const made = LANGUAGES.map((lang) => {
    const texts: Readonly<Record<string, string>> = readTexts(lang);
    return [lang, translator(lang, texts)] as const;
  });
  return Object.fromEntries(made) as unknown as Translators;
}

/** All texts of a language, of every subject's file. */
export function readTexts(lang: Lang): Readonly<Record<string, string>> {
  const folder = join(SITE_FOLDER, 'i18n', lang);
  const read = (file: string): Record<string, string> =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
  return Object.assign({}, ...readdirSync(folder).sort().map(read)) as Record<string, string>;
}

function translator(lang: Lang, texts: Readonly<Record<string, string>>): Translator {
  const locale = LOCALES[lang];
  const plurals = new Intl.PluralRules(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Oslo' });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const exact = new Map<number, Intl.NumberFormat>();
  const withDecimals = (decimals: number): Intl.NumberFormat => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const format = exact.get(decimals) ?? new Intl.NumberFormat(locale, digits);
    exact.set(decimals, format);
    return format;
  };
  const find = (key: string): string | undefined =>
    Object.hasOwn(texts, key) ? texts[key] : undefined;
  const t = (key: string, params: TextParams = {}): string => {
    const text = find(key);
    if (text === undefined) throw new RangeError(`no text ${lang}: ${key}`);
    return fillText(text, params);
  };
  return {
    lang,
    find,
    t,
    count: (key, count) =>
      t(`${key}.${plurals.select(count) === 'one' ? 'one' : 'other'}`, {
        count: numbers.format(count),
      }),
    date(value) {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatted(days, value) ?? value;
      return (/^\d{4}-\d{2}-\d{2}T/.test(value) ? formatted(moments, value) : undefined) ?? value;
    },
    number: (value, decimals) =>
      (decimals === undefined ? numbers : withDecimals(decimals)).format(value),
    bytes(value) {
      const units = ['byte', 'kB', 'MB', 'GB'] as const;
      const step = value < 1000 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3;
      return `${short.format(value / 1000 ** step)} ${units[step]}`;
    },
  };
}

function formatted(format: Intl.DateTimeFormat, value: string): string | undefined {
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : format.format(time);
}
