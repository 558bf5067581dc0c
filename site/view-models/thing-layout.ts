/** Title, breadcrumbs, alternates and data block around the page of a thing. */
import { atomLink } from '../changes/atom-link.js';
import { DEFINITIONS } from '../local-paths.js';
import { isListName, type PageKind } from '../page-kinds.js';
import type { Found } from '../public-catalogue.js';
import type { LayoutOptions } from './layout.js';
import type { Link, ThingPage } from './page-model.js';
import { schemaOrgDataset } from './schema-org.js';
import { codeOf, type ViewContext } from './values.js';

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
    alternates: [...page.machine.formats, ...atomLinks(context, thing)],
    section: kind,
    jsonLd: kind === 'datasett' ? schemaOrgDataset(context, iri) : undefined,
  };
}

/** Followed by Atom: the changes of a dataset, and of all that an organisation publishes. */
function atomLinks(
  context: ViewContext,
  { kind, iri }: Extract<Found, { state: 'public' }>,
): ReturnType<typeof atomLink>[] {
  if (kind === 'datasett') return [atomLink(context, { dataset: codeOf(iri) })];
  return kind === 'virksomhet' ? [atomLink(context, { publisher: codeOf(iri) })] : [];
}

/** The page that lists things of this kind. */
function parentOf({ text }: ViewContext, kind: PageKind): Link | undefined {
  if (kind === 'term')
    return { href: `/${text.lang}${DEFINITIONS}`, text: text.t('kind.ontologi') };
  return isListName(kind)
    ? { href: `/${text.lang}/${kind}`, text: text.t(`list.${kind}.title`) }
    : undefined;
}
