/** `/.well-known/api-catalog` (RFC 9727): our own API and the public data services, as a linkset (RFC 9264 §4.2). Pure. */
import { dcat, foaf } from '../../src/rdf/vocabularies.js';
import { isSafeHref } from '../local-paths.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { serviceLinks } from './service-links.js';

export const API_CATALOG_TYPE =
  'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

interface Target {
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
}
type Context = { readonly anchor: string } & Readonly<Record<string, readonly Target[] | string>>;

/** Services in the order of their IRIs; those without an address that can be called are left out. */
export function apiCatalog(catalogue: PublicCatalogue): { readonly linkset: readonly Context[] } {
  const { base } = catalogue.settings;
  const services = [...catalogue.list('datatjeneste', 'nb')].sort();
  const described = services.flatMap((iri) => serviceContext(catalogue, iri));
  const own: Context = {
    anchor: base,
    ...Object.fromEntries(
      serviceLinks(catalogue, 'nb').map(({ rel, ...target }) => [rel, [target]] as const),
    ),
    'service-meta': [{ href: `${base}void.ttl`, type: 'text/turtle' }],
    status: [{ href: `${base}healthz`, type: 'text/plain' }],
  };
  const item = [own, ...described].map(({ anchor }) => ({ href: anchor }));
  return { linkset: [{ anchor: `${base}.well-known/api-catalog`, item }, own, ...described] };
}

function serviceContext({ graph }: PublicCatalogue, iri: string): Context[] {
  const addresses = (predicate: typeof dcat.endpointURL): Target[] =>
    graph
      .objects(iri, predicate)
      .map(({ value }) => value)
      .filter((value) => isSafeHref(value) && /^https?:/i.test(value))
      .sort()
      .map((href) => ({ href }));
  const [anchor] = addresses(dcat.endpointURL);
  if (!anchor) return [];
  const links = {
    'service-desc': addresses(dcat.endpointDescription),
    'service-doc': addresses(foaf.page),
    describedby: [{ href: iri }],
  };
  const stated = Object.entries(links).filter(([, targets]) => targets.length > 0);
  return [{ anchor: anchor.href, ...Object.fromEntries(stated) }];
}
