/** What surrounds every page: name, navigation, languages, notice, breadcrumbs, footer. */
import { LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { dct } from '../../src/rdf/vocabularies.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import { isSafeHref } from '../local-paths.js';
import type { StaticFiles } from '../static-files.js';
import type { Link } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

export interface LayoutOptions {
  readonly title: string;
  readonly description?: string | undefined;
  /** Path of this page without language prefix, with the parameters we know; undefined for errors. */
  readonly path?: string | undefined;
  readonly breadcrumbs?: readonly { readonly href?: string | undefined; readonly text: string }[];
  readonly alternates?: readonly {
    readonly href: string;
    readonly type: string;
    /** For those who choose among several, as readers of news do. */
    readonly title?: string | undefined;
  }[];
  /** Typed links for machines, as in the headers. */
  readonly links?: readonly {
    readonly rel: string;
    readonly href: string;
    readonly type?: string;
  }[];
  readonly jsonLd?: object | undefined;
  /** Scripts of this page alone (site/static/js): all it shows and does works without them too. */
  readonly scripts?: readonly string[] | undefined;
  /** Name of the navigation entry that the page is under. */
  readonly section?: string | undefined;
}

/** As OpenGraph writes languages (https://ogp.me, og:locale). */
const LOCALES: Readonly<Record<Lang, string>> = { nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' };
/** Scripts of every page. */
const SCRIPTS: readonly string[] = ['copy.js', 'suggest.js'];

const NAVIGATION = [
  'datasett',
  'datatjeneste',
  'begrep',
  'system',
  'behandling',
  'virksomhet',
] as const;

export function layoutModel(
  context: ViewContext,
  files: StaticFiles,
  options: LayoutOptions,
): object {
  const { catalogue, text } = context;
  const { settings } = catalogue;
  const { path } = options;
  const lang = text.lang;
  const theme = files.theme(settings.theme);
  const picture = files.picture(theme);
  const absolute = (one: Lang): string => `${settings.base}${one}${path ?? '/'}`;
  return {
    lang,
    title: options.title,
    description: options.description?.replace(/\s+/g, ' ').slice(0, 160),
    siteName: settings.name[lang],
    home: `/${lang}/`,
    sheets: [
      'inter.css',
      'designsystemet-theme.css',
      'designsystemet.css',
      'app.css',
      `theme/${theme}.css`,
    ].map((sheet) => `${files.root}/${sheet}`),
    scripts: [...SCRIPTS, ...(options.scripts ?? [])].map((script) => `${files.root}/${script}`),
    picture:
      picture === undefined ? undefined : `${settings.base}${files.root.slice(1)}/${picture}`,
    icon: `${files.root}/icon.svg`,
    canonical: path === undefined ? undefined : absolute(lang),
    hreflangs:
      path === undefined
        ? []
        : [
            ...LANGUAGES.map((one) => ({ lang: one, href: absolute(one) })),
            { lang: 'x-default', href: absolute('nb') },
          ],
    locales: [lang, ...LANGUAGES.filter((one) => one !== lang)].map((one) => LOCALES[one]),
    links: options.links ?? [],
    alternates: options.alternates ?? [],
    navigation: [
      ...NAVIGATION.map((name) => ({
        href: `/${lang}/${name}`,
        text: text.t(`nav.${name}`),
        isCurrent: options.section === name,
      })),
      {
        href: `/${lang}/kvalitet`,
        text: text.t('nav.kvalitet'),
        isCurrent: options.section === 'kvalitet',
      },
      {
        href: `/${lang}/endringer`,
        text: text.t('changes.title'),
        isCurrent: options.section === 'endringer',
      },
      { href: `/${lang}/sparql`, text: 'SPARQL', isCurrent: options.section === 'sparql' },
    ],
    languages: LANGUAGES.map((one) => ({
      lang: one,
      text: text.t(`language.${one}`),
      href: `/${one}${path ?? '/'}`,
      isCurrent: one === lang,
    })),
    notice: settings.notice?.[lang],
    breadcrumbs: options.breadcrumbs ?? [],
    jsonLd: options.jsonLd,
    footer: footer(context),
  };
}

function footer(context: ViewContext): object {
  const { catalogue, text } = context;
  const { graph, settings } = catalogue;
  const modified = graph.text(settings.catalog, dct.modified);
  const licence = graph.node(settings.catalog, dct.license);
  const statement = settings.accessibilityStatement;
  return {
    publisher: settings.publisher[text.lang],
    contact:
      settings.contact === undefined
        ? undefined
        : { href: `mailto:${settings.contact}`, text: settings.contact },
    accessibility:
      statement !== undefined && isSafeHref(statement)
        ? { href: statement, text: text.t('footer.accessibility') }
        : undefined,
    formats: MAIN_SYNTAXES.map(({ extension, label }): Link => ({
      href: `/katalog.${extension}`,
      text: label,
    })),
    licence: licence ? nodeValue(context, licence.value).text : undefined,
    modified:
      modified === undefined ? undefined : { text: text.date(modified), datetime: modified },
  };
}
