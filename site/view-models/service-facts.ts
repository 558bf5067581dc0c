/** What the page of a data service and its explorer have in common: where it is, how one is let in, how it is called. Pure. */
import type { ApiAuthentication, ApiDescription } from '../../src/model/api-description.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { isSafeHref } from '../local-paths.js';
import { accessCode } from './tags.js';
import type { Fact, Value } from './page-model.js';
import { pageHref, type ViewContext } from './values.js';

export function descriptionOf({ catalogue }: ViewContext, iri: string): ApiDescription | undefined {
  const { apis } = catalogue.zone;
  return apis && Object.hasOwn(apis, iri) ? apis[iri] : undefined;
}

export function explorerHref(context: ViewContext, iri: string): string | undefined {
  const page = pageHref(context, iri);
  return page === undefined ? undefined : `${page}/utforsk`;
}

/** Where its operations are: as the catalogue has it, else the description's first server. */
export function serviceAddress(context: ViewContext, iri: string): string | undefined {
  const servers = descriptionOf(context, iri)?.servers ?? [];
  const endpoints = context.catalogue.graph.objects(iri, dcat.endpointURL).map((one) => one.value);
  return [...servers, ...endpoints].find(isWebAddress)?.replace(/\/+$/, '');
}

function isWebAddress(value: string): boolean {
  return isSafeHref(value) && /^https?:/i.test(value);
}

/** Told in words: open, by key, by Maskinporten. */
export function authenticationFact(context: ViewContext, iri: string): Fact {
  const { text } = context;
  const description = descriptionOf(context, iri);
  const label = text.t('explorer.authentication');
  const missing = text.t('value.notStated');
  if (!description) return { label, values: [], missing };
  const { authentication: ways, operations } = description;
  const isOpen = operations.length > 0 && operations.every((one) => one.isOpen);
  if (ways.length === 0 || isOpen) {
    // A description that says nothing of keys is not to be believed where the catalogue knows better.
    const isKnownOpen = accessCode(context, iri) !== 'RESTRICTED';
    return { label, values: isKnownOpen ? [{ text: text.t('explorer.auth.none') }] : [], missing };
  }
  return { label, values: ways.map((one) => authenticationValue(context, one)), missing };
}

function authenticationValue({ text }: ViewContext, way: ApiAuthentication): Value {
  if (way.kind === 'apiKey')
    return { text: text.t(`explorer.auth.apiKey.${way.in}`, { name: way.name }) };
  const scopes = 'scopes' in way ? way.scopes : [];
  const note = scopes.length > 0 ? { note: scopes.join(', ') } : {};
  return { text: text.t(`explorer.auth.${way.kind}`), ...note };
}
