/**
 * The catalogue of services (portals.md 3.1): data.norge.no harvests services apart from datasets, and a catalogue belongs to one
 * address only (PR7). It says what the first catalogue says of itself, and lists its services.
 */
import { iri } from '../model/iri.js';
import { LANGUAGES } from '../model/lang-text.js';
import {
  isLiteral,
  langLiteral,
  literal,
  namedNode,
  quad,
  type NamedNode,
  type Quad,
} from '../rdf/terms.js';
import { dcat, dct, rdf } from '../rdf/vocabularies.js';

const SUFFIX = '-tjenester';
const KEPT = [
  ...[dct.publisher, dcat.contactPoint, dct.license, dct.language, dct.spatial],
  ...[dct.issued, dcat.themeTaxonomy],
];
const TITLE = {
  nb: (title: string) => `${title}: datatjenester`,
  nn: (title: string) => `${title}: datatenester`,
  en: (title: string) => `${title}: data services`,
};
const DESCRIPTION = {
  nb: 'Datatjenestene i katalogen: grensesnitt som programmer kan hente data fra.',
  nn: 'Datatenestene i katalogen: grensesnitt som program kan hente data frå.',
  en: 'The data services of the catalogue: interfaces that programs can fetch data from.',
};

/** Nothing when there are no services. `about` is what is said of the first catalogue, with the date of its last change. */
export function serviceCatalogue(
  about: readonly Quad[],
  services: readonly NamedNode[],
): readonly Quad[] {
  const first = about[0]?.subject;
  if (first === undefined || services.length === 0) return [];
  const own = namedNode(iri(first.value + SUFFIX));
  const kept = [...KEPT, dct.modified].flatMap((property) =>
    about
      .filter(({ predicate }) => predicate.equals(property))
      .map(({ object }) => quad(own, property, object)),
  );
  const titles = about.filter(({ predicate }) => predicate.equals(dct.title));
  const texts = LANGUAGES.flatMap((lang) => {
    const title = titles.find(({ object }) => isLiteral(object) && object.language === lang);
    return title
      ? [
          quad(own, dct.title, langLiteral(TITLE[lang](title.object.value), lang)),
          quad(own, dct.description, langLiteral(DESCRIPTION[lang], lang)),
        ]
      : [];
  });
  return [
    quad(first as NamedNode, dcat.catalog, own),
    quad(own, rdf.type, dcat.Catalog),
    quad(own, dct.identifier, literal(own.value.slice(own.value.lastIndexOf('/') + 1))),
    ...texts,
    ...kept,
    ...services.map((service) => quad(own, dcat.service, service)),
  ];
}
