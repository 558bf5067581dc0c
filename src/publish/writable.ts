/**
 * What no feed can say is left out and reported, so that one odd statement never stops a whole feed (F8): the portals write RDF/XML
 * of all that they read.
 */
import { tryIri } from '../model/iri.js';
import { issue, type Issue } from '../model/issue.js';
import { ALL_NAMES } from '../rdf/compact-names.js';
import { isXmlStatement } from '../rdf/rdfxml-writer.js';
import { isLiteral, type Quad } from '../rdf/terms.js';

export interface Writable {
  readonly quads: readonly Quad[];
  readonly issues: readonly Issue[];
}

export function writable(all: readonly Quad[]): Writable {
  const issues: Issue[] = [];
  const quads = all.filter((one) => {
    if (isWritable(one)) return true;
    const { subject, predicate, object } = one;
    const [focus, path] = [tryIri(subject.value), tryIri(predicate.value)];
    const place = { ...(focus ? { focus } : {}), ...(path ? { path } : {}) };
    const found = { predicate: predicate.value, found: object.value };
    issues.push(issue('STATEMENT_NOT_WRITABLE', 'warning', found, place));
    return false;
  });
  return { quads, issues };
}

function isWritable(one: Quad): boolean {
  const iris = [one.subject, one.predicate, one.object].filter((term) => !isLiteral(term));
  return isXmlStatement(one) && !iris.some(({ value }) => ALL_NAMES.isShortName(value));
}
