/** The bridge to data.norge.no, as a catalogue is configured: the rules, and the places that they bring in. */
import type { Bridge } from '../feed/bridge.js';
import type { BridgeRule } from '../model/bridge-rule.js';
import { iri } from '../model/iri.js';
import { LANGUAGES, type LangText } from '../model/lang-text.js';
import { companions } from '../project/companions.js';
import type { Graph } from '../rdf/graph.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { langLiteral, literal, namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { dct, GEONAMES, rdf, skos } from '../rdf/vocabularies.js';

/** Unit of Geonorge → the place of GeoNames. */
export type GeoNames = Readonly<Record<string, { readonly iri: string; readonly name: LangText }>>;

/** `reference` describes the countries that the rules name. */
export function fdkBridge(
  rules: readonly BridgeRule[],
  geonames: GeoNames,
  reference: Graph,
): Bridge {
  const places = new Map(
    Object.entries(geonames).map(([unit, place]) => [unit, namedNode(iri(place.iri))]),
  );
  const brought = rules.flatMap((rule) =>
    rule.do === 'replace-place'
      ? [quad(namedNode(iri(rule.below)), dct.spatial, namedNode(iri(rule.country)))]
      : [],
  );
  const described = Object.values(geonames).flatMap((place) => describedPlace(place));
  return {
    rules,
    places,
    described: new GraphIndex([...described, ...companions(brought, reference)]),
  };
}

/** With what specs.md 2.4 asks of a place; data.norge.no shows its dct:title. */
function describedPlace({ iri: address, name }: GeoNames[string]): Quad[] {
  const place: NamedNode = namedNode(iri(address));
  return [
    quad(place, rdf.type, dct.Location),
    quad(place, skos.inScheme, namedNode(iri(GEONAMES))),
    quad(place, dct.identifier, literal(/\d+/.exec(address)?.[0] ?? address)),
    ...LANGUAGES.map((lang) => quad(place, dct.title, langLiteral(name[lang], lang))),
  ];
}
