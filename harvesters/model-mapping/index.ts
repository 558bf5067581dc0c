/**
 * Mapping sheets of applications to an information model (model.md 2.2, 8.2): which column is which attribute of which object type.
 *   column → kdm:DataElement with kdm:instanceOfAttribute · application and object type → kdm:Realisation
 * Names are those of the model that another source describes. What does not match is reported and leaves nothing in the graph.
 */
import {
  alias,
  type Harvester,
  type MapContext,
  type RawRecord,
} from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { hashedKey } from '../../src/model/key.js';
import type { Quad } from '../../src/rdf/terms.js';
import { ELEMENT, fetchMappings, REALISATION } from './fetch.js';
import { mapElement } from './map-element.js';
import { mapRealisation } from './map-realisation.js';
import { options, type ModelMappingOptions } from './options.js';
import type { MappingPayload } from './reduce.js';

function* map(
  { payload, key }: RawRecord<MappingPayload>,
  context: MapContext<ModelMappingOptions>,
): Iterable<Quad | Issue> {
  const { column, share } = payload;
  if (column) yield* mapElement({ ...payload, column }, context.recordClass(ELEMENT, key), context);
  if (share) yield* mapRealisation({ ...payload, share }, context);
}

const modelMapping: Harvester<ModelMappingOptions, MappingPayload> = {
  kind: 'model-mapping',
  options,
  fetch: fetchMappings,
  // The key names table and column, which are attack information, so it does not become part of the IRI.
  identify({ key, type }, mint) {
    if (type !== ELEMENT && type !== REALISATION) throw new RangeError(`unknown type ${type}`);
    return { iri: mint(type, hashedKey(type, key)), own: true, aliases: [alias(type, key)] };
  },
  map,
};
export default modelMapping;
