/** What the municipality's own files say of its public data services; descriptions that lie elsewhere are linked to, never fetched. */
import type { ApiDescription, ApiDescriptions } from '../model/api-description.js';
import type { Iri } from '../model/iri.js';
import { issue, type Issue } from '../model/issue.js';
import { apiDescription } from '../openapi/api-description.js';
import { iriOf, isNamedNode, type Quad } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';
import { decoded } from './data-files.js';

/** Descriptions of another kind, WSDL or the answer of a map service, have other endings: they are offered as they are. */
const ENDINGS = /\.(json|ya?ml)$/i;

export interface OwnApis {
  /** The first description in the order of the graph that can be read, for each service. */
  readonly descriptions: ApiDescriptions;
  /** Files that look like a description and are none. */
  readonly issues: readonly Issue[];
}

/** `files`: path below `fil/` → content. */
export function apiDescriptions(
  projected: readonly Quad[],
  files: ReadonlyMap<string, Uint8Array>,
  base: Iri,
): OwnApis {
  const prefix = `${base}fil/`;
  const descriptions: Record<string, ApiDescription> = {};
  const issues: Issue[] = [];
  for (const { subject, predicate, object } of projected) {
    if (predicate.value !== dcat.endpointDescription.value || !isNamedNode(object)) continue;
    if (!isNamedNode(subject) || !object.value.startsWith(prefix)) continue;
    const file = decoded(object.value.slice(prefix.length));
    const content = files.get(file);
    const description = content && apiDescription(content, object.value);
    if (description) descriptions[subject.value] ??= description;
    else if (content && ENDINGS.test(file)) {
      const place = { focus: iriOf(subject), path: iriOf(dcat.endpointDescription) };
      issues.push(issue('API_UNREADABLE', 'warning', { file }, place));
    }
  }
  return { descriptions, issues };
}
