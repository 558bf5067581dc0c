/** One entry of the list of changes: what happened to what, when, and what became different. */
import { type Change, type ChangeKind } from '../../src/model/change.js';
import { localTime } from '../../src/model/instant.js';
import type { Lang } from '../../src/model/lang-text.js';
import { exactLiteral } from '../../src/rdf/terms.js';
import { inBestLanguage, langString } from '../labels.js';
import { localPath } from '../local-paths.js';
import type { Link, Tag, Value } from '../view-models/page-model.js';
import type { ViewContext } from '../view-models/values.js';
import type { ChangeGroup } from './change-log.js';
import { diffInWords } from './diff.js';
import { sentence, type Sentence } from './sentence.js';

const TONES: Readonly<Record<ChangeKind, Tag['tone']>> = {
  create: 'success',
  update: 'info',
  delete: 'neutral',
};
/** Sentences of an entry in a list; the change's own page has them all. */
const MAX_SENTENCES = 6;
const MAX_AFFECTED = 100;

export interface ChangeEntry {
  readonly tag: Tag;
  readonly title: Value;
  /** Kind, publisher, time of day. */
  readonly meta: readonly Value[];
  readonly sentences: readonly Sentence[];
  /** The things of a group, told as one. */
  readonly affected?: { readonly summary: string; readonly things: readonly Value[] } | undefined;
  /** The change's own page. */
  readonly more: Link & { readonly hidden: string };
}

export function changeEntry(context: ViewContext, group: ChangeGroup): ChangeEntry {
  const [change] = group;
  const { text } = context;
  // What caused a group stands in its title.
  const all = group.length > 1 ? diffInWords(context, change) : sentencesOf(context, change);
  const title = group.length > 1 ? causeTitle(context, group) : changeTitle(context, change);
  const left = all.length - MAX_SENTENCES;
  return {
    tag: { text: text.t(`changes.kind.${change.kind}`), tone: TONES[change.kind] },
    title,
    meta: metaOf(context, change),
    sentences: all.slice(0, MAX_SENTENCES),
    ...(group.length > 1 ? { affected: affected(context, group) } : {}),
    more: {
      href: changeHref(text.lang, change),
      text: left > 0 ? text.count('changes.rest', left) : text.t('changes.details'),
      hidden: `: ${title.text}`,
    },
  };
}

export function changeHref(lang: Lang, { key }: Pick<Change, 'key'>): string {
  return `/${lang}/endring/${key}`;
}

/** Changes of the thing; undefined for what has no address of its own. */
export function historyHref({ catalogue, text }: ViewContext, thing: string): string | undefined {
  const path = localPath(catalogue.settings.base, thing);
  return path === undefined ? undefined : `/${text.lang}${path}/endringer`;
}

/** Everything that is told of a change, without what it is called. */
export function sentencesOf(context: ViewContext, change: Change): readonly Sentence[] {
  if (change.kind === 'delete') return [reasonOf(context, change)];
  const { text } = context;
  const because = change.because ?? [];
  return [
    ...(because.length > 0
      ? [sentence(text, 'changes.because', { names: namesOf(context, because) })]
      : []),
    ...diffInWords(context, change),
  ];
}

/** Why a thing is gone, and where to go. */
export function reasonOf(context: ViewContext, { reason, successor }: Change): Sentence {
  const { catalogue, text } = context;
  if (successor !== undefined) {
    const path = catalogue.pathOf(successor);
    const name: Value =
      path === undefined
        ? { text: successor }
        : { ...catalogue.label(successor, text.lang), href: `/${text.lang}${path}` };
    return sentence(text, reason === 'renamed' ? 'changes.renamed' : 'changes.replaced', { name });
  }
  return [{ text: text.t(reason === 'demoted' ? 'changes.demoted' : 'changes.withdrawn') }];
}

/** A thing that is public has its page; one that is gone has its history. */
export function changeTitle(context: ViewContext, change: Change): Value {
  const { catalogue, text } = context;
  const { thing, title = {} } = change;
  const path = catalogue.pathOf(thing);
  const literals = Object.entries(title).map(([lang, value]) => exactLiteral(value, lang));
  const [then] = inBestLanguage(literals, text.lang);
  const name = then
    ? langString(then, text.lang)
    : path === undefined
      ? { text: text.t('changes.untitled') }
      : catalogue.label(thing, text.lang);
  return {
    ...name,
    href: path === undefined ? historyHref(context, thing) : `/${text.lang}${path}`,
  };
}

function causeTitle(context: ViewContext, group: ChangeGroup): Value {
  const { text } = context;
  const names = namesOf(context, group[0].because ?? []);
  const things = countOf(context, group);
  return { text: text.t('changes.cause', { names, things }) };
}

function countOf({ text }: ViewContext, group: ChangeGroup): string {
  const isDatasets = group.every(({ type }) => type === 'datasett');
  return text.count(isDatasets ? 'quality.datasets' : 'changes.things', group.length);
}

function namesOf({ catalogue, text }: ViewContext, iris: readonly string[]): string {
  const names = iris.map((iri) => catalogue.label(iri, text.lang).text);
  return new Intl.ListFormat(text.lang, { type: 'conjunction' }).format(names);
}

function affected(context: ViewContext, group: ChangeGroup): ChangeEntry['affected'] {
  const { text } = context;
  const things = group.slice(0, MAX_AFFECTED).map((one) => changeTitle(context, one));
  const left = group.length - things.length;
  return {
    summary: text.t('changes.affected', { things: countOf(context, group) }),
    things: left > 0 ? [...things, { text: text.t('changes.andMore', { count: left }) }] : things,
  };
}

function metaOf(context: ViewContext, change: Change): Value[] {
  const { catalogue, text } = context;
  const { type, publisher, at } = change;
  const kind = text.find(`kind.${type}`);
  return [
    ...(kind === undefined ? [] : [{ text: kind }]),
    ...(publisher !== undefined && catalogue.graph.has(publisher)
      ? [catalogue.label(publisher, text.lang)]
      : []),
    { text: text.t('changes.at', { time: localTime(at).slice(11, 16) }), datetime: at },
  ];
}
