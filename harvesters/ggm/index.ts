/** GGM, the municipal data model of Delft, as ModellDCAT-AP-NO (model.md 8). What the tables hold stands in tables.ts. */
import {
  alias,
  type Harvester,
  type Identity,
  type MapContext,
  type Mint,
  type RawRecord,
} from '../../src/harvest/harvester.js';
import { attributeAlias, objectTypeAlias } from '../../src/harvest/model-names.js';
import type { Iri } from '../../src/model/iri.js';
import type { Issue } from '../../src/model/issue.js';
import type { Quad } from '../../src/rdf/terms.js';
import { fetchGgm } from './fetch.js';
import { elementIri } from './links.js';
import { attributeIri, mapClass } from './map-class.js';
import { mapCodeList } from './map-code-list.js';
import { mapModel, mapModule, mapSimpleType } from './map-model.js';
import { mapAssociation, mapSpecialization } from './map-relation.js';
import { options, type GgmOptions } from './options.js';
import type { ClassPayload, GgmPayload, Payloads, RecordType } from './payload.js';

type Mapper<P> = (record: RawRecord<P>, context: MapContext<GgmOptions>) => Iterable<Quad | Issue>;

const MAPPERS: { readonly [Type in RecordType]: Mapper<Payloads[Type]> } = {
  modell: mapModel,
  modul: mapModule,
  objekttype: mapClass,
  datatype: mapClass,
  enkeltype: mapSimpleType,
  kodeliste: mapCodeList,
  assosiasjon: mapAssociation,
  spesialisering: mapSpecialization,
};

function recordType(type: string): RecordType {
  if (!Object.hasOwn(MAPPERS, type)) throw new RangeError(`unknown record type ${type}`);
  return type as RecordType;
}

/** Object types and attributes go by name: that is how mapping sheets refer to them. Where two have one name, the id tells. */
function namesOf(iri: Iri, payload: GgmPayload, mint: Mint): Pick<Identity, 'aliases' | 'parts'> {
  const { id, title, attributes } = payload as ClassPayload;
  return {
    aliases: [alias('ggm', id), objectTypeAlias(id), objectTypeAlias(title['nl'] ?? id)],
    parts: attributes.map((one) => ({
      iri: attributeIri({ mint }, one),
      aliases: [attributeAlias(iri, one.title['nl'] ?? one.key)],
    })),
  };
}

const ggm: Harvester<GgmOptions, GgmPayload> = {
  kind: 'ggm',
  options,
  fetch: fetchGgm,
  identify({ type, key, payload }, mint) {
    const iri = elementIri({ mint }, recordType(type), key);
    const names =
      type === 'objekttype' ? namesOf(iri, payload, mint) : { aliases: [alias('ggm', key)] };
    return { iri, own: true, ...names };
  },
  map: (record, context) =>
    (MAPPERS[recordType(record.type)] as Mapper<GgmPayload>)(record, context),
};
export default ggm;
