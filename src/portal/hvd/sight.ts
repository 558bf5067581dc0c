/** What the Commission's queries find of each dataset. */
import type { HvdQuery, HvdSight } from '../../model/hvd-report.js';
import type { HvdThings } from './hvd-things.js';
import type { ReportQueryName } from './report-queries.js';

export type Answers = Readonly<Record<ReportQueryName, HvdQuery>>;

export function sights(answers: Answers): (things: HvdThings) => HvdSight {
  const listed = valuesBy(answers['1-datasett'], 'title');
  const distributions = valuesBy(answers['2-nedlasting'], 'distribution');
  const services = valuesBy(answers['3-api'], 'service');
  return ({ dataset, distributions: own, services: ownServices }) => {
    const files = [...(distributions.get(dataset) ?? [])];
    const apis = [...(services.get(dataset) ?? [])];
    return {
      isListed: listed.has(dataset),
      isNamed: [...(listed.get(dataset) ?? [])].some((title) => title !== ''),
      files,
      services: apis,
      unseen: [
        ...own.filter((one) => !files.includes(one)),
        ...ownServices.filter((one) => !apis.includes(one)),
      ],
    };
  };
}

/** By dataset, the different values of a column. */
function valuesBy({ columns, rows }: HvdQuery, column: string): Map<string, Set<string>> {
  const [dataset, value] = [columns.indexOf('dataset'), columns.indexOf(column)];
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = row[dataset] ?? '';
    found.set(key, (found.get(key) ?? new Set()).add(row[value] ?? ''));
  }
  return found;
}
