/** A dataset in unqualified Dublin Core (http://www.openarchives.org/OAI/2.0/oai_dc/): what of its description fits there. */
import type { NamedNode, Term } from '../../src/rdf/terms.js';
import { isLiteral } from '../../src/rdf/terms.js';
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { element, text, type Xml } from './xml.js';

export const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
export const OAI_DC_SCHEMA = 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd';
const DC = 'http://purl.org/dc/elements/1.1/';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Element → properties whose values it holds, in the order of the schema. */
const ELEMENTS: readonly (readonly [string, readonly NamedNode[]])[] = [
  ['dc:title', [dct.title]],
  ['dc:creator', [dct.creator]],
  ['dc:subject', [dcat.keyword, dcat.theme, dct.subject]],
  ['dc:description', [dct.description]],
  ['dc:publisher', [dct.publisher]],
  ['dc:date', [dct.modified, dct.issued]],
  ['dc:language', [dct.language]],
  ['dc:relation', [dcat.inSeries, dct.relation]],
  ['dc:coverage', [dct.spatial]],
  ['dc:rights', [dct.accessRights]],
];

export function oaiDublinCore(catalogue: PublicCatalogue, identifier: string): Xml {
  const { graph } = catalogue;
  const licences = graph
    .nodes(identifier, dcat.distribution)
    .flatMap((one) => graph.objects(one, dct.license));
  const stated = ELEMENTS.map(([name, properties]) => {
    const values = properties.flatMap((property) => graph.objects(identifier, property));
    return [name, name === 'dc:rights' ? [...values, ...licences] : values] as const;
  });
  const elements = stated.flatMap(([name, values]) =>
    values.map((value) => valueElement(catalogue, name, value)),
  );
  return dublinCore([
    element('dc:identifier', {}, text(identifier)),
    element('dc:type', {}, text('Dataset')),
    ...new Set(elements),
  ]);
}

/** A text in its language, or what a thing is called; the IRI of what we know nothing of. */
function valueElement(catalogue: PublicCatalogue, name: string, value: Term): Xml {
  if (isLiteral(value)) {
    const language = value.language === '' ? undefined : value.language;
    return element(name, { 'xml:lang': language }, text(value.value));
  }
  if (!catalogue.graph.has(value)) return element(name, {}, text(value.value));
  const called = catalogue.label(value.value, 'nb');
  return element(name, { 'xml:lang': called.lang ?? 'nb' }, text(called.text));
}

/** Texts in each of their languages, as a description of a set. */
export function titlesAsDublinCore(titles: Readonly<Record<string, string>>): Xml {
  return dublinCore(
    Object.entries(titles).map(([language, title]) =>
      element('dc:title', { 'xml:lang': language }, text(title)),
    ),
  );
}

function dublinCore(elements: readonly Xml[]): Xml {
  const namespaces = {
    'xmlns:oai_dc': OAI_DC,
    'xmlns:dc': DC,
    'xmlns:xsi': XSI,
    'xsi:schemaLocation': `${OAI_DC} ${OAI_DC_SCHEMA}`,
  };
  return element('oai_dc:dc', namespaces, ...elements);
}
