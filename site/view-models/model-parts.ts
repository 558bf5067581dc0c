/** What pages of a model's elements share: lists of links, the mark of machine text, and whose model it is. */
import { modelOf } from '../../src/rdf/model-of.js';
import { dct, kdm } from '../../src/rdf/vocabularies.js';
import type { FactSheet } from './facts.js';
import type { Section, Tag } from './page-model.js';
import { nodeValue, valuesOf, type ViewContext } from './values.js';

export function translationTags(
  { catalogue, text }: ViewContext,
  iri: string,
  sheet: FactSheet,
): readonly Tag[] {
  sheet.cover(kdm.translationStatus);
  return catalogue.graph.text(iri, kdm.translationStatus) === 'machine'
    ? [{ text: text.t('tag.machineText'), tone: 'info' }]
    : [];
}

/** Sections of links; nothing when there are none. */
export function listSection(
  context: ViewContext,
  id: string,
  things: readonly string[],
): Section[] {
  const { text } = context;
  return things.length === 0
    ? []
    : [
        {
          id,
          heading: `${text.t(`section.${id}`)} (${text.number(things.length)})`,
          list: things.map((one) => nodeValue(context, one)),
        },
      ];
}

/** Whose model it is and under which licence, on the page of every element (EUPL-1.2 asks for both). */
export function modelLicenceSection(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const model = modelOf(catalogue.graph, iri);
  if (model === undefined) return [];
  return [
    {
      id: 'modell',
      heading: text.t('section.model'),
      paragraphs: valuesOf(context, model, dct.bibliographicCitation),
      facts: [
        ...(model === iri
          ? []
          : [{ label: text.t('kind.modell'), values: [nodeValue(context, model)] }]),
        {
          label: text.t('column.license'),
          values: catalogue.graph
            .nodes(model, dct.license)
            .map(({ value }) => ({ ...nodeValue(context, value), href: value })),
          missing: text.t('value.notStated'),
        },
      ],
    },
  ];
}
