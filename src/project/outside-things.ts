/**
 * Pages and standards of others that public statements point to, with the class that portals ask for (specs.md 2.4): the
 * portals look nothing up on the web. A standard that nobody describes has its address for a title.
 */
import { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, literal, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { dcat, dct, foaf, rdf } from '../rdf/vocabularies.js';

const PAGES = [foaf.page, foaf.homepage, dcat.landingPage];

/** What `described` says something of already is left alone. */
export function outsideThings(described: readonly Quad[]): Quad[] {
  const graph = new GraphIndex(described);
  const others = (properties: readonly NamedNode[]): NamedNode[] => {
    const objects = properties.flatMap((property) => graph.withPredicate(property));
    const found = objects.map(({ object }) => object).filter(isNamedNode);
    return [...new Map(found.map((one) => [one.value, one])).values()].filter(
      (one) => !graph.has(one),
    );
  };
  return [
    ...others(PAGES).map((page) => quad(page, rdf.type, foaf.Document)),
    ...others([dct.conformsTo]).flatMap((standard) => [
      quad(standard, rdf.type, dct.Standard),
      quad(standard, dct.title, literal(standard.value)),
    ]),
  ];
}
