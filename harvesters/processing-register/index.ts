/** Processing register: records of processing activities (GDPR art. 30) from the JSON carrier, CSV or XLSX. */
import { alias, type Harvester } from '../../src/harvest/harvester.js';
import { hashedKey } from '../../src/model/key.js';
import { fetchProcessings } from './fetch.js';
import { mapProcessing } from './map-processing.js';
import { mapSubscription } from './map-subscription.js';
import { PROPERTY_COLUMNS } from './property-columns.js';
import { options, type ProcessingRegisterOptions } from './options.js';
import type { ProcessingRecordPayload } from './payload.js';

const processingRegister: Harvester<ProcessingRegisterOptions, ProcessingRecordPayload> = {
  kind: 'processing-register',
  columns: PROPERTY_COLUMNS,
  options,
  fetch: fetchProcessings,
  identify({ key, payload }, mint) {
    if ('subscription' in payload) {
      const iri = mint('systembruk', `abonnement-${hashedKey('abonnement', key)}`);
      return { iri, own: true, aliases: [] };
    }
    // Without an id of the register the key is a hash already.
    const hash = payload.processing.id === undefined ? key : hashedKey('behandling', key);
    return { iri: mint('behandling', hash), own: true, aliases: [alias('behandling', key)] };
  },
  map({ key, payload, headings }, context) {
    if ('subscription' in payload) return mapSubscription(payload.subscription, key, context);
    const recordClass = context.recordClass('behandling', key);
    return mapProcessing({ processing: payload.processing, context, recordClass, headings });
  },
};

export default processingRegister;
