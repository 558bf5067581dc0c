/**
 * `behovForDPIA`: the nine criteria of WP 248, each 0 not assessed, 1 yes, 2 no, and the conclusion the register draws
 * (sources.md 2.2). A table has only the conclusion, as a word. Which conclusion the answers give is worked out later.
 */
import { isWithheld } from '../../src/harvest/cell-values.js';
import { member } from '../../src/harvest/json-document.js';
import { DPIA_CRITERIA, type DpiaAnswer, type DpiaCriterion } from '../../src/model/dpia.js';
import type { StatedDpiaNeed } from './payload.js';
import { known, text, WrongType, type Reader } from './readers.js';

/** The register's name of each criterion. */
export const CRITERIA: Readonly<Record<DpiaCriterion, string>> = {
  evaluering: 'evaluering_profilering',
  'automatisk-avgjorelse': 'automatiskbeslutning',
  monitorering: 'systematiskmonitorering',
  'saerlige-kategorier': 'saerligekategorier',
  'stor-skala': 'storskala',
  sammenstilling: 'sammenstilling',
  sarbare: 'saarbare_registrerte',
  innovativ: 'innovativ_anvendelse',
  'hindrer-rettighet': 'hinder',
};

const ANSWERS: readonly DpiaAnswer[] = ['ikke-vurdert', 'ja', 'nei'];
/** What the register itself may say; any other text is a person's and is not kept. */
const CONCLUSIONS: readonly unknown[] = ['Ja', 'Nei', 'Kanskje', 'Trolig', 'Ufullstendig'];

export const dpiaNeed: Reader = {
  form: '{"storskala": 1} (0 = ikke vurdert, 1 = ja, 2 = nei)',
  json(value, drift): StatedDpiaNeed | undefined {
    if (value === null || value === undefined) return undefined;
    const object = known(value, ['class', 'id', 'konklusjon', ...Object.values(CRITERIA)], drift);
    const stated = member(object, 'konklusjon');
    return {
      answers: DPIA_CRITERIA.map((code) => answer(member(object, CRITERIA[code]))),
      ...(CONCLUSIONS.includes(stated) ? { conclusion: String(stated).toLowerCase() } : {}),
    };
  },
  cell(value): StatedDpiaNeed | undefined {
    const conclusion = isWithheld(value) ? undefined : wordOf(value);
    return conclusion === undefined ? undefined : { conclusion };
  },
};

/** The register's code, or what it stands for: "Ja", true. A criterion that is not there was not assessed. */
function answer(value: unknown): DpiaAnswer {
  const said = value ?? 0;
  if (said === true) return 'ja';
  if (said === false) return 'nei';
  const found =
    typeof said === 'string'
      ? ANSWERS.find((one) => one === said.trim().toLowerCase().replace(' ', '-'))
      : typeof said === 'number'
        ? ANSWERS[said]
        : undefined;
  if (found === undefined) throw new WrongType();
  return found;
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
