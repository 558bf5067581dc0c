/** Findings for people: a group for each thing, with what is wrong, where it stands, and what to write instead. */
import type { Finding } from '../../model/finding.js';
import { SEVERITIES } from '../../model/issue.js';
import { parseOrigin } from '../../model/origin.js';
import { say } from '../texts.js';
import { cut, paint, wrap } from './layout.js';
import { ownerLines } from './owners.js';
import { parseCause } from './parse-cause.js';
import {
  coverageOf,
  faultPlace,
  placeOf,
  placeText,
  summaryOf,
  thingKey,
  type Report,
} from './report.js';

/** Of a rule; fewer of what can wait, so that a look at everything is short. */
const MAX_OF_A_RULE = 50;
const MAX_AT_A_GLANCE = 10;
/** A longer report begins with its sum too. */
const MANY_LINES = 100;
const MAX_VALUE = 70;
const MARKS = { violation: '✖', warning: '!', info: '·' } as const;

export function textReport(report: Report): string {
  const { shown, leftOut } = firstOfEachRule(report);
  const blocks = [
    ...report.unreadable.map((fault) => unreadableLines(fault, report)),
    ...groups(shown, report).map((group) => groupLines(group, report)),
  ];
  const more = [...leftOut].map(([rule, count]) =>
    say('moreOfRule', report.language, { rule, count }),
  );
  const summary = paint(summaryOf(report), 'bold', report.color);
  const lines = [
    ...blocks.flatMap((block) => [...block, '']),
    ...(more.length > 0 ? [...more, ''] : []),
    ...ownerLines(report),
    summary,
    ...coverageOf(report).flatMap((line) => wrap(line, report.width)),
    '',
  ];
  return [...(lines.length > MANY_LINES ? [summary, ''] : []), ...lines].join('\n');
}

function firstOfEachRule({ findings, showAll, asked }: Report): {
  shown: Finding[];
  leftOut: ReadonlyMap<string, number>;
} {
  const seen = new Map<string, number>();
  const leftOut = new Map<string, number>();
  const shown = findings.filter(({ rule, severity }) => {
    const isShort = asked.length === 0 && severity !== 'violation';
    const limit = isShort ? MAX_AT_A_GLANCE : MAX_OF_A_RULE;
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    if (showAll || count <= limit) return true;
    leftOut.set(rule, count - limit);
    return false;
  });
  return { shown, leftOut };
}

function groups(shown: readonly Finding[], report: Report): Finding[][] {
  const found = new Map<string, Finding[]>();
  for (const one of shown) {
    const key = groupKey(one, report);
    const known = found.get(key);
    if (known) known.push(one);
    else found.set(key, [one]);
  }
  return [...found.values()];
}

