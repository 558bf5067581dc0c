/** Categories of people and of personal data, with what is sensitive said in words beside it. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { dpv } from '../../src/rdf/vocabularies.js';
import type { Value } from './page-model.js';
import { isSpecial } from './tags.js';
import { nodeValue, valuesOf, type ViewContext } from './values.js';

/** Special categories and vulnerable groups are marked in text, not by colour. */
export function markedValues(context: ViewContext, iri: string, predicate: NamedNode): Value[] {
  const { catalogue, text } = context;
  const mark = (node: NamedNode): string | undefined => {
    if (isSpecial(context, node)) return text.t('mark.special');
    const types = catalogue.graph.types(node);
    return types.includes(dpv.VulnerableDataSubject.value) ? text.t('mark.vulnerable') : undefined;
  };
  const nodes = catalogue.graph.nodes(iri, predicate);
  if (!nodes.some((node) => mark(node) !== undefined)) return valuesOf(context, iri, predicate);
  const collator = new Intl.Collator('nb');
  return nodes
    .map((node): Value => {
      const value = nodeValue(context, node.value);
      const note = [mark(node), value.note].filter((one) => one !== undefined).join(' · ');
      return note === '' ? value : { ...value, note };
    })
    .sort((a, b) => collator.compare(a.text, b.text));
}
