/**
 * What must not be shown is looked for before anything is kept (site.md 3.4, 14; safety N4): national identity numbers, e-mail
 * and telephone, and counts of so few people that somebody may be known by them. Everything that was read is looked at, not
 * only what would be shown. The answer says where, never what. Pure.
 */
import type { PreviewColumn } from '../model/preview.js';
import { isIdentityNumber, scanText, type TextRisk } from '../model/text-scan.js';
import { INTEGER, isEmptyCell, numberOf } from './cells.js';

export interface Found {
  readonly risk: TextRisk | 'small-cell';
  /** 0 is the first. */
  readonly column: number;
  /** Undefined when it is the heading itself. */
  readonly row?: number;
}

type Rows = readonly (readonly string[])[];

export function screen(columns: readonly PreviewColumn[], rows: Rows): Found | undefined {
  return personalData(columns, rows) ?? smallCell(columns, rows);
}

/** Too few digits before the decimals for any number that stands for a person. */
const PLAIN_NUMBER = /^-?\d{1,7}(?:[.,]\d+)?$/;
/** A spreadsheet takes the zero from those who are born on the first nine days of a month. */
const WITHOUT_ZERO = /^(\d{10})(?:[.,]0+)?$/;
const PERSONAL: readonly TextRisk[] = ['identity-number', 'email', 'telephone'];

function personalData(columns: readonly PreviewColumn[], rows: Rows): Found | undefined {
  for (const [column, { name }] of columns.entries()) {
    const risk = riskOf(name);
    if (risk) return { risk, column };
  }
  for (const [column, about] of columns.entries()) {
    const known = new Map<string, TextRisk | undefined>();
    const isAmount = isColumnOfAmounts(about, rows, column);
    for (const [row, cells] of rows.entries()) {
      const text = (cells[column] ?? '').trim();
      if (PLAIN_NUMBER.test(text)) continue;
      if (!known.has(text)) known.set(text, riskOf(text));
      const risk = known.get(text);
      if (risk && !(risk === 'telephone' && isAmount)) return { risk, column, row };
    }
  }
  return undefined;
}

function riskOf(text: string): TextRisk | undefined {
  const short = WITHOUT_ZERO.exec(text)?.[1];
  if (short !== undefined && isIdentityNumber(`0${short}`) && isMonth(Number(short.slice(1, 3))))
    return 'identity-number';
  const risk = scanText(text, []);
  return risk && PERSONAL.includes(risk) ? risk : undefined;
}

/** Those of people who do not exist, for tests, have 40 or 80 more (Skatteetaten). */
function isMonth(digits: number): boolean {
  const month = digits % 40;
  return digits < 93 && month >= 1 && month <= 12;
}

/** Whole numbers of different lengths are amounts, even if one of them could be dialled. */
function isColumnOfAmounts({ type, name }: PreviewColumn, rows: Rows, column: number): boolean {
  if (type !== 'integer' || /tlf|telefon|mobil|phone/i.test(name)) return false;
  return rows.some((row) => !isEmptyCell(row[column] ?? '') && (row[column] ?? '').length !== 8);
}

/** Headings that divide people into kinds. */
const PERSON_DIMENSION =
  /kj[oøö]nn|\b(sex|gender|alder|age|aldersgruppe|fodeland|fødeland)\b|alders|sivilst|statsborger|innvandr|landbakgrunn|religion|livssyn|diagnos|funksjonsned|helsetilstand/iu;
/** Headings that say that people are counted. */
const PERSON_COUNT =
  /person|innbygg|innbyggj|befolkning|folkemengd|population|\b(menn|mann|kvinner?|gutter?|jenter?|barn|eldre|men|women|children)\b|elever|elevar|pasient|brukere|brukarar|mottaker|mottakar|beboer|bebuar|ansatte|tilsette/iu;
const FEW = 4;

/** Counts from 1 to 4 where a table counts people by something: who they are could be guessed. */
function smallCell(columns: readonly PreviewColumn[], rows: Rows): Found | undefined {
  const isDimension = ({ name }: PreviewColumn): boolean => PERSON_DIMENSION.test(words(name));
  const dividesPeople = columns.some(isDimension);
  const isDivided = columns.some(({ type }) => type !== 'integer' && type !== 'number');
  for (const [column, about] of columns.entries()) {
    if (isDimension(about) || !isCounted(about, rows, column)) continue;
    if (!dividesPeople && !(isDivided && PERSON_COUNT.test(words(about.name)))) continue;
    const row = rows.findIndex((cells) => isFew(cells[column] ?? ''));
    if (row >= 0) return { risk: 'small-cell', column, row };
  }
  return undefined;
}

/** Whole numbers, or mostly: some say `*` or `<5` where too few are counted, and may have forgotten a cell. */
function isCounted({ type }: PreviewColumn, rows: Rows, column: number): boolean {
  if (type !== 'text') return type === 'integer';
  const filled = rows.map((cells) => cells[column] ?? '').filter((one) => !isEmptyCell(one));
  return filled.filter((one) => INTEGER.test(one.trim())).length * 2 > filled.length;
}

function isFew(text: string): boolean {
  const count = numberOf(text);
  return count !== undefined && count >= 1 && count <= FEW;
}

function words(name: string): string {
  return name.replace(/[_.-]+/g, ' ');
}