function groupKey(one: Finding, { groupBy }: Report): string {
  if (groupBy === 'owner') return one.owner ?? '';
  if (groupBy === 'rule') return one.rule;
  if (groupBy === 'file') return (one.origin ?? one.source ?? '').replace(/#.*$/, '');
  return thingKey(one);
}

function groupLines(group: readonly Finding[], report: Report): string[] {
  const [first] = group;
  if (!first) return [];
  const headPlace = firstPlace(group, report);
  const lines = headings(first, headPlace, report);
  let last = '';
  for (const one of group) {
    // Under a heading that is no thing, each thing is named once, above what is wrong with it.
    const thing = thingKey(one);
    if (report.groupBy !== 'resource' && thing !== last) lines.push(`  ${thingTitle(one, report)}`);
    last = thing;
    lines.push(...findingLines(one, report.groupBy === 'resource' ? headPlace : undefined, report));
  }
  return lines;
}

/** Where the thing begins: the first of its lines that is known. */
function firstPlace(group: readonly Finding[], report: Report): string | undefined {
  const places = group.flatMap((one) => placeOf(one, report) ?? []);
  const [first] = places.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return first && placeText(first);
}

function headings(first: Finding, place: string | undefined, report: Report): string[] {
  const { language, color, details } = report;
  const owner = first.owner ?? say('noOwner', language);
  if (report.groupBy === 'owner') return [paint(owner, 'bold', color)];
  if (report.groupBy === 'rule') return [paint(first.rule, 'bold', color)];
  if (report.groupBy === 'file')
    return [paint(placeOf(first, report)?.file ?? first.source ?? '', 'bold', color)];
  const iri = details && first.focus !== undefined ? [paint(`<${first.focus}>`, 'dim', color)] : [];
  const source = first.source ?? '';
  return [thingTitle(first, report), paint(place ?? source, 'dim', color), ...iri];
}

function thingTitle(one: Finding, { language, color }: Report): string {
  const isThing = one.focus !== undefined || one.record !== undefined;
  const title = isThing ? `«${one.label}»` : say('whole', language);
  return `${paint(title, 'bold', color)}  ${one.owner ?? say('noOwner', language)}`;
}

function findingLines(one: Finding, headPlace: string | undefined, report: Report): string[] {
  const { language, color, width, details } = report;
  const words = SEVERITIES.map((severity) => say(severity, language));
  const widest = Math.max(...words.map((word) => word.length));
  const indent = ' '.repeat(widest + 6);
  const room = Math.max(width - indent.length, 30);
  const mark = `  ${MARKS[one.severity]} ${say(one.severity, language).padEnd(widest)}  `;
  const [first = '', ...rest] = wrap(sentence(one, report), room);
  const place = placeOf(one, report);
  const own = place && placeText(place) !== headPlace ? [placeText(place)] : [];
  const column =
    place?.column === undefined
      ? []
      : [say(isTable(one) ? 'column' : 'field', language, { column: place.column })];
  const cost = one.points ? [say('costs', language, { no: one.points.no, eu: one.points.eu })] : [];
  const rules = [one.rule, ...(one.also ?? [])].join(', ');
  const foot = [...own, rules, ...column, ...cost].join(' · ');
  const iris = details ? [one.shape, one.path, one.valueTerm, one.seeAlso] : [];
  return [
    `${paint(mark, one.severity, color)}${first}`,
    ...rest.map((line) => indent + line),
    ...fixLines(one, room, report).map((line) => indent + line),
    ...[...wrap(foot, room), ...iris.filter((iri) => iri !== undefined)].map(
      (line) => indent + paint(line, 'dim', color),
    ),
  ];
}

function isTable({ origin = '' }: Finding): boolean {
  return parseOrigin(origin).pointer === undefined;
}

/** The property is named unless the message does so itself. */
function sentence(one: Finding, { language }: Report): string {
  const { message, property, value, valueTerm } = one;
  const text = message[language];
  const name = property?.[language];
  const isNamed = name === undefined || text.toLowerCase().includes(name.toLowerCase());
  const said = isNamed ? text : `${name}: ${text}`;
  if (value === undefined || text.includes(value)) return said;
  const key = valueTerm?.startsWith('<') ? 'valueThing' : 'value';
  return `${said} ${say(key, language, { value: cut(value, MAX_VALUE) })}`;
}

function fixLines({ hint, turtle }: Finding, room: number, { language }: Report): string[] {
  if (!hint) return [];
  const words = wrap(hint[language], room - 2);
  // Not broken into lines: it is there to be copied.
  const example = turtle === undefined ? [] : [turtle];
  return [...words, ...example].map((line, at) => `${at === 0 ? '→' : ' '} ${line}`);
}

function unreadableLines(fault: Report['unreadable'][number], report: Report): string[] {
  const { language, color } = report;
  const { file, line, column } = faultPlace(fault);
  const cause = parseCause(String(fault.error.params['cause'] ?? ''), language);
  const number = String(line);
  return [
    paint(`${file}:${line}:${column}`, 'bold', color),
    `  ${paint(`✖ ${say('unreadable', language)}`, 'violation', color)}: ${cause}`,
    `  ${number} │ ${fault.text.trimEnd()}`,
    `  ${' '.repeat(number.length)} │ ${' '.repeat(column - 1)}${paint('^', 'violation', color)}`,
  ];
}
