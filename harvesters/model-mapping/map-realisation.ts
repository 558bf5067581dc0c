/**
 * That a dataset holds an object type, out of one application (kdm:Realisation). Its description has the class that the source's
 * rules give the *dataset's* id: who may know of the dataset may know what it is about. How much of the object type it holds is inferred.
 */
import { links } from '../../src/harvest/found.js';
import type { MapContext } from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { kdm } from '../../src/rdf/vocabularies.js';
import { REALISATION } from './fetch.js';
import { findDataset, findObjectType, findSystem } from './references.js';
import type { MappingPayload, Share } from './reduce.js';

export function* mapRealisation(
  { dataset, application, objectType, share }: MappingPayload & { readonly share: Share },
  context: MapContext,
): Iterable<Quad | Issue> {
  const whole = findDataset(context, dataset);
  const type = findObjectType(context, objectType);
  for (const found of [whole, type]) if ('issue' in found) yield found.issue;
  if ('issue' in whole || 'issue' in type) return;
  const from = share.file.split('/').at(-1) ?? share.file;
  yield* resource(context.subject)
    .a(kdm.Realisation)
    .link(kdm.dataset, whole.iri)
    .link(kdm.objectType, type.iri)
    .flag(kdm.authoritative, share.authoritative)
    .value(kdm.mappedFrom, application ? `${application} (${from})` : from)
    .link(kdm.recordClass, context.recordClass(REALISATION, dataset));
  if (application) yield* links(context.subject, kdm.system, [findSystem(context, application)]);
}
