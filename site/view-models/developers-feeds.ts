/** The catalogue as a whole: where it is, for whom, and what may be relied upon. Only what this revision has. Pure. */
import { FDK_FILE, FDK_SERVICES_FILE } from '../../src/feed/feed-files.js';
import type { Table, TableRow } from './page-model.js';
import type { ViewContext } from './values.js';

interface Feed {
  /** Of its texts: `developers.feed.{name}`. */
  readonly name: string;
  readonly path: string;
  /** File of the zone without which there is no such feed. */
  readonly file?: string;
}

export function feedTable(context: ViewContext): Table {
  const { text, catalogue } = context;
  const columns = ['address', 'what', 'whom', 'promise'];
  return {
    caption: text.t('developers.feeds'),
    columns: columns.map((name) => text.t(`developers.feeds.${name}`)),
    rows: feedsIn(text.lang)
      .filter(({ file }) => file === undefined || Object.hasOwn(catalogue.zone.files, file))
      .map((feed) => feedRow(context, feed)),
  };
}

function feedsIn(lang: string): readonly Feed[] {
  return [
    { name: 'whole', path: '/katalog.ttl' },
    { name: 'pages', path: '/katalog?side=1' },
    { name: 'dump', path: '/dump.nq' },
    { name: 'stream', path: '/feed/endringer' },
    { name: 'atom', path: `/${lang}/endringer.atom` },
    { name: 'oai', path: '/oai?verb=Identify' },
    { name: 'fdk', path: `/${FDK_FILE}`, file: FDK_FILE },
    { name: 'fdkServices', path: `/${FDK_SERVICES_FILE}`, file: FDK_SERVICES_FILE },
    { name: 'void', path: '/void.ttl' },
    { name: 'context', path: '/def/kdm/context.jsonld' },
    { name: 'sitemap', path: '/sitemap.xml', file: 'sitemap.xml' },
  ];
}

function feedRow({ text }: ViewContext, { name, path }: Feed): TableRow {
  const missing = text.t('value.notStated');
  return {
    id: `feed-${name}`,
    head: [{ text: path, href: path }],
    cells: ['what', 'whom', 'promise'].map((part) => ({
      values: [{ text: text.t(`developers.feed.${name}.${part}`) }],
      missing,
    })),
  };
}
