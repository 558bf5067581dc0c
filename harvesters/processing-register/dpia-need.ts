/**
 * Need for a DPIA from the nine criteria of WP 248 (model.md 4.8): 0 not assessed, 1 yes, 2 no.
 * Any not assessed → incomplete; else by the number of yes: 0 no, 1 maybe, 2 probably, 3 or more yes.
 */
import { isWithheld } from '../../src/harvest/cell-values.js';
import { member } from '../../src/harvest/json-document.js';
import { known, text, WrongType, type Reader } from './readers.js';

export const CRITERIA = [
  'evaluering_profilering',
  'automatiskbeslutning',
  'systematiskmonitorering',
  'saerligekategorier',
  'storskala',
  'sammenstilling',
  'saarbare_registrerte',
  'innovativ_anvendelse',
  'hinder',
] as const;

const BY_COUNT = ['nei', 'kanskje', 'trolig', 'ja'];

/** Keeps the conclusion, not the answers; a table has only the conclusion as a word. */
export const dpiaNeed: Reader = {
  json(value, drift) {
    if (value === null || value === undefined) return undefined;
    const object = known(value, ['class', 'id', 'konklusjon', ...CRITERIA], drift);
    return conclusion(CRITERIA.map((name) => answer(member(object, name))));
  },
  cell: (value) => (isWithheld(value) ? undefined : wordOf(value)),
};

export function conclusion(answers: readonly number[]): string {
  if (answers.includes(0)) return 'ufullstendig';
  const yes = answers.filter((one) => one === 1).length;
  return BY_COUNT[Math.min(yes, 3)] ?? 'ufullstendig';
}

/** A criterion that is not there was not assessed. */
function answer(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (value !== 0 && value !== 1 && value !== 2) throw new WrongType();
  return value;
}

function wordOf(value: string): string | undefined {
  const word = text.cell(value);
  return typeof word === 'string'
    ? word
        .toLowerCase()
        .replace(/[^\p{L}\s]/gu, '')
        .trim() || undefined
    : undefined;
}
