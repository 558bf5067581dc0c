/** `/utviklere`: how programs get at everything here, told with addresses of this very catalogue, so that each example runs. Pure. */
import { dct } from '../../src/rdf/vocabularies.js';
import { DOCUMENT_SYNTAXES, MAIN_SYNTAXES } from '../document-syntaxes.js';
import { feedTable } from './developers-feeds.js';
import type { Fact, Link, Section, Table, Value } from './page-model.js';
import { fetchSnippets, inShell, type Snippet } from './snippets.js';
import { querySnippets } from './sparql-snippets.js';
import { limitsOf } from './sparql.js';
import { valuesOf, type ViewContext } from './values.js';

export interface DevelopersPage {
  readonly heading: string;
  readonly lead: string;
  readonly contents: readonly Link[];
  readonly sections: readonly Section[];
}

/** What the examples are about: the first dataset of the list, or the catalogue where there is none. */
interface Example {
  readonly iri: string;
  readonly path: string;
  readonly title: string;
}

export function developersPage(context: ViewContext): DevelopersPage {
  const { text } = context;
  const example = exampleOf(context);
  const sections = [
    start(context),
    identifiers(context, example),
    formats(context, example),
    feeds(context),
    sparql(context),
    search(context, example),
    caching(context, example),
    promises(context),
    terms(context),
  ];
  return {
    heading: text.t('developers.title'),
    lead: text.t('developers.lead'),
    contents: sections.map(({ id, heading }) => ({ href: `#${id}`, text: heading })),
    sections,
  };
}

function exampleOf({ catalogue, text }: ViewContext): Example {
  const { catalog } = catalogue.settings;
  const iri = catalogue.list('datasett', text.lang)[0] ?? catalog;
  const path = catalogue.pathOf(iri) ?? '/katalog';
  return { iri, path, title: catalogue.label(iri, text.lang).text };
}

const LIST_DATASETS = `PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>

SELECT ?dataset ?title WHERE {
  ?dataset a dcat:Dataset ; dct:title ?title .
  FILTER (LANG(?title) = "nb")
}
ORDER BY ?title`;

function start(context: ViewContext): Section {
  const protocol = {
    query: LIST_DATASETS,
    defaultGraphs: [],
    namedGraphs: [],
    format: undefined,
  };
  const endpoint = `${context.catalogue.settings.base}sparql`;
  return {
    ...head(context, 'start'),
    snippets: querySnippets(endpoint, protocol, 'application/sparql-results+json'),
  };
}

function identifiers(context: ViewContext, { iri, path, title }: Example): Section {
  const { text } = context;
  const fact = (name: string, shown: string, href?: string): Fact => ({
    label: text.t(`developers.iri.${name}`),
    values: [{ text: shown, href }],
  });
  return {
    ...head(context, 'iri'),
    facts: [
      fact('thing', title),
      fact('iri', iri, new URL(iri).pathname),
      fact('page', `/${text.lang}${path}`, `/${text.lang}${path}`),
      fact('document', `${path}.ttl`, `${path}.ttl`),
    ],
    snippets: fetchSnippets(iri, { headers: { Accept: 'text/turtle' } }),
  };
}

function formats(context: ViewContext, { iri, path }: Example): Section {
  const { text } = context;
  const table: Table = {
    caption: text.t('developers.formats'),
    columns: ['format', 'type', 'extension'].map((name) => text.t(`developers.formats.${name}`)),
    rows: DOCUMENT_SYNTAXES.map(({ label, mediaType, extension }) => ({
      head: [{ text: label }],
      cells: [
        cell(text.t('value.notStated'), { text: mediaType }),
        cell(text.t('value.notStated'), { text: `.${extension}`, href: `${path}.${extension}` }),
      ],
    })),
  };
  const snippets = MAIN_SYNTAXES.map(({ label, mediaType, extension }): Snippet => ({
    id: extension,
    language: `curl: ${label}`,
    code: fetchSnippets(iri, { headers: { Accept: mediaType } })[0]?.code ?? '',
  }));
  return { ...head(context, 'formats'), table, snippets };
}

function feeds(context: ViewContext): Section {
  return { ...head(context, 'feeds'), table: feedTable(context) };
}

function sparql(context: ViewContext): Section {
  const { text } = context;
  return {
    ...head(context, 'sparql'),
    explanations: limitsOf(context),
    more: { href: `/${text.lang}/sparql`, text: text.t('developers.sparql.more') },
  };
}

function search(context: ViewContext, { title }: Example): Section {
  const { text, catalogue } = context;
  const { base } = catalogue.settings;
  const word = encodeURIComponent(/\p{L}+/u.exec(title)?.[0] ?? 'data');
  const hits = `${base}${text.lang}/sok`;
  const example = (id: string, address: string): Snippet => ({
    id,
    language: text.t(`developers.search.${id}`),
    code: `curl --fail ${inShell(address)}`,
  });
  return {
    ...head(context, 'search'),
    snippets: [
      example('json', `${hits}.json?q=${word}`),
      example('csv', `${hits}.csv?q=${word}&type=datasett`),
      example('suggest', `${base}api/forslag?q=${word}&lang=${text.lang}`),
    ],
    more: { href: `/${text.lang}/api`, text: text.t('developers.search.more') },
  };
}

/** curl keeps the tag in a file of its own, and the second time gets 304 and nothing more. */
function caching(context: ViewContext, { path }: Example): Section {
  const { base } = context.catalogue.settings;
  const code = [
    'curl --fail --etag-save etag.txt --etag-compare etag.txt',
    `--output ${inShell('data.ttl')}`,
    inShell(`${base}${path.slice(1)}.ttl`),
  ].join(' \\\n  ');
  return {
    ...head(context, 'caching'),
    snippets: [{ id: 'etag', language: 'curl', code }],
  };
}

function promises(context: ViewContext): Section {
  const { text } = context;
  const explanations = ['reuse', 'moved', 'gone', 'more', 'whole'].map((name) => ({
    term: text.t(`developers.promises.${name}`),
    text: text.t(`developers.promises.${name}.text`),
  }));
  return { ...head(context, 'promises'), explanations };
}

function terms(context: ViewContext): Section {
  const { text, catalogue } = context;
  const { catalog, contact } = catalogue.settings;
  const missing = text.t('value.notStated');
  return {
    ...head(context, 'terms'),
    facts: [
      {
        label: text.t('developers.terms.licence'),
        values: valuesOf(context, catalog, dct.license),
        missing,
      },
      {
        label: text.t('developers.terms.contact'),
        values: contact === undefined ? [] : [{ text: contact, href: `mailto:${contact}` }],
        missing,
      },
      {
        label: text.t('developers.terms.software'),
        values: [{ text: text.t('developers.terms.software.text') }],
      },
    ],
  };
}

/** Heading and what it is about, each by the name of the section. */
function head({ text }: ViewContext, id: string): Section {
  return {
    id,
    heading: text.t(`developers.${id}`),
    paragraphs: [{ text: text.t(`developers.${id}.text`) }],
  };
}

function cell(missing: string, ...values: Value[]): Table['rows'][number]['cells'][number] {
  return { values, missing };
}
