/** The page of a thing: head, sections of its kind, and the part for machines. Pure. */
import { dcat, dct, rdfs, skos } from '../../src/rdf/vocabularies.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import type { PageKind } from '../page-kinds.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { catalogueBody } from './catalogue.js';
import { codeBody, codeListBody, conceptBody } from './concept.js';
import { datasetBody } from './dataset.js';
import { distributionBody } from './distribution.js';
import { FactSheet } from './facts.js';
import { contactBody, organisationBody, supplierBody } from './organisation.js';
import { modelBody, moduleBody } from './model.js';
import { modelLicenceSection } from './model-parts.js';
import { objectTypeBody, propertyBody } from './object-type.js';
import type { Machine, Section, ThingPage, Value } from './page-model.js';
import { ontologyBody } from './ontology.js';
import { processingBody, protocolBody } from './processing.js';
import { seriesBody } from './series.js';
import { dataServiceBody } from './service-body.js';
import { fetchSnippets } from './snippets.js';
import { systemBody } from './system.js';
import { termBody } from './term.js';
import type { BodyBuilder } from './thing-body.js';
import { thingHistory } from './thing-history.js';
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
  const history = thingHistory(context, iri, sheet);
  const sections = [
    ...body.sections,
    ...sheet.rest(),
    ...modelLicenceSection(context, iri),
    ...history,
  ];
  return {
    kindLabel: text.t(`kind.${kind}`),
    title: catalogue.label(iri, text.lang),
    subtitle: body.subtitle ?? [],
    tags: body.tags ?? [],
    actions: body.actions ?? [],
    lead: paragraphsOf(context, iri, dct.description, skos.definition, rdfs.comment),
    contents: contents(context, sections),
    sections,
    machine: machine(context, iri),
  };
}

/** A page of fewer sections is seen at a glance. */
const MIN_SECTIONS = 4;

function contents({ text }: ViewContext, sections: readonly Section[]): Value[] {
  if (sections.length < MIN_SECTIONS) return [];
  return [
    ...sections.map(({ id, heading, headingLang, shortHeading = heading }) => ({
      href: `#${id}`,
      text: shortHeading,
      lang: headingLang,
    })),
    { href: '#maskiner', text: text.t('machine.short') },
  ];
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
    linkset: `${path}/linkset.json`,
    sparql: { query, href: `/${text.lang}/sparql?query=${encodeURIComponent(query)}` },
    snippets: fetchSnippets(...whatToFetch(catalogue, iri)),
  };
}

/** The first file of a dataset or a distribution; of all else the description. */
function whatToFetch({ graph }: PublicCatalogue, iri: string): Parameters<typeof fetchSnippets> {
  const holders = [iri, ...graph.nodes(iri, dcat.distribution).map(({ value }) => value)];
  const [file] = holders.flatMap((one) => graph.nodes(one, dcat.downloadURL));
  return file ? [file.value, { isFile: true }] : [iri, { headers: { Accept: 'text/turtle' } }];
}
