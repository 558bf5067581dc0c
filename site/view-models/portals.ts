/** The portals' page: what each will have after its next harvest, what it will make of it, and what to do. Pure. */
import type { Change } from '../../src/model/change.js';
import type { FoundTrap, PortalId, PortalVerdict } from '../../src/model/portal-report.js';
import type { ScoreId } from '../../src/model/quality-report.js';
import type { Link, Value } from './page-model.js';
import { rounded } from './quality-request.js';
import { nodeValue, type ViewContext } from './values.js';

export interface TrapItem {
  readonly heading: string;
  /** What it means: lost, or poorer. */
  readonly severity: string;
  readonly says: string;
  readonly fix: string;
  readonly evidence: readonly Value[];
  readonly more?: string | undefined;
}
export interface PortalCard {
  readonly id: PortalId;
  readonly title: string;
  readonly about: string;
  readonly count: string;
  readonly feed: Link;
  readonly score?: string | undefined;
  readonly traps: readonly TrapItem[];
  /** Said when there are none. */
  readonly clear?: string | undefined;
  readonly empty: readonly string[];
}
export interface PortalsPage {
  readonly heading: string;
  readonly lead: string;
  readonly missing?: string | undefined;
  readonly changes?: { readonly text: string; readonly link: Link } | undefined;
  readonly cards: readonly PortalCard[];
  readonly download: boolean;
}

const MAX_EVIDENCE = 5;
const SCORES: Readonly<Partial<Record<PortalId, ScoreId>>> = { fdk: 'no', eu: 'eu' };

export function portalsPage(context: ViewContext): PortalsPage {
  const { catalogue, text } = context;
  const { portals: report, changes } = catalogue.zone;
  const head = { heading: text.t('portals.title'), lead: text.t('portals.lead') };
  if (!report) return { ...head, missing: text.t('portals.missing'), cards: [], download: false };
  return {
    ...head,
    changes: lastChanges(context, changes),
    cards: report.portals.map((one) => card(context, one)),
    download: true,
  };
}

function card(context: ViewContext, verdict: PortalVerdict): PortalCard {
  const { text } = context;
  const { portal, title, url, traps, members, empty } = verdict;
  return {
    id: portal,
    title: title[text.lang],
    about: text.t(`portals.about.${portal}`),
    count: text.count(portal === 'fdk-services' ? 'portals.services' : 'portals.datasets', members),
    feed: { href: localHref(context, url), text: text.t('portals.feed') },
    score: scoreText(context, portal),
    traps: traps.map((one) => trapItem(context, one)),
    ...(traps.length === 0 ? { clear: text.t('portals.clear') } : {}),
    empty: empty.map(({ label, count }) =>
      text.t('portals.emptyField', { field: label[text.lang], count: text.number(count) }),
    ),
  };
}

function scoreText({ catalogue, text }: ViewContext, portal: PortalId): string | undefined {
  const id = SCORES[portal];
  const report = catalogue.zone.quality;
  if (id === undefined || !report || report.datasets.length === 0) return undefined;
  const { points, attainable } = report.catalogue.scores[id];
  return text.t('portals.score', {
    points: rounded(text, points),
    attainable: rounded(text, attainable),
  });
}

function trapItem(context: ViewContext, trap: FoundTrap): TrapItem {
  const { text } = context;
  const { id, name, severity, says, fix, count, evidence } = trap;
  const shown = evidence.slice(0, MAX_EVIDENCE);
  const left = count - shown.length;
  return {
    heading: text.t('portals.trap', { id, name }),
    severity: text.t(`portals.severity.${severity}`),
    says: says[text.lang],
    fix: fix[text.lang],
    evidence: shown.map((one) =>
      context.catalogue.graph.has(one) ? nodeValue(context, one) : { text: one },
    ),
    ...(left > 0 && shown.length > 0 ? { more: text.t('quality.more', { count: left }) } : {}),
  };
}

/** Of the last day on which a dataset or series was changed. */
function lastChanges({ text }: ViewContext, changes: readonly Change[]): PortalsPage['changes'] {
  const ours = changes.filter(({ type }) => type === 'datasett' || type === 'serie');
  const day = ours.at(-1)?.at.slice(0, 10);
  if (day === undefined) return undefined;
  const that = ours.filter(({ at }) => at.startsWith(day));
  const numberOf = (kind: Change['kind']): string =>
    text.number(that.filter((one) => one.kind === kind).length);
  return {
    text: text.t('portals.changes', {
      ...{ date: text.date(day), added: numberOf('create') },
      ...{ changed: numberOf('update'), removed: numberOf('delete') },
    }),
    link: { href: `/${text.lang}/endringer`, text: text.t('portals.allChanges') },
  };
}

function localHref({ catalogue }: ViewContext, url: string): string {
  const { base } = catalogue.settings;
  return url.startsWith(base) ? `/${url.slice(base.length)}` : url;
}
