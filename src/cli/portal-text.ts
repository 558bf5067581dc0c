/** The portals' harvest as text: a line of counts each, then what was met, most hurtful first. */
import type { Lang } from '../model/lang-text.js';
import type {
  FoundTrap,
  PortalReport,
  PortalVerdict,
  TrapSeverity,
} from '../model/portal-report.js';
import { say, type TextKey } from './texts.js';

const MAX_TRAPS = 20;
const MAX_EVIDENCE = 3;
const MAX_FIELDS = 6;
const MAX_SHARED = 3;
const LOCALES: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

export function portalText({ portals }: PortalReport, language: Lang): string {
  return `${portals.flatMap((one) => verdictLines(one, language)).join('\n')}\n`;
}

/** One line: what changes, disappears, and is worth. */
export function portalLine(verdict: PortalVerdict, language: Lang): string {
  const { title, url, isRead } = verdict;
  const portal = title[language];
  if (!isRead) return say('portalUnread', language, { portal, url });
  const score = scoreText(verdict, language);
  return say('portalTomorrow', language, { portal, counts: counts(verdict, language), score });
}

function verdictLines(verdict: PortalVerdict, language: Lang): string[] {
  const { traps } = verdict;
  const left = traps.length - MAX_TRAPS;
  return [
    portalLine(verdict, language),
    ...reasons(verdict, language).map((line) => `  ${line}`),
    ...traps.slice(0, MAX_TRAPS).flatMap((one) => trapLines(one, language)),
    ...(left > 0 ? [`  ${say('portalMore', language, { count: left })}`] : []),
  ];
}

function counts(verdict: PortalVerdict, language: Lang): string {
  const { portal, members, changes } = verdict;
  const all = say('portalMembers', language, { count: members });
  if (!changes) return all;
  const { added, changed, returned, removed, since } = changes;
  if (since === undefined)
    return [
      say('portalFirst', language, { count: added.length }),
      ...harms(verdict, language),
    ].join(', ');
  const [first] = removed;
  const which = first === undefined ? '' : ` (${shortened(first, removed.length, language)})`;
  return [
    say('portalAdded', language, { count: added.length }),
    say('portalChanged', language, { count: changed.length }),
    ...(returned.length > 0 ? [say('portalReturned', language, { count: returned.length })] : []),
    say('portalRemoved', language, { count: removed.length, which }),
    ...harms(verdict, language),
    ...(portal === 'eu' ? [all] : []),
    say('portalSince', language, { date: dateText(since, language) }),
  ].join(', ');
}

/** Only data.norge.no knows conflicts between sources and makes up catalogues. */
function harms({ portal, traps }: PortalVerdict, language: Lang): string[] {
  if (portal !== 'fdk' && portal !== 'fdk-services') return [];
  const count = (...ids: string[]): number =>
    traps.filter(({ id }) => ids.includes(id)).reduce((sum, one) => sum + one.count, 0);
  return [
    say('portalConflicts', language, { count: count('FDK-42', 'FDK-43') }),
    say('portalOrphans', language, { count: count('FDK-22') }),
  ];
}

function scoreText({ score }: PortalVerdict, language: Lang): string {
  if (!score) return '';
  const number = (value: number): string => Math.round(value).toLocaleString(LOCALES[language]);
  const now = number(score.now);
  const before = score.before === undefined ? now : number(score.before);
  const points = before === now ? now : `${before} → ${now}`;
  return say('portalScore', language, { points, attainable: number(score.attainable) });
}

function reasons({ changes, empty, shared, traps }: PortalVerdict, language: Lang): string[] {
  const because = (changes?.because ?? [])
    .slice(0, MAX_SHARED)
    .map(({ node, members }) =>
      say('portalBecause', language, { node: local(node), count: members }),
    );
  // What everybody shares is worth a word only where it does harm.
  const isVolatile = traps.some(({ id }) => id === 'FDK-34');
  const volatile = isVolatile
    ? shared
        .slice(0, MAX_SHARED)
        .map(({ node, members }) => say('portalShared', language, { node, count: members }))
    : [];
  const fields = empty
    .slice(0, MAX_FIELDS)
    .map(({ label, count }) => `${label[language]} (${count})`);
  const left = empty.length - MAX_FIELDS;
  if (left > 0) fields.push(say('portalMore', language, { count: left }));
  const emptyLine =
    fields.length > 0 ? [say('portalEmpty', language, { fields: fields.join(', ') })] : [];
  return [...because, ...volatile, ...emptyLine];
}

const SIGNS: Readonly<Record<TrapSeverity, readonly [string, TextKey]>> = {
  hurts: ['✖', 'portalHurts'],
  warns: ['!', 'portalWarns'],
  info: ['·', 'portalInfo'],
};

function trapLines(
  { id, name, severity, says, fix, count, evidence }: FoundTrap,
  language: Lang,
): string[] {
  const [sign, word] = SIGNS[severity];
  const shown = evidence.slice(0, MAX_EVIDENCE);
  const left = count - shown.length;
  return [
    `  ${sign} ${id} ${name} (${say(word, language)}${count > 1 ? `, ${count}` : ''}): ${says[language]}`,
    `      → ${fix[language]}`,
    ...shown.map((one) => `      ${one}`),
    ...(left > 0 && shown.length > 0
      ? [`      ${say('portalMore', language, { count: left })}`]
      : []),
  ];
}

function shortened(iri: string, count: number, language: Lang): string {
  const more = count > 1 ? ` ${say('portalMore', language, { count: count - 1 })}` : '';
  return `${local(iri)}${more}`;
}

/** The path alone: whose catalogue it is, is known. */
function local(iri: string): string {
  return URL.canParse(iri) ? new URL(iri).pathname.slice(1) || iri : iri;
}

function dateText(date: string, language: Lang): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(Date.parse(date));
}
