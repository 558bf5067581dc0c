/**
 * Whether a processing needs a DPIA (GDPR art. 35): the nine criteria of the guidelines WP 248 rev. 01, and the rule that
 * counts the answers (model.md 4.8). Codes are those of the lists `dpia-kriterium`, `dpia-svar` and `dpia-konklusjon`.
 */
export const DPIA_CRITERIA = [
  'evaluering',
  'automatisk-avgjorelse',
  'monitorering',
  'saerlige-kategorier',
  'stor-skala',
  'sammenstilling',
  'sarbare',
  'innovativ',
  'hindrer-rettighet',
] as const;
export type DpiaCriterion = (typeof DPIA_CRITERIA)[number];

export type DpiaAnswer = 'ja' | 'nei' | 'ikke-vurdert';
export type DpiaConclusion = 'nei' | 'kanskje' | 'trolig' | 'ja' | 'ufullstendig';

/** Any criterion that is not assessed leaves the need open; else the number of yes decides. */
export function dpiaConclusion(answers: readonly DpiaAnswer[]): DpiaConclusion {
  if (answers.length < DPIA_CRITERIA.length || answers.includes('ikke-vurdert'))
    return 'ufullstendig';
  switch (answers.filter((one) => one === 'ja').length) {
    case 0:
      return 'nei';
    case 1:
      return 'kanskje';
    case 2:
      return 'trolig';
    default:
      return 'ja';
  }
}
