/** Title, breadcrumbs, alternates and data block around the page of a thing. */
import { isListName } from '../page-kinds.js';
import type { Found } from '../public-catalogue.js';
import type { LayoutOptions } from './layout.js';
import type { ThingPage } from './page-model.js';
import { schemaOrgDataset } from './schema-org.js';
import type { ViewContext } from './values.js';

export function thingLayout(
  context: ViewContext,
  thing: Extract<Found, { state: 'public' }>,
  page: ThingPage,
): LayoutOptions {
  const { catalogue, text } = context;
  const { kind, iri } = thing;
  const list = isListName(kind)
    ? [{ href: `/${text.lang}/${kind}`, text: text.t(`list.${kind}.title`) }]
    : [{ text: page.kindLabel }];
  return {
    title: page.title.text,
    description: page.lead[0]?.text,
    path: catalogue.pathOf(iri),
    breadcrumbs: [...list, { text: page.title.text }],
    alternates: page.machine.formats,
    section: kind,
    jsonLd: kind === 'datasett' ? schemaOrgDataset(context, iri) : undefined,
  };
}
