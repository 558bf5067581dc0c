/** The page of a thing: head, sections of its kind, and the part for machines. Pure. */
import { dct, rdfs, skos } from '../../src/rdf/vocabularies.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import { historySection } from '../changes/history-section.js';
import type { PageKind } from '../page-kinds.js';
import { catalogueBody } from './catalogue.js';
import { codeBody, codeListBody, conceptBody } from './concept.js';
import { datasetBody, seriesBody } from './dataset.js';
import { dataServiceBody, distributionBody } from './distribution.js';
import { FactSheet } from './facts.js';
import { contactBody, organisationBody, supplierBody } from './organisation.js';
import { modelBody, moduleBody } from './model.js';
import { modelLicenceSection } from './model-parts.js';
import { objectTypeBody, propertyBody } from './object-type.js';
import type { Machine, ThingPage } from './page-model.js';
import { ontologyBody } from './ontology.js';
import { processingBody, protocolBody } from './processing.js';
import { systemBody } from './system.js';
import { termBody } from './term.js';
import type { BodyBuilder } from './thing-body.js';
import { paragraphsOf, type ViewContext } from './values.js';

const BODIES: Readonly<Record<PageKind, BodyBuilder>> = {
  katalog: catalogueBody,
  datasett: datasetBody,
  serie: seriesBody,
  distribusjon: distributionBody,
  datatjeneste: dataServiceBody,
  system: systemBody,
  behandling: processingBody,
  protokoll: protocolBody,
  virksomhet: organisationBody,
  enhet: organisationBody,
  leverandor: supplierBody,
  kontakt: contactBody,
  kodeliste: codeListBody,
  kode: codeBody,
  begrep: conceptBody,
  modell: modelBody,
  modul: moduleBody,
  objekttype: objectTypeBody,
  attributt: propertyBody,
  assosiasjon: propertyBody,
  ontologi: ontologyBody,
  term: termBody,
  annet: () => ({ sections: [] }),
};

export function thingPage(context: ViewContext, iri: string): ThingPage {
  const { catalogue, text } = context;
  const kind = catalogue.kindOf(iri);
  const sheet = new FactSheet(context, iri);
  const body = BODIES[kind](context, iri, sheet);
  return {
    kindLabel: text.t(`kind.${kind}`),
    title: catalogue.label(iri, text.lang),
    subtitle: body.subtitle ?? [],
    tags: body.tags ?? [],
    lead: paragraphsOf(context, iri, dct.description, skos.definition, rdfs.comment),
    sections: [
      ...body.sections,
      ...sheet.rest(),
      ...modelLicenceSection(context, iri),
      ...historySection(context, iri),
    ],
    machine: machine(context, iri),
  };
}

function machine({ catalogue, text }: ViewContext, iri: string): Machine {
  const path = catalogue.pathOf(iri) ?? '';
  const query = `SELECT ?property ?value WHERE {\n  <${iri}> ?property ?value\n}`;
  return {
    iri,
    formats: MAIN_SYNTAXES.map(({ extension, label, mediaType }) => ({
      href: `${path}.${extension}`,
      label,
      type: mediaType,
    })),
    sparqlHref: `/${text.lang}/sparql?query=${encodeURIComponent(query)}`,
  };
}
