/**
 * The schema.org description of a thing for search engines (site.md 10.4; portals.md 1.3, Google): nothing that the page does
 * not show. Properties and lengths as https://developers.google.com/search/docs/appearance/structured-data/dataset asks.
 */
import { isLiteral, type NamedNode } from '../../src/rdf/terms.js';
import { dcat, dct, foaf, org, skos } from '../../src/rdf/vocabularies.js';
import { shortened } from '../changes/differing.js';
import { inBestLanguage, textOf } from '../labels.js';
import { isSafeHref } from '../local-paths.js';
import type { PageKind } from '../page-kinds.js';
import { accessText, licencesOf } from './access.js';
import { formatValues } from './distribution.js';
import { accessCode } from './tags.js';
import { codeOf, pageHref, type ViewContext } from './values.js';

const MIN_DESCRIPTION = 50;
const MAX_DESCRIPTION = 5000;
/** Codes of the EU's table of languages → BCP 47. */
const LANGUAGES: Readonly<Record<string, string>> = {
  NOB: 'nb',
  NNO: 'nn',
  NOR: 'no',
  ENG: 'en',
  SME: 'se',
};

const ABOUT: Readonly<Partial<Record<PageKind, (context: ViewContext, iri: string) => object>>> = {
  datasett: dataset,
  katalog: dataCatalog,
  virksomhet: organisationPage,
  begrep: definedTerm,
};

/** One block a page: the thing, where search engines know its kind, and the way to it. */
export function schemaOrg(
  context: ViewContext,
  { iri, kind }: { readonly iri: string; readonly kind: PageKind },
  trail: readonly Crumb[],
): object {
  const about = ABOUT[kind]?.(context, iri);
  return {
    '@context': 'https://schema.org/',
    '@graph': [...(about ? [about] : []), breadcrumbs(context, trail)],
  };
}

/** The front page tells of the catalogue as a whole. */
export function schemaOrgHome(context: ViewContext): object {
  const about = dataCatalog(context, context.catalogue.settings.catalog);
  return { '@context': 'https://schema.org/', '@graph': [about] };
}

/** A step on the way from the front page; the page itself has no address of its own here. */
export interface Crumb {
  readonly text: string;
  readonly href?: string | undefined;
}

function breadcrumbs({ catalogue, text }: ViewContext, trail: readonly Crumb[]): object {
  const { base } = catalogue.settings;
  const steps: Crumb[] = [{ text: text.t('nav.home'), href: `/${text.lang}/` }, ...trail];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((one, index) =>
      stated({
        '@type': 'ListItem',
        position: index + 1,
        name: one.text,
        item: one.href && base + one.href.slice(1),
      }),
    ),
  };
}

function dataCatalog(context: ViewContext, iri: string): object {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  return stated({
    '@type': 'DataCatalog',
    '@id': iri,
    url: absolute(context, iri),
    name: catalogue.label(iri, text.lang).text,
    description: textOf(graph, iri, [dct.description], text.lang)?.text,
    license: graph.nodes(iri, dct.license).map(({ value }) => value),
    publisher: organisation(context, graph.node(iri, dct.publisher)),
    dateModified: graph.text(iri, dct.modified),
  });
}

function organisationPage(context: ViewContext, iri: string): object {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  const parent = graph.node(iri, org.subOrganizationOf);
  return stated({
    '@type': 'Organization',
    '@id': iri,
    url: absolute(context, iri),
    name: catalogue.label(iri, text.lang).text,
    alternateName: graph.literals(iri, skos.altLabel).map(({ value }) => value),
    identifier: graph.text(iri, dct.identifier),
    sameAs: graph
      .nodes(iri, foaf.homepage)
      .map(({ value }) => value)
      .filter(isSafeHref),
    parentOrganization: organisation(context, parent),
  });
}

function definedTerm(context: ViewContext, iri: string): object {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  const scheme = graph.node(iri, skos.inScheme)?.value;
  return stated({
    '@type': 'DefinedTerm',
    '@id': iri,
    url: absolute(context, iri),
    name: catalogue.label(iri, text.lang).text,
    description: textOf(graph, iri, [skos.definition], text.lang)?.text,
    inDefinedTermSet: scheme && {
      '@type': 'DefinedTermSet',
      '@id': scheme,
      name: catalogue.label(scheme, text.lang).text,
    },
  });
}

