/** What happened last to a thing, on its own page, and the way to all of it. */
import type { Section } from '../view-models/page-model.js';
import type { ViewContext } from '../view-models/values.js';
import { changeLog } from './change-log.js';
import { changeHref, historyHref } from './entry.js';

const SHOWN = 3;

/** Nothing for what the log does not follow. */
export function historySection(context: ViewContext, thing: string): Section[] {
  const { catalogue, text } = context;
  const changes = changeLog(catalogue.zone.changes).ofThing(thing);
  const href = historyHref(context, thing);
  if (changes.length === 0 || href === undefined) return [];
  return [
    {
      id: 'historikk',
      heading: text.t('changes.history'),
      list: changes.slice(0, SHOWN).map((change) => ({
        text: `${text.t(`changes.kind.${change.kind}`)} ${text.date(change.at)}`,
        href: changeHref(text.lang, change),
      })),
      more: { href, text: text.count('changes.all', changes.length) },
    },
  ];
}
