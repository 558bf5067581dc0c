/** Concepts that the municipality defines, and codes of code lists (policy areas and others) with what uses them. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { adms, dcat, dct, kdm, modelldcatno, skos } from '../../src/rdf/vocabularies.js';
import type { PageKind } from '../page-kinds.js';
import { langString } from '../labels.js';
import { byLabel } from '../public-catalogue.js';
import { tallyFacts } from './coverage.js';
import type { FactSheet } from './facts.js';
import type { Fact, Section, Value } from './page-model.js';
import { combinable, pointingHere, relatedSection } from './related.js';
import type { ThingBody } from './thing-body.js';
import { nodeValue, type ViewContext } from './values.js';

const MATCHES: readonly NamedNode[] = [
  skos.exactMatch,
  skos.closeMatch,
  skos.broadMatch,
  skos.narrowMatch,
  skos.relatedMatch,
];

export function conceptBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(skos.definition);
  return {
    subtitle: [sheet.expected(dct.publisher)],
    sections: [
      {
        id: 'oversikt',
        heading: text.t('section.concept'),
        facts: [
          ...termFacts(context, iri, sheet),
          sheet.expected(dct.source),
          ...sheet.stated(skos.scopeNote, skos.example, skos.broader, skos.narrower, skos.related),
          ...sheet.stated(...MATCHES, skos.inScheme, adms.status, dct.modified),
        ],
      },
      ...combinable(
        context,
        relatedSection(context, pointingHere(context, iri, 'datasett', [dct.subject]), {
          id: 'datasett',
          heading: text.t('section.usedIn'),
          kind: 'datasett',
          empty: text.t('concept.noDatasets'),
        }),
      ),
    ],
  };
}

/** What to call it, in each language; what may be said too, and what should not. */
function termFacts({ catalogue, text }: ViewContext, iri: string, sheet: FactSheet): Fact[] {
  const preferred = catalogue.graph
    .literals(iri, skos.prefLabel)
    .map((one) => langString(one, text.lang))
    .sort((a, b) => Number(a.lang !== undefined) - Number(b.lang !== undefined));
  const named = (key: string, values: readonly Value[]): Fact[] =>
    values.length > 0 ? [{ label: text.t(key), values }] : [];
  return [
    ...named('concept.preferred', preferred),
    ...named('concept.admitted', sheet.values(skos.altLabel)),
    ...named('concept.discouraged', sheet.values(skos.hiddenLabel)),
  ];
}

export function codeBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  return {
    subtitle: sheet.stated(skos.inScheme, skos.notation),
    sections: [
      ...usedIn(context, iri, 'datasett', [kdm.policyArea, dcat.theme, kdm.privacyLevel]),
      ...usedIn(context, iri, 'serie', [kdm.policyArea, dcat.theme]),
      ...usedIn(context, iri, 'datatjeneste', [kdm.policyArea, dcat.theme]),
      ...usedIn(context, iri, 'modul', [kdm.policyArea]),
      ...usedIn(context, iri, 'system', [
        kdm.policyArea,
        dcat.theme,
        kdm.ownershipModel,
        kdm.interfaceType,
        kdm.deliveryModel,
      ]),
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: sheet.stated(...MATCHES, dct.identifier),
      },
      ...areaCoverage(context, iri),
    ].filter((section) => section.facts?.length !== 0),
  };
}

/** How much of the model the municipality has data about here; nothing for a code that is no policy area. */
function areaCoverage({ catalogue, text }: ViewContext, iri: string): Section[] {
  const found = catalogue.zone.coverage?.areas.find(({ area }) => area?.iri === iri);
  if (!found) return [];
  const explanations = tallyFacts({ catalogue, text }, found.tallies).map(({ label, values }) => ({
    term: label,
    text: values.map((one) => one.text).join(', '),
  }));
  const more = { href: `/${text.lang}/dekning`, text: text.t('coverage.title') };
  return explanations.length > 0
    ? [{ id: 'dekning', heading: text.t('section.coverage'), explanations, more }]
    : [];
}

function usedIn(
  context: ViewContext,
  iri: string,
  kind: PageKind,
  predicates: readonly NamedNode[],
): Section[] {
  const { text } = context;
  return relatedSection(context, pointingHere(context, iri, kind, predicates), {
    id: kind,
    heading: text.t(`list.${kind}.title`),
    kind,
  });
}

/** Members of a code list or of the municipality's concept scheme that are public or in use. */
export function codeListBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  const members = catalogue.graph
    .pointingTo(iri)
    .filter(({ predicate }) => predicate.value === skos.inScheme.value)
    .map(({ subject }) => subject.value);
  const list = byLabel(
    new Set(members),
    (one) => `${placeInList(context, one)} ${catalogue.label(one, text.lang).text}`,
  );
  return {
    subtitle: sheet.stated(dct.publisher, modelldcatno.belongsToModule, dct.identifier),
    sections: [
      {
        id: 'koder',
        heading: `${text.t('section.codes')} (${text.number(list.length)})`,
        ...(list.length > 0
          ? { list: list.map((one) => nodeValue(context, one)) }
          : { empty: text.t('codes.empty') }),
      },
    ],
  };
}

/** Ordered lists by rank, numbered ones by number, all others by label alone; sorted numerically, what has no place comes last. */
function placeInList({ catalogue: { graph } }: ViewContext, code: string): string {
  const place = graph.text(code, kdm.rank) ?? graph.text(code, skos.notation) ?? '';
  return /^\d+$/.test(place) ? place : '9'.repeat(9);
}
