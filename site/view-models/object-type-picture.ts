/** An object type among those it has relations to: what refers to it and what is more general on the left, the rest on the right. Pure. */
import { boxesIn, linesOf, pictureOf, type Tie } from './diagrams.js';
import type { Picture } from './picture.js';
import type { ViewContext } from './values.js';

/** Undefined for one that stands alone. `restHref`: where all of them are told. */
export function objectTypePicture(
  context: ViewContext,
  iri: string,
  { ties, restHref }: { readonly ties: readonly Tie[]; readonly restHref: string },
): Picture | undefined {
  const others = ties.filter(({ from, to }) => from !== to);
  if (others.length === 0) return undefined;
  const columns = new Map([[iri, 0]]);
  for (const { from, to, type } of others) {
    const other = from === iri ? to : from;
    // General on the left of special, whichever of them says so.
    const isLeft = (type.style === 'inheritance') === (from === iri);
    if (!columns.has(other)) columns.set(other, isLeft ? -1 : 1);
  }
  const { nodes, boxFor } = boxesIn(context, columns, { current: iri, restHref });
  const { catalogue, text } = context;
  return pictureOf(
    context,
    { nodes, edges: linesOf(others, (one) => boxFor.get(one)) },
    {
      id: 'relasjoner-bilde',
      title: text.t('pictures.model.picture', { name: catalogue.label(iri, text.lang).text }),
      description: text.t('pictures.model.description'),
    },
  );
}
