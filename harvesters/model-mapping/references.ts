/** What the names of a mapping sheet lead to: dataset, system, object type and attribute of other sources. */
import { reference, type Found } from '../../src/harvest/found.js';
import { alias, type MapContext } from '../../src/harvest/harvester.js';
import {
  attributeAlias,
  attributesOf,
  foldModelName,
  OBJECT_TYPES,
  objectTypeAlias,
} from '../../src/harvest/model-names.js';
import type { Iri } from '../../src/model/iri.js';
import { issue } from '../../src/model/issue.js';
import { nearest } from '../../src/model/nearest.js';

export function findDataset(context: MapContext, id: string): Found {
  const known = ['datasett', 'dataressurs'].map((scheme) => alias(scheme, id));
  return reference(context, known, { field: 'dataset', shown: id });
}

export function findSystem(context: MapContext, application: string): Found {
  const schemes = ['kartoteket:system', 'system', 'systemnavn'];
  const known = schemes.map((scheme) => alias(scheme, application));
  return reference(context, known, { field: 'kildesystem', shown: application });
}

export function findObjectType(context: MapContext, name: string): Found {
  const field = { field: 'objekttype', known: OBJECT_TYPES };
  return modelElement(context, { name, alias: objectTypeAlias(name), ...field });
}

export function findAttribute(context: MapContext, objectType: Iri, name: string): Found {
  const field = { field: 'attributt', known: attributesOf(objectType) };
  return modelElement(context, { name, alias: attributeAlias(objectType, name), ...field });
}

interface Wanted {
  readonly name: string;
  readonly alias: string;
  readonly field: string;
  /** Begins the aliases of everything that might have been meant. */
  readonly known: string;
}

function modelElement(context: MapContext, { name, alias, field, known }: Wanted): Found {
  if (context.resolve(alias).length > 0) return reference(context, [alias], { field, shown: name });
  const suggestion = nearest(foldModelName(name), context.names(known));
  const found = { found: name, field };
  return {
    issue: suggestion
      ? issue('MODEL_NAME_MISSPELT', 'warning', { ...found, suggestion })
      : issue('MODEL_NAME_UNKNOWN', 'warning', found),
  };
}
