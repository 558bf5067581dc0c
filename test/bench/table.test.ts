import { describe, expect, test } from 'vitest';
import type { CaseReport } from '../../bench/report.js';
import { tables, withTables } from '../../bench/table.js';

const REPORT: CaseReport = {
  case: 'open',
  size: '1m',
  triples: 1_000_030,
  runs: 3,
  machine: { cpu: 'A CPU', cores: 2, memoryGiB: 16, node: '20.20.2', platform: 'Linux 6.1' },
  versions: { oxigraph: '0.5.11' },
  measurements: [
    { what: 'open', peer: 'datavev', unit: 'ms', values: [31.26, 29, 140] },
    { what: 'open', peer: 'Oxigraph', unit: 'ms', values: [4694.4, 4700] },
    { what: 'memory', peer: 'datavev', unit: 'bytes a triple', values: [61.4, 61, 62] },
  ],
  goals: [
    { text: 'times faster than Oxigraph', asked: 20, sign: 'at least', unit: '×', measured: 150.2 },
    { text: 'open', asked: 30, sign: 'at most', unit: 'ms', measured: 31.26 },
  ],
  differences: ['q01: 1 rows missing'],
  notes: ['Each in a fresh process.'],
};

const TEXT = `| Goal | Asked | Measured |  |
| --- | ---: | ---: | ---: |
| open, 1m: times faster than Oxigraph | at least 20 × | 150 × | met |
| open, 1m: open | at most 30 ms | 31.3 ms | **missed** |

### open, 1m

1,000,030 triples, medians of 3; A CPU, 2 cores, 16 GiB, Linux 6.1, Node 20.20.2; oxigraph 0.5.11

|  | datavev | Oxigraph |
| --- | ---: | ---: |
| open (ms) | 31.3 | 4,697 (2 runs) |
| memory (bytes a triple) | 61 | – |

* Each in a fresh process.

* **Wrong:** q01: 1 rows missing
`;

test('medians, peers that were not measured, fewer runs, goals and wrong answers all show', () => {
  expect(tables([REPORT])).toBe(TEXT);
});

test('goals of all cases come first, in one table', () => {
  const goalLines = tables([REPORT, { ...REPORT, size: '100k' }])
    .split('\n')
    .slice(2, 6);
  expect(goalLines.map((line) => line.slice(0, 12))).toEqual([
    '| open, 1m: ',
    '| open, 1m: ',
    '| open, 100k',
    '| open, 100k',
  ]);
});

describe('the document', () => {
  const document = (between: string): string =>
    `# Title\n<!-- measured: begin -->${between}<!-- measured: end -->\nafter\n`;

  test('keeps what stands around the tables', () => {
    expect(withTables(document('old'), [REPORT])).toBe(document(`\n${TEXT}\n`));
  });
  test('written twice is written once', () => {
    const once = withTables(document(''), [REPORT]);
    expect(withTables(once, [REPORT])).toBe(once);
  });
  test('says so when nothing has been measured', () => {
    expect(withTables(document(''), [])).toBe(document('\nNothing has been measured.\n\n'));
  });
  test('without markers is refused', () => {
    expect(() => withTables('# Title\n', [REPORT])).toThrow(RangeError);
  });
});
