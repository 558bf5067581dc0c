/** From what is about the catalogue to what describes its API (RFC 8631). */
import type { Lang } from '../../src/model/lang-text.js';
import type { Link } from '../headers.js';
import type { PublicCatalogue } from '../public-catalogue.js';

export function serviceLinks({ settings }: Pick<PublicCatalogue, 'settings'>, lang: Lang): Link[] {
  const { base } = settings;
  return [
    { href: `${base}openapi.json`, rel: 'service-desc', type: 'application/json' },
    { href: `${base}${lang}/api`, rel: 'service-doc', type: 'text/html', hreflang: lang },
  ];
}
