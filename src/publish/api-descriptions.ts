/** What the municipality's own files say of its public data services; descriptions that lie elsewhere are linked to, never fetched. */
import type { ApiDescriptions } from '../model/api-description.js';
import type { Iri } from '../model/iri.js';
import { apiDescription } from '../openapi/api-description.js';
import { isNamedNode, type Quad } from '../rdf/terms.js';
import { dcat } from '../rdf/vocabularies.js';
import { decoded } from './data-files.js';

/** The first description in the order of the graph that can be read, for each service. */
export function apiDescriptions(
  projected: readonly Quad[],
  files: ReadonlyMap<string, Uint8Array>,
  base: Iri,
): ApiDescriptions {
  const prefix = `${base}fil/`;
  const found: Record<string, ReturnType<typeof apiDescription> & object> = {};
  for (const { subject, predicate, object } of projected) {
    if (predicate.value !== dcat.endpointDescription.value || !isNamedNode(object)) continue;
    if (!isNamedNode(subject) || Object.hasOwn(found, subject.value)) continue;
    const content = object.value.startsWith(prefix)
      ? files.get(decoded(object.value.slice(prefix.length)))
      : undefined;
    const description = content && apiDescription(content, object.value);
    if (description) found[subject.value] = description;
  }
  return found;
}
