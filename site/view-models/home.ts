/** The home page (site.md 3.1): search, themes, figures, what is new, and a way in for each who comes. Counts come from the zone alone (C6). */
import { euTable, dcat, dct } from '../../src/rdf/vocabularies.js';
import { percentOf } from '../../src/quality/bands.js';
import { inBestLanguage, textOf } from '../labels.js';
import { byLabel } from '../public-catalogue.js';
import { facetCode } from '../search-request.js';
import { labelValue } from './hvd-rows.js';
import { listItem, type ListItem } from './lists.js';
import type { Link, Value } from './page-model.js';
import type { ViewContext } from './values.js';

const RECENT = 5;
const SUGGESTIONS = 3;
const THEMES = `${euTable('data-theme')}/`;
const COUNTED = ['datasett', 'datatjeneste', 'begrep', 'system', 'behandling'] as const;

export interface Counted {
  readonly href: string;
  readonly label: Value;
  readonly count: string;
}
export interface HomePage {
  readonly heading: string;
  readonly lead: readonly Value[];
  /** Words that have hits. */
  readonly suggestions: readonly Link[];
  readonly figures: readonly Counted[];
  readonly themes: readonly Counted[];
  readonly recent: readonly ListItem[];
  readonly hvd?: HighValue | undefined;
  readonly wish?: Link | undefined;
}
interface HighValue {
  readonly summary: string;
  readonly categories: readonly { readonly name: Value; readonly count: string }[];
}

export function homePage(context: ViewContext): HomePage {
  const { catalogue, text } = context;
  const { graph, settings } = catalogue;
  const description = textOf(graph, settings.catalog, [dct.description], text.lang);
  return {
    heading: text.t('home.heading', { name: settings.name[text.lang] }),
    lead: description ? [description] : [],
    suggestions: suggestions(context),
    figures: [...COUNTED.map((name) => listFigure(context, name)), ...qualityFigure(context)],
    themes: themes(context),
    recent: recentDatasets(context).map((iri) => listItem(context, 'datasett', iri)),
    hvd: highValue(context),
    wish: wish(context),
  };
}

function listFigure({ catalogue, text }: ViewContext, name: (typeof COUNTED)[number]): Counted {
  return {
    href: `/${text.lang}/${name}`,
    label: { text: text.t(`nav.${name}`) },
    count: text.number(catalogue.list(name, text.lang).length),
  };
}

function qualityFigure({ catalogue, text }: ViewContext): Counted[] {
  const { quality } = catalogue.zone;
  if (!quality || quality.datasets.length === 0) return [];
  const percent = percentOf(quality.catalogue.scores.no);
  return [
    {
      href: `/${text.lang}/kvalitet`,
      label: { text: text.t('home.quality') },
      count: text.t('home.percent', { percent }),
    },
  ];
}

/** The keywords that most datasets have, in the language of the page if there are any, as far as a search for them finds something. */
function suggestions({ catalogue, text }: ViewContext): Link[] {
  const { graph, search } = catalogue;
  const keywords = catalogue
    .list('datasett', text.lang)
    .flatMap((dataset) => inBestLanguage(graph.literals(dataset, dcat.keyword), text.lang));
  const own = keywords.filter(({ language }) => language === text.lang);
  const uses = new Map<string, number>();
  for (const { value } of own.length > 0 ? own : keywords)
    uses.set(value, (uses.get(value) ?? 0) + 1);
  const order = new Intl.Collator('nb');
  const found: Link[] = [];
  const ranked = [...uses].sort(([a, m], [b, n]) => n - m || order.compare(a, b));
  for (const [word] of ranked) {
    if (found.length === SUGGESTIONS) break;
    if (!search || search.search({ text: word }).hits.length === 0) continue;
    const parameters = new URLSearchParams({ q: word });
    found.push({ href: `/${text.lang}/sok?${parameters.toString()}`, text: word });
  }
  return found;
}

function themes({ catalogue, text }: ViewContext): Counted[] {
  const counts = catalogue.search?.search({ text: '', types: ['datasett'] }).counts.tema;
  if (!counts) return [];
  const used = [...counts.keys()].filter((iri) => iri.startsWith(THEMES));
  return byLabel(used, (iri) => catalogue.label(iri, text.lang).text).map((iri) => {
    const parameters = new URLSearchParams({ type: 'datasett', tema: facetCode(iri) });
    return {
      href: `/${text.lang}/sok?${parameters.toString()}`,
      label: catalogue.label(iri, text.lang),
      count: text.count('home.datasets', counts.get(iri) ?? 0),
    };
  });
}

function recentDatasets({ catalogue, text }: ViewContext): string[] {
  const modified = (iri: string): string => catalogue.graph.text(iri, dct.modified) ?? '';
  return [...catalogue.list('datasett', text.lang)]
    .filter((iri) => modified(iri) !== '')
    .sort((a, b) => modified(b).localeCompare(modified(a), 'en'))
    .slice(0, RECENT);
}

function highValue({ catalogue, text }: ViewContext): HighValue | undefined {
  const { hvd } = catalogue.zone;
  if (!hvd || hvd.datasets.length === 0) return undefined;
  const tally = (ready: number, all: number): string => text.t('home.hvd.ready', { ready, all });
  return {
    summary: tally(hvd.datasets.filter(({ isReady }) => isReady).length, hvd.datasets.length),
    categories: hvd.categories
      .filter(({ datasets }) => datasets.length > 0)
      .map(({ label, ready, datasets }) => ({
        name: labelValue(label, text.lang),
        count: tally(ready, datasets.length),
      })),
  };
}

/** A letter that asks for data that is not there. */
function wish({ catalogue, text }: ViewContext): Link | undefined {
  const { contact } = catalogue.settings;
  if (contact === undefined) return undefined;
  const subject = encodeURIComponent(text.t('home.wish.subject'));
  return { href: `mailto:${contact}?subject=${subject}`, text: text.t('home.wish.link') };
}
