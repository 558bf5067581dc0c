/** How terms are named on pages: our own, classes of others, and elements of GGM. */
import { dct, owl } from '../../src/rdf/vocabularies.js';
import { compactName } from './facts.js';
import type { Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

/** Class, property that leads to a thing, or property with a text, number or date. */
export function termKind({ catalogue, text }: ViewContext, iri: string): string {
  const types = catalogue.graph.types(iri);
  if (types.includes(owl.Class.value)) return text.t('term.class');
  return text.t(types.includes(owl.ObjectProperty.value) ? 'term.link' : 'term.literal');
}

const GGM = 'urn:uuid:';

/** Terms, classes of others and GGM elements: by the name that people know, else the short one. */
export function termValue(context: ViewContext, iri: string): Value {
  const { catalogue, text } = context;
  if (iri.startsWith(GGM)) return ggmValue(context, iri);
  const value = nodeValue(context, iri);
  if (value.text !== iri) {
    const isOthers = value.href === undefined && iri.startsWith('http');
    return isOthers ? { ...value, href: iri, note: compactName(iri) } : value;
  }
  const label = catalogue.graph.has(iri) ? catalogue.label(iri, text.lang).text : compactName(iri);
  return { ...value, text: label };
}

/** A GGM element by its Dutch name, or the imported object type when the catalogue has the model (model.md 3). */
function ggmValue(context: ViewContext, iri: string): Value {
  const { graph, settings } = context.catalogue;
  const id = graph.text(iri, dct.identifier) ?? '';
  const imported = `${settings.base}id/objekttype/ggm-${id.toLowerCase()}`;
  return { ...nodeValue(context, graph.has(imported) ? imported : iri), note: 'GGM' };
}
