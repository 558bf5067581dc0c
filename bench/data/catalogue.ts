/**
 * A catalogue to measure on: municipalities with datasets, distributions, agents, contacts, concepts, systems and processing,
 * one named graph a municipality, in the manner of DCAT-AP-NO and DPV. The same on every machine, without blank nodes.
 */
import { dataset, type Making } from './datasets.js';
import { Defects, type DefectCounts } from './defects.js';
import { surroundings, vocabulary } from './municipality.js';
import { graphOf, VOCABULARY_GRAPH } from './names.js';
import { Random } from './random.js';
import { Statements } from './statements.js';

const DATASETS = 200;
const SEED = 4;

export interface GeneratedCatalogue {
  /** Canonical N-Quads without line ends: sorted, each once. */
  readonly lines: readonly string[];
  readonly municipalities: number;
  readonly datasets: number;
  readonly defects: DefectCounts;
}

/** At least `triples` statements: it ends with the dataset that reaches them. */
export function generateCatalogue(triples: number): GeneratedCatalogue {
  const making: Making = {
    random: new Random(SEED),
    statements: new Statements(),
    defects: new Defects(),
  };
  const { statements, defects } = making;
  statements.inGraph(VOCABULARY_GRAPH);
  vocabulary(making);
  let municipality = 0;
  let serial = 0;
  do {
    statements.inGraph(graphOf(municipality));
    surroundings(making, municipality);
    for (let index = 0; index < DATASETS && statements.size < triples; index += 1) {
      dataset(making, { municipality, index, serial });
      serial += 1;
    }
    municipality += 1;
  } while (statements.size < triples);
  return {
    lines: statements.sorted(),
    municipalities: municipality,
    datasets: serial,
    defects: defects.counts(),
  };
}
