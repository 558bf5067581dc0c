/** Words about an element: those of the source, and before them those made by hand (`ontology/labels/ggm-nb.ttl`). */
import type { MapContext } from '../../src/harvest/harvester.js';
import { LANGUAGES } from '../../src/model/lang-text.js';
import type { ResourceBuilder } from '../../src/rdf/resource.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { dct, kdm } from '../../src/rdf/vocabularies.js';
import { globalIri } from './ids.js';
import type { Described, Texts } from './payload.js';

export interface WordProperties {
  readonly title: NamedNode;
  readonly description: NamedNode;
}
const TITLE_AND_DESCRIPTION: WordProperties = { title: dct.title, description: dct.description };

/** States title and description, and whether a machine wrote some of it. */
export function words(
  builder: ResourceBuilder,
  { codes }: MapContext,
  { id, title, description = {}, isMachineText }: Described,
  properties = TITLE_AND_DESCRIPTION,
): ResourceBuilder {
  const known = globalIri(id);
  const byHand = (text: typeof codes.label): Texts =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const found = known && text(known, language);
        return found === undefined ? [] : [[language, found]];
      }),
    );
  const titles = byHand((iri, language) => codes.label(iri, language));
  const descriptions = byHand((iri, language) => codes.definition(iri, language));
  stateTexts(builder, properties.title, { ...title, ...titles });
  stateTexts(builder, properties.description, { ...description, ...descriptions });
  const isLeft = (texts: Texts, hand: Texts): boolean =>
    Object.keys(texts).some((language) => language !== 'nl' && !(language in hand));
  if (isMachineText && (isLeft(title, titles) || isLeft(description, descriptions)))
    builder.value(kdm.translationStatus, 'machine');
  return builder;
}

export function stateTexts(builder: ResourceBuilder, property: NamedNode, texts: Texts): void {
  for (const language of Object.keys(texts).sort())
    builder.text(property, texts[language], language);
}
