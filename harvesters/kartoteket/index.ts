/** Kartoteket, Oslo's system register (sources.md 1): eleven JSON lists, one key, full dump. */
import type { Harvester } from '../../src/harvest/harvester.js';
import { fetchKartoteket } from './fetch.js';
import type { KartoteketPayload } from './fields.js';
import { identify } from './identify.js';
import { map } from './map.js';
import { PROPERTY_COLUMNS } from './property-columns.js';
import { options, type KartoteketOptions } from './options.js';

const kartoteket: Harvester<KartoteketOptions, KartoteketPayload> = {
  kind: 'kartoteket',
  columns: PROPERTY_COLUMNS,
  options,
  fetch: fetchKartoteket,
  identify: (record, mint) => identify(record, mint),
  map,
};

export default kartoteket;
