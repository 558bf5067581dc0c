/** One file for a browser or a mail: no script, nothing fetched; the filter is plain CSS. */
import type { Finding } from '../../model/finding.js';
import { SEVERITIES } from '../../model/issue.js';
import { say } from '../texts.js';
import { markup } from './markup.js';
import {
  countsOf,
  coverageOf,
  faultPlace,
  placeOf,
  placeText,
  summaryOf,
  type Report,
} from './report.js';

const STYLE = `
body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc}
th{background:#f0f0f0}code{overflow-wrap:anywhere}small{color:#555}label{margin-inline-end:1rem}
${SEVERITIES.map((one) => `body:not(:has(#${one}:checked)) tr.${one}{display:none}`).join('\n')}
@media (max-width:48rem){thead{position:absolute;clip-path:inset(50%)}tr,td{display:block;border:0;padding:.1rem 0}tr{border-bottom:1px solid #ccc;padding:.6rem 0}}
`;

export function htmlReport(report: Report): string {
  const { language, catalogue, findings, unreadable } = report;
  const title = markup(say('reportTitle', language, { catalogue }));
  const counts = countsOf(findings);
  const boxes = SEVERITIES.map(
    (one) =>
      `<label><input type="checkbox" id="${one}" checked> ${markup(say(`${one}s`, language))} (${counts[one]})</label>`,
  );
  const heads = ['headSeverity', 'headTitle', 'headMessage', 'headOwner', 'headPlace'] as const;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${markup(summaryOf(report))}</p>
${coverageOf(report)
  .map((line) => `<p><small>${markup(line)}</small></p>`)
  .join('\n')}
${unreadable.map((fault) => unreadableText(fault, report)).join('\n')}
<fieldset><legend>${markup(say('show', language))}</legend>${boxes.join('\n')}</fieldset>
<table>
<thead><tr>${heads.map((key) => `<th scope="col">${markup(say(key, language))}</th>`).join('')}</tr></thead>
<tbody>
${findings.map((one) => row(one, report)).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function row(one: Finding, report: Report): string {
  const { language } = report;
  const place = placeOf(one, report);
  const hint = one.hint ? `<br>→ ${markup(one.hint[language]).replaceAll('\n', '<br>')}` : '';
  const value =
    one.value === undefined
      ? ''
      : `<br><small>${markup(say('value', language, { value: one.value }))}</small>`;
  const cells = [
    markup(say(one.severity, language)),
    markup(one.label),
    `${markup(one.message[language])}${value}${hint}<br><small>${markup(one.rule)}</small>`,
    markup(one.owner ?? say('noOwner', language)),
    place ? `<code>${markup(placeText(place))}</code>${column(place.column, report)}` : '',
  ];
  return `<tr class="${one.severity}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function column(name: string | undefined, { language }: Report): string {
  return name === undefined ? '' : `<br>${markup(say('column', language, { column: name }))}`;
}

function unreadableText(fault: Report['unreadable'][number], { language }: Report): string {
  const { file, line, column: at } = faultPlace(fault);
  return `<p>✖ <code>${markup(`${file}:${line}:${at}`)}</code> ${markup(fault.error.text[language])}</p>`;
}
