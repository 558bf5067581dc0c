/** Title, breadcrumbs, alternates and data block around the page of a thing. */
import { DEFINITIONS } from '../local-paths.js';
import { isListName, type PageKind } from '../page-kinds.js';
import type { Found } from '../public-catalogue.js';
import type { LayoutOptions } from './layout.js';
import type { Link, ThingPage } from './page-model.js';
import { schemaOrgDataset } from './schema-org.js';
import type { ViewContext } from './values.js';

export function thingLayout(
  context: ViewContext,
  thing: Extract<Found, { state: 'public' }>,
  page: ThingPage,
): LayoutOptions {
  const { catalogue } = context;
  const { kind, iri } = thing;
  const list = parentOf(context, kind) ?? { text: page.kindLabel };
  return {
    title: page.title.text,
    description: page.lead[0]?.text,
    path: catalogue.pathOf(iri),
    breadcrumbs: [list, { text: page.title.text }],
    alternates: page.machine.formats,
    section: kind,
    jsonLd: kind === 'datasett' ? schemaOrgDataset(context, iri) : undefined,
  };
}

/** The page that lists things of this kind. */
function parentOf({ text }: ViewContext, kind: PageKind): Link | undefined {
  if (kind === 'term')
    return { href: `/${text.lang}${DEFINITIONS}`, text: text.t('kind.ontologi') };
  return isListName(kind)
    ? { href: `/${text.lang}/${kind}`, text: text.t(`list.${kind}.title`) }
    : undefined;
}
