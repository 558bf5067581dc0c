/** The page of a thing that was published once (safety C5, F7): when it went, why, what came instead. What was demoted has no title. */
import { dct } from '../../src/rdf/vocabularies.js';
import { changeLog } from '../changes/change-log.js';
import { historyHref } from '../changes/entry.js';
import { sentence, type Sentence } from '../changes/sentence.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import { textOf } from '../labels.js';
import { localPath } from '../local-paths.js';
import { isListName } from '../page-kinds.js';
import type { Value } from './page-model.js';
import type { ViewContext } from './values.js';

export interface GonePage {
  readonly status: 410;
  readonly title: string;
  readonly thing?: Value | undefined;
  readonly when?: Value | undefined;
  readonly why: string;
  readonly iri: string;
  /** What a reader can do now. */
  readonly help: readonly Sentence[];
  readonly formats: readonly {
    readonly href: string;
    readonly label: string;
    readonly type: string;
  }[];
}

export function gonePage(context: ViewContext, iri: string): GonePage {
  const { catalogue, text } = context;
  const { tombstones, settings } = catalogue;
  const modified = tombstones.text(iri, dct.modified);
  const path = localPath(settings.base, iri) ?? '';
  return {
    status: 410,
    title: text.t('error.gone.title'),
    thing: textOf(tombstones, iri, [dct.title], text.lang),
    when: modified === undefined ? undefined : { text: text.date(modified), datetime: modified },
    why: text.t(`error.gone.reason.${reasonOf(context, iri)}`),
    iri,
    help: helpOf(context, iri),
    formats: MAIN_SYNTAXES.map(({ extension, label, mediaType }) => ({
      href: `${path}.${extension}`,
      label,
      type: mediaType,
    })),
  };
}

function reasonOf(context: ViewContext, iri: string): string {
  const { tombstones, zone } = context.catalogue;
  const [latest] = changeLog(zone.changes).ofThing(iri);
  const reason = latest?.reason ?? (tombstones.text(iri, dct.title) ? 'withdrawn' : 'demoted');
  const isReplaced = tombstones.node(iri, dct.isReplacedBy) !== undefined;
  return reason === 'withdrawn' && isReplaced ? 'replaced' : reason;
}

function helpOf(context: ViewContext, iri: string): readonly Sentence[] {
  const { catalogue, text } = context;
  const { settings, tombstones } = catalogue;
  const successor = tombstones.node(iri, dct.isReplacedBy)?.value;
  const page = successor === undefined ? undefined : catalogue.pathOf(successor);
  const isLogged = changeLog(catalogue.zone.changes).ofThing(iri).length > 0;
  const history = isLogged ? historyHref(context, iri) : undefined;
  const list = localPath(settings.base, iri)?.split('/')[1] ?? '';
  return [
    ...(successor !== undefined && page !== undefined
      ? [
          sentence(text, 'error.gone.help.successor', {
            name: { ...catalogue.label(successor, text.lang), href: `/${text.lang}${page}` },
          }),
        ]
      : []),
    ...(settings.contact === undefined
      ? []
      : [
          sentence(text, 'error.gone.help.ask', {
            contact: { text: settings.contact, href: `mailto:${settings.contact}` },
          }),
        ]),
    [{ text: text.t('error.gone.help.cite') }],
    ...(history === undefined ? [] : [[{ text: text.t('changes.history'), href: history }]]),
    isListName(list)
      ? [{ text: text.t(`list.${list}.title`), href: `/${text.lang}/${list}` }]
      : [{ text: text.t('nav.home'), href: `/${text.lang}/` }],
  ];
}