/** Properties without a value are left out. */
function dataset(context: ViewContext, iri: string): object {
  const { catalogue, text } = context;
  const { graph, settings } = catalogue;
  const isOpen = accessCode(context, iri) === 'PUBLIC';
  const publisher = organisation(context, graph.node(iri, dct.publisher));
  const series = graph.node(iri, dcat.inSeries)?.value;
  return stated({
    '@type': 'Dataset',
    '@id': iri,
    identifier: iri,
    url: absolute(context, iri),
    sameAs: graph
      .nodes(iri, dcat.landingPage)
      .map(({ value }) => value)
      .filter(isSafeHref),
    name: catalogue.label(iri, text.lang).text,
    description: description(context, iri),
    keywords: inBestLanguage(graph.literals(iri, dcat.keyword), text.lang).map((one) => one.value),
    license: licencesOf(context, iri).map((one) => one.value),
    isAccessibleForFree: isOpen,
    creator: organisation(context, graph.node(iri, dct.creator)) ?? publisher,
    publisher,
    temporalCoverage: temporalCoverage(context, iri),
    spatialCoverage: graph.objects(iri, dct.spatial).map((place) => ({
      '@type': 'Place',
      name: isLiteral(place) ? place.value : catalogue.label(place.value, text.lang).text,
    })),
    variableMeasured: variables(context, iri),
    inLanguage: graph
      .nodes(iri, dct.language)
      .flatMap(({ value }) => LANGUAGES[codeOf(value)] ?? []),
    datePublished: graph.text(iri, dct.issued),
    dateModified: graph.text(iri, dct.modified),
    version: graph.text(iri, dcat.version),
    isPartOf: series && {
      '@type': 'Dataset',
      '@id': series,
      name: catalogue.label(series, text.lang).text,
    },
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': settings.catalog,
      name: settings.name[text.lang],
      url: `${settings.base}${text.lang}/`,
    },
    distribution: isOpen ? downloads(context, iri) : undefined,
  });
}

function stated(properties: Readonly<Record<string, unknown>>): object {
  const kept = Object.entries(properties).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

/** A short one goes on with what the page says of access: too short, the whole dataset is passed over. */
function description(context: ViewContext, iri: string): string {
  const { catalogue, text } = context;
  const own = textOf(catalogue.graph, iri, [dct.description], text.lang)?.text.trim() ?? '';
  const whole = own.length < MIN_DESCRIPTION ? `${own} ${accessText(context, iri)}`.trim() : own;
  return shortened(whole, MAX_DESCRIPTION - ' …'.length);
}

function organisation(context: ViewContext, agent: NamedNode | undefined): object | undefined {
  if (!agent) return undefined;
  const name = context.catalogue.label(agent.value, context.text.lang).text;
  return stated({
    '@type': 'Organization',
    '@id': agent.value,
    name,
    url: absolute(context, agent.value),
  });
}

/** The page, at its own address. */
function absolute(context: ViewContext, iri: string): string | undefined {
  const href = pageHref(context, iri);
  return href === undefined ? undefined : context.catalogue.settings.base + href.slice(1);
}

/** Only what can be downloaded: an address of access is often a page. */
function downloads(context: ViewContext, iri: string): object[] {
  const { graph } = context.catalogue;
  return graph.nodes(iri, dcat.distribution).flatMap((distribution) =>
    graph
      .nodes(distribution, dcat.downloadURL)
      .filter(({ value }) => isSafeHref(value))
      .map((download) =>
        stated({
          '@type': 'DataDownload',
          name: textOf(graph, distribution.value, [dct.title], context.text.lang)?.text,
          contentUrl: download.value,
          encodingFormat: formatValues(context, distribution.value)[0]?.text,
          contentSize: sizeOf(graph.text(distribution, dcat.byteSize)),
          dateModified: graph.text(distribution, dct.modified),
        }),
      ),
  );
}

function sizeOf(bytes: string | undefined): string | undefined {
  return bytes === undefined ? undefined : `${bytes} B`;
}

/** Names of the columns, where the page shows them. */
function variables({ catalogue }: ViewContext, iri: string): string[] {
  const names = catalogue.graph
    .nodes(iri, dcat.distribution)
    .flatMap(({ value }) => catalogue.previewOf(value)?.columns ?? [])
    .map(({ name }) => name);
  return [...new Set(names)];
}

/** ISO 8601 interval text: `2019-01-01/..`. */
function temporalCoverage({ catalogue }: ViewContext, iri: string): string | undefined {
  const period = catalogue.graph.node(iri, dct.temporal);
  if (!period) return undefined;
  const start = catalogue.graph.text(period, dcat.startDate);
  const end = catalogue.graph.text(period, dcat.endDate);
  return start || end ? `${start ?? '..'}/${end ?? '..'}` : undefined;
}
