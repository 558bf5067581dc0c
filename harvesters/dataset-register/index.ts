/** Dataset register: contacts, series, datasets, distributions and data services in five tables (CSV or XLSX). */
import {
  alias,
  type Harvester,
  type MapContext,
  type RawRecord,
} from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { hashedKey, isKey, slug } from '../../src/model/key.js';
import type { Quad } from '../../src/rdf/terms.js';
import type { RecordType } from './columns.js';
import { fetchRegister } from './fetch.js';
import { mapContact } from './map-contact.js';
import { mapDataset } from './map-dataset.js';
import { mapDistribution } from './map-distribution.js';
import { mapSeries } from './map-series.js';
import { mapService } from './map-service.js';
import { PROPERTY_COLUMNS } from './property-columns.js';
import { options, type DatasetRegisterOptions } from './options.js';
import type { RegisterPayload } from './payload.js';

type Mapper = (
  record: RawRecord<RegisterPayload>,
  context: MapContext<DatasetRegisterOptions>,
) => Iterable<Quad | Issue>;

const MAPPERS: Readonly<Record<RecordType, Mapper>> = {
  kontakt: mapContact,
  serie: mapSeries,
  datasett: mapDataset,
  distribusjon: mapDistribution,
  datatjeneste: mapService,
};

function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(MAPPERS, type);
}

/** Ids here are chosen by people as public names, so they become the key as they are. */
function keyOf(id: string): string {
  return isKey(id) ? id : slug(id) || hashedKey('datasett', id);
}

const datasetRegister: Harvester<DatasetRegisterOptions, RegisterPayload> = {
  kind: 'dataset-register',
  columns: PROPERTY_COLUMNS,
  options,
  fetch: fetchRegister,
  identify({ type, key }, mint) {
    if (!isRecordType(type)) throw new RangeError(`unknown record type ${type}`);
    return { iri: mint(type, keyOf(key)), own: true, aliases: [alias(type, key)] };
  },
  map(record, context) {
    if (!isRecordType(record.type)) throw new RangeError(`unknown record type ${record.type}`);
    return MAPPERS[record.type](record, context);
  },
};

export default datasetRegister;
