/** Object types, their attributes and relations: what a model says can be recorded (model.md 4.1). */
import { isLang } from '../../src/model/lang-text.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { dct, kdm, modelldcatno, skos, xsd } from '../../src/rdf/vocabularies.js';
import { byLabel } from '../public-catalogue.js';
import type { LineStyle } from '../pictures/diagram.js';
import type { Tie } from './diagrams.js';
import type { FactSheet } from './facts.js';
import { listSection, translationTags } from './model-parts.js';
import { objectTypePicture } from './object-type-picture.js';
import type { Fact, Section, Value } from './page-model.js';
import { combinable, pointingHere, relatedSection } from './related.js';
import type { ThingBody } from './thing-body.js';
import { nodeValue, pageHref, valuesOf, type ViewContext } from './values.js';

export function objectTypeBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(modelldcatno.hasProperty, skos.exactMatch);
  const datasets = pointingHere(context, iri, 'datasett', [kdm.realises]);
  return {
    tags: translationTags(context, iri, sheet),
    subtitle: sheet.stated(modelldcatno.belongsToModule, kdm.policyArea),
    sections: [
      ...combinable(
        context,
        relatedSection(context, datasets, {
          id: 'datasett',
          heading: text.t('section.realisedBy'),
          kind: 'datasett',
          empty: text.t('objectType.noDatasets'),
        }),
      ),
      attributeSection(context, iri),
      ...relationSections(context, iri),
      ...listSection(context, 'arver', generalsOf(context, iri)),
      ...listSection(context, 'arvinger', specialsOf(context, iri)),
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [
          ...ownNames(context, iri),
          ...sheet.stated(skos.altLabel, skos.closeMatch, dct.subject, dct.identifier),
        ],
      },
    ],
  };
}

/** What the model itself says: mapping sheets are written in its words, not in our translation. */
function ownNames({ catalogue, text }: ViewContext, iri: string): Fact[] {
  const values = catalogue.graph
    .literals(iri, dct.title)
    .filter(({ language }) => !isLang(language))
    .map(({ value, language }): Value => ({ text: value, lang: language }));
  return values.length === 0 ? [] : [{ label: text.t('objectType.ownName'), values }];
}

function propertiesOf({ catalogue, text }: ViewContext, iri: string, type: NamedNode): string[] {
  const { graph } = catalogue;
  const own = graph
    .nodes(iri, modelldcatno.hasProperty)
    .filter((one) => graph.types(one).includes(type.value))
    .map(({ value }) => value);
  return byLabel(new Set(own), (one) => catalogue.label(one, text.lang).text);
}

function attributeSection(context: ViewContext, iri: string): Section {
  const { text } = context;
  const attributes = propertiesOf(context, iri, modelldcatno.Attribute);
  const heading = text.t('section.attributes');
  if (attributes.length === 0)
    return { id: 'attributter', heading, empty: text.t('objectType.noAttributes') };
  const missing = text.t('value.notStated');
  return {
    id: 'attributter',
    heading: `${heading} (${text.number(attributes.length)})`,
    table: {
      caption: heading,
      columns: [text.t('column.title'), text.t('column.type'), text.t('column.howMany')],
      rows: attributes.map((one) => ({
        head: [nodeValue(context, one)],
        cells: [
          { values: typeValues(context, one), missing },
          { values: [{ text: howMany(context, one) }], missing },
        ],
      })),
    },
  };
}

const TYPES = [
  modelldcatno.hasValueFrom,
  modelldcatno.containsObjectType,
  modelldcatno.hasDataType,
  modelldcatno.hasSimpleType,
  kdm.sourceDatatype,
] as const;

function typeValues(context: ViewContext, attribute: string): readonly Value[] {
  return TYPES.flatMap((property) => valuesOf(context, attribute, property));
}

/** `0..1`, `1..*`; the asterisk is said in words. */
function howMany({ catalogue, text }: ViewContext, property: string): string {
  const { graph } = catalogue;
  const min = graph.text(property, modelldcatno.minOccurs) ?? '?';
  const max = graph.text(property, modelldcatno.maxOccurs) ?? '?';
  if (max === '*' || max === 'n') return text.t('howMany.atLeast', { min });
  return min === max ? min : text.t('howMany.between', { min, max });
}

