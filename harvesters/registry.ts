/** The kinds of source. A harvester is found here and nowhere else. */
import type { Harvester } from '../src/harvest/harvester.js';
import datasetRegister from './dataset-register/index.js';
import ggm from './ggm/index.js';
import kartoteket from './kartoteket/index.js';
import modelMapping from './model-mapping/index.js';
import processingRegister from './processing-register/index.js';
import turtle from './turtle/index.js';

export const HARVESTERS: readonly Harvester[] = [
  datasetRegister,
  ggm,
  kartoteket,
  modelMapping,
  processingRegister,
  turtle,
];
