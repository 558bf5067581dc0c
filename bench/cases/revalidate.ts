/** Validation after a change of 100 datasets: only what the change can have touched is checked anew. */
import type { BenchCase } from '../case.js';
import { askChild } from '../child.js';
import type { RevalidateAnswer } from '../children/revalidate.js';
import { median } from '../statistics.js';

const DATASETS = 100;
const WHAT = `${DATASETS} changed datasets`;
const OURS = 'datavev';

export const revalidateCase: BenchCase = {
  name: 'revalidate',
  sizes: ['1m'],
  async run({ catalogue, runs }) {
    const task = { data: catalogue.path, datasets: DATASETS, runs };
    const { ms: values, fault } = await askChild<RevalidateAnswer>('revalidate', task);
    return {
      measurements: [{ what: WHAT, peer: OURS, unit: 'ms', values }],
      goals: [{ text: WHAT, asked: 20, sign: 'at most', unit: 'ms', measured: median(values) }],
      differences: fault === undefined ? [] : [fault],
      notes: [
        'The shapes of the case `shacl`. In a process that has validated the whole catalogue before, and once a change. The changed datasets have lost their Norwegian title and got another date; all results are compared with those of the changed catalogue checked as a whole.',
      ],
      versions: {},
    };
  },
};
