/** The page of one change: all that it altered, in words and as data. Pure. */
import type { Change } from '../../src/model/change.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import type { Link, Value } from '../view-models/page-model.js';
import type { ViewContext } from '../view-models/values.js';
import { changeLog } from './change-log.js';
import { changeEntry, changeHref, historyHref, sentencesOf, type ChangeEntry } from './entry.js';
import { hasPatch, PATCH_TYPE } from './rdf-patch.js';
import type { Sentence } from './sentence.js';

export interface ChangePage {
  readonly entry: ChangeEntry;
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  readonly day: Value;
  readonly history?: Link | undefined;
  readonly earlier?: Link | undefined;
  readonly later?: Link | undefined;
  readonly iri: string;
  readonly formats: readonly {
    readonly href: string;
    readonly label: string;
    readonly type: string;
  }[];
}

export function changePage(context: ViewContext, change: Change, iri: string): ChangePage {
  const { catalogue, text } = context;
  const entry = changeEntry(context, [change]);
  const others = changeLog(catalogue.zone.changes).ofThing(change.thing);
  const place = others.indexOf(change);
  const link = (other: Change | undefined, key: string): Link | undefined =>
    other && { href: changeHref(text.lang, other), text: text.t(key) };
  const history = historyHref(context, change.thing);
  const path = `/endring/${change.key}`;
  return {
    entry,
    heading: text.t('changes.heading', { what: entry.tag.text, title: entry.title.text }),
    sentences: sentencesOf(context, change),
    day: { text: text.date(change.at), datetime: change.at },
    history: history === undefined ? undefined : { href: history, text: text.t('changes.history') },
    earlier: link(others[place + 1], 'changes.earlier'),
    later: link(others[place - 1], 'changes.later'),
    iri,
    formats: [
      ...MAIN_SYNTAXES.map(({ extension, label, mediaType }) => ({
        href: `${path}.${extension}`,
        label,
        type: mediaType,
      })),
      ...(hasPatch(change) ? [{ href: `${path}.rdfp`, label: 'RDF Patch', type: PATCH_TYPE }] : []),
    ],
  };
}
