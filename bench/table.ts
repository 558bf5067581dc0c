/** The tables of docs/performance.md, written from the reports of the cases. */
import { isMet, type CaseReport, type Goal, type Machine, type Measurement } from './report.js';
import { median } from './statistics.js';

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

/** The document with what stands between its markers replaced. Throws RangeError when it has no markers. */
export function withTables(document: string, reports: readonly CaseReport[]): string {
  const from = document.indexOf(BEGIN);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new RangeError(`no ${BEGIN} … ${END}`);
  return `${document.slice(0, from + BEGIN.length)}\n${tables(reports)}\n${document.slice(to)}`;
}

export function tables(reports: readonly CaseReport[]): string {
  if (reports.length === 0) return 'Nothing has been measured.\n';
  return [goalTable(reports), ...reports.map(section)].join('\n');
}

function goalTable(reports: readonly CaseReport[]): string {
  const rows = reports.flatMap((report) =>
    report.goals.map((goal) => [
      `${report.case}, ${report.size}: ${goal.text}`,
      asked(goal),
      figure(goal.measured, goal.unit),
      isMet(goal) ? 'met' : '**missed**',
    ]),
  );
  return grid(['Goal', 'Asked', 'Measured', ''], rows);
}

function section(report: CaseReport): string {
  const { size, triples, runs, machine, versions } = report;
  const peers = unique(report.measurements.map(({ peer }) => peer));
  const rows = unique(report.measurements.map(rowOf)).map((row) => [
    row,
    ...peers.map((peer) => {
      const found = report.measurements.find((one) => rowOf(one) === row && one.peer === peer);
      return found ? cell(found, runs) : '–';
    }),
  ]);
  const versionText = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const lines = [
    `### ${report.case}, ${size}`,
    '',
    [
      `${thousands(triples)} triples, medians of ${runs}`,
      machineText(machine),
      ...versionText,
    ].join('; '),
    '',
    grid(['', ...peers], rows),
    ...report.notes.map((note) => `* ${note}`),
    ...(report.notes.length > 0 ? [''] : []),
    ...report.differences.map((one) => `* **Wrong:** ${one}`),
    ...(report.differences.length > 0 ? [''] : []),
  ];
  return lines.join('\n');
}

function machineText({ cpu, cores, memoryGiB, node, platform }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node}`;
}

function rowOf({ what, unit }: Measurement): string {
  return `${what} (${unit})`;
}

/** Says so where it was measured less often than the rest. */
function cell({ values, unit }: Measurement, runs: number): string {
  const count = values.length === runs ? '' : ` (${values.length} runs)`;
  return figure(median(values), unit === 'ms' ? '' : 'whole') + count;
}

function asked({ sign, asked: limit, unit }: Goal): string {
  return `${sign} ${thousands(limit)} ${unit}`;
}

function figure(value: number, unit: string): string {
  const digits = unit === 'whole' || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const [whole = '', rest] = value.toFixed(digits).split('.');
  const text = thousands(Number(whole)) + (rest === undefined ? '' : `.${rest}`);
  return unit === 'whole' || unit === '' ? text : `${text} ${unit}`;
}

function thousands(value: number): string {
  return value.toLocaleString('en-US');
}

function grid(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(header), line(rule), ...rows.map(line), ''].join('\n');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
