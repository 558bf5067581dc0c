/** Every format of a report by its name. */
import { csvReport } from './csv.js';
import { githubReport } from './github.js';
import { htmlReport } from './html.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import type { Report } from './report.js';
import { sarifReport } from './sarif.js';
import { tableReport } from './table.js';
import { textReport } from './text.js';
import { turtleReport } from './turtle.js';

export const FORMATS = {
  text: textReport,
  table: tableReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  csv: csvReport,
  html: htmlReport,
  turtle: turtleReport,
  github: githubReport,
  markdown: markdownReport,
} as const satisfies Record<string, (report: Report) => string>;

export type Format = keyof typeof FORMATS;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