function relationSections(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const own = propertiesOf(context, iri, modelldcatno.Association);
  const others = pointingHere(context, iri, 'assosiasjon', [modelldcatno.references]);
  const rows = [
    ...own.map((one) => ({ relation: one, from: iri, to: targetOf(context, one) })),
    ...others.map((one) => ({ relation: one, from: ownerOf(context, one), to: iri })),
  ];
  const picture = objectTypePicture(context, iri, {
    ties: [
      ...rows.flatMap(({ from, to }) => (from && to ? [tie(from, to, 'association')] : [])),
      ...generalsOf(context, iri).map((one) => tie(iri, one, 'inheritance')),
      ...specialsOf(context, iri).map((one) => tie(one, iri, 'inheritance')),
    ],
    restHref: `${pageHref(context, iri) ?? ''}#relasjoner`,
  });
  const heading = text.t('section.relations');
  if (rows.length === 0) return picture ? [{ id: 'relasjoner', heading, picture }] : [];
  const missing = text.t('value.notStated');
  const value = (one: string | undefined): readonly Value[] =>
    one === undefined
      ? []
      : [one === iri ? catalogue.label(one, text.lang) : nodeValue(context, one)];
  return [
    {
      id: 'relasjoner',
      heading: `${heading} (${text.number(rows.length)})`,
      picture,
      table: {
        caption: heading,
        columns: ['relation', 'from', 'to', 'howMany'].map((name) => text.t(`column.${name}`)),
        rows: rows.map(({ relation, from, to }) => ({
          head: [nodeValue(context, relation)],
          cells: [
            { values: value(from), missing },
            { values: value(to), missing },
            { values: [{ text: howMany(context, relation) }], missing },
          ],
        })),
      },
    },
  ];
}

function tie(from: string, to: string, style: LineStyle): Tie {
  return { from, to, type: { style } };
}

function targetOf({ catalogue }: ViewContext, relation: string): string | undefined {
  return catalogue.graph.node(relation, modelldcatno.references)?.value;
}
function ownerOf({ catalogue }: ViewContext, property: string): string | undefined {
  return catalogue.graph
    .pointingTo(property)
    .find(({ predicate }) => predicate.value === modelldcatno.hasProperty.value)?.subject.value;
}

function generalsOf(context: ViewContext, iri: string): string[] {
  const { graph } = context.catalogue;
  return propertiesOf(context, iri, modelldcatno.Specialization).flatMap((one) =>
    graph.nodes(one, modelldcatno.hasGeneralConcept).map(({ value }) => value),
  );
}

function specialsOf(context: ViewContext, iri: string): string[] {
  const found = pointingHere(context, iri, 'assosiasjon', [modelldcatno.hasGeneralConcept]).flatMap(
    (one) => ownerOf(context, one) ?? [],
  );
  return byLabel(new Set(found), (one) => context.catalogue.label(one, context.text.lang).text);
}

/** An attribute or a relation, seen from itself. */
export function propertyBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  const owner = ownerOf(context, iri);
  const many = context.catalogue.graph.text(iri, modelldcatno.minOccurs);
  sheet.cover(modelldcatno.minOccurs, modelldcatno.maxOccurs, xsd.minOccurs, xsd.maxOccurs);
  const facts = [
    ...sheet.stated(...TYPES, modelldcatno.references, modelldcatno.hasGeneralConcept),
    ...(many === undefined
      ? []
      : [{ label: text.t('column.howMany'), values: [{ text: howMany(context, iri) }] }]),
    ...sheet.stated(dct.source, dct.subject, dct.identifier),
  ];
  return {
    tags: translationTags(context, iri, sheet),
    subtitle: [
      ...(owner === undefined
        ? []
        : [{ label: text.t('kind.objekttype'), values: [nodeValue(context, owner)] }]),
      ...sheet.stated(modelldcatno.belongsToModule),
    ],
    sections: [{ id: 'oversikt', heading: text.t('section.overview'), facts }],
  };
}
