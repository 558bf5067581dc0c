/** Where the changes are as Atom, for readers of news to discover. */
import type { LayoutOptions } from '../view-models/layout.js';
import type { ViewContext } from '../view-models/values.js';
import { filterQuery, type ChangeFilter } from './change-filter.js';

export const ATOM = 'application/atom+xml';

type Alternate = NonNullable<LayoutOptions['alternates']>[number];

export function atomLink({ text, catalogue }: ViewContext, filter: ChangeFilter): Alternate {
  const name = catalogue.settings.name[text.lang];
  return {
    href: `/${text.lang}/endringer.atom${filterQuery(filter)}`,
    type: ATOM,
    title: text.t('changes.atom.title', { name }),
  };
}
