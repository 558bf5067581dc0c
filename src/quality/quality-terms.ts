/** Names of the quality data: the project's own (`kdmq:`), the portal's metrics (`mqa:`) and W3C's Data Quality Vocabulary. */
import { VOCAB_BASE } from '../rdf/vocabularies.js';
import { vocabulary } from '../rdf/vocabulary.js';

export const kdmq = vocabulary(
  `${VOCAB_BASE}quality#`,
  'Score',
  'action',
  'attainable',
  'band',
  'check',
  'distribution',
  'example',
  'fix',
  'from',
  'givenWith',
  'level',
  'namespace',
  'path',
  'profile',
  'rank',
  'scheme',
  'scoringEu',
  'tolerates',
  'value',
);
export const mqa = vocabulary(
  'https://data.norge.no/vocabulary/dcatno-mqa#',
  'scoring',
  'trueScore',
);
export const dqv = vocabulary(
  'http://www.w3.org/ns/dqv#',
  'Dimension',
  'Metric',
  'QualityMeasurement',
  'computedOn',
  'inDimension',
  'isMeasurementOf',
  'value',
);
