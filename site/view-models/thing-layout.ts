/** Title, breadcrumbs, alternates and data block around the page of a thing. */
import { atomLink } from '../changes/atom-link.js';
import { DEFINITIONS } from '../local-paths.js';
import { isListName, type PageKind } from '../page-kinds.js';
import type { Lang } from '../../src/model/lang-text.js';
import type { Link } from '../headers.js';
import type { Found, PublicCatalogue } from '../public-catalogue.js';
import { thingPageLinks } from '../signposting.js';
import type { LayoutOptions } from './layout.js';
import type { ThingPage } from './page-model.js';
import { schemaOrg, type Crumb } from './schema-org.js';
import { codeOf, type ViewContext } from './values.js';

export function thingLayout(
  context: ViewContext,
  thing: Extract<Found, { state: 'public' }>,
  page: ThingPage,
): LayoutOptions {
  const { catalogue } = context;
  const { kind, iri } = thing;
  const list: Crumb = parentOf(context, kind) ?? { text: page.kindLabel };
  const breadcrumbs = [list, { text: page.title.text }];
  return {
    title: page.title.text,
    description: page.lead[0]?.text,
    path: catalogue.pathOf(iri),
    breadcrumbs,
    alternates: [...page.machine.formats, ...atomLinks(context, thing)],
    section: kind,
    links: headLinks(catalogue, iri, context.text.lang),
    jsonLd: schemaOrg(context, thing, breadcrumbs),
  };
}

/** The relations that FAIR Signposting asks for; the others stand in the head already, or are many. */
const IN_HEAD = new Set(['cite-as', 'describedby', 'author', 'license', 'collection', 'linkset']);

function headLinks(catalogue: PublicCatalogue, iri: string, lang: Lang): Link[] {
  return thingPageLinks(catalogue, iri, lang).filter(({ rel }) => IN_HEAD.has(rel));
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
function parentOf({ text }: ViewContext, kind: PageKind): Crumb | undefined {
  if (kind === 'term')
    return { href: `/${text.lang}${DEFINITIONS}`, text: text.t('kind.ontologi') };
  return isListName(kind)
    ? { href: `/${text.lang}/${kind}`, text: text.t(`list.${kind}.title`) }
    : undefined;
}
