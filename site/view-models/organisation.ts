/** Organisation, supplier and contact pages: what they answer for. Counts come from the zone alone (C6). */
import { dcat, dct, dpv, foaf, kdm, org, skos, vcard } from '../../src/rdf/vocabularies.js';
import { percentOf } from '../../src/quality/bands.js';
import type { FactSheet } from './facts.js';
import type { Fact, Section } from './page-model.js';
import { pointingHere, relatedSection } from './related.js';
import type { ThingBody } from './thing-body.js';
import { FEW } from './quality-rows.js';
import { codeOf, nodeValue, type ViewContext } from './values.js';

export function organisationBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  const children = pointingHere(context, iri, catalogue.kindOf(iri), [
    org.subOrganizationOf,
    org.unitOf,
  ]);
  const facts = [
    numberFact(context, sheet),
    ...sheet.stated(skos.altLabel, org.subOrganizationOf, org.unitOf, foaf.homepage, kdm.unitLevel),
    ...qualityFact(context, iri),
  ];
  return {
    sections: [
      { id: 'oversikt', heading: text.t('section.overview'), facts },
      ...responsibilities(context, iri),
      ...(children.length > 0
        ? [
            {
              id: 'underlagt',
              heading: `${text.t('section.children')} (${text.number(children.length)})`,
              list: children.map((one) => nodeValue(context, one)),
            },
          ]
        : []),
    ],
  };
}

/** The public register of organisations; a page for each number. */
const REGISTER = 'https://data.brreg.no/enhetsregisteret/oppslag/enheter/';

function numberFact({ text }: ViewContext, sheet: FactSheet): Fact {
  const fact = sheet.expected(dct.identifier);
  const values = fact.values.map((one) =>
    /^\d{9}$/.test(one.text)
      ? { ...one, href: REGISTER + one.text, hidden: ` ${text.t('organisation.register')}` }
      : one,
  );
  return { ...fact, label: text.t('column.identifier'), values };
}

/** Average of its descriptions, where there are so many that nobody is judged by one or two. */
function qualityFact({ catalogue, text }: ViewContext, iri: string): Fact[] {
  const found = catalogue.zone.quality?.publishers.find(({ publisher }) => publisher === iri);
  if (!found || found.datasets < FEW) return [];
  const percent = percentOf(found.scores.no);
  const sum = text.t('organisation.quality', {
    percent,
    datasets: text.count('quality.datasets', found.datasets),
  });
  return [
    { label: text.t('quality.title'), values: [{ text: sum, href: qualityPage(text.lang, iri) }] },
  ];
}

function qualityPage(lang: string, iri: string): string {
  return `/${lang}/kvalitet?utgiver=${encodeURIComponent(codeOf(iri))}`;
}

function responsibilities(context: ViewContext, iri: string): Section[] {
  const { text } = context;
  const key = context.catalogue.pathOf(iri)?.split('/').at(-1) ?? '';
  const all = (list: string): string => `/${text.lang}/${list}?utgiver=${encodeURIComponent(key)}`;
  const section = (
    kind: 'datasett' | 'datatjeneste' | 'system' | 'behandling',
    ...predicates: Parameters<typeof pointingHere>[3][number][]
  ): Section[] =>
    relatedSection(context, pointingHere(context, iri, kind, predicates), {
      id: kind,
      heading: text.t(`list.${kind}.title`),
      kind,
      allHref: all(kind),
      ...(kind === 'datatjeneste' ? {} : { empty: text.t(`organisation.no.${kind}`) }),
    });
  return [
    ...section('datasett', dct.publisher),
    ...section('datatjeneste', dct.publisher),
    ...section('system', kdm.systemOwner, kdm.systemManager),
    ...section('behandling', dct.publisher, dpv.hasDataController),
    ...protocols(context, iri),
  ];
}

function protocols(context: ViewContext, iri: string): Section[] {
  const found = pointingHere(context, iri, 'protokoll', [dct.publisher]);
  if (found.length === 0) return [];
  const heading = context.text.t('kind.protokoll');
  return [{ id: 'protokoll', heading, list: found.map((one) => nodeValue(context, one)) }];
}

export function supplierBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  const systems = pointingHere(context, iri, 'system', [kdm.supplier]);
  const processings = pointingHere(context, iri, 'behandling', [dpv.hasDataProcessor]);
  return {
    sections: [
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [numberFact(context, sheet), ...sheet.stated(kdm.country, foaf.homepage)],
      },
      ...relatedSection(context, systems, {
        id: 'systemer',
        heading: text.t('section.supplies'),
        kind: 'system',
        empty: text.t('supplier.empty'),
      }),
      ...relatedSection(context, processings, {
        id: 'behandlinger',
        heading: text.t('section.processor'),
        kind: 'behandling',
      }),
    ],
  };
}

export function contactBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(vcard.fn, kdm.approvedContact);
  const related = (['datasett', 'datatjeneste', 'system'] as const).flatMap((kind) =>
    relatedSection(context, pointingHere(context, iri, kind, [dcat.contactPoint]), {
      id: kind,
      heading: text.t(`list.${kind}.title`),
      kind,
    }),
  );
  return {
    sections: [
      {
        id: 'kontakt',
        heading: text.t('section.contact'),
        facts: [sheet.expected(vcard.hasEmail), ...sheet.stated(vcard.hasTelephone, vcard.hasURL)],
      },
      ...related,
    ],
  };
}
