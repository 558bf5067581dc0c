/** DESCRIBE (SPARQL 1.1 16.4): the description of each resource, as its page has it. */
import { describe } from '../../rdf/description.js';
import { PART_CLASSES } from '../../rdf/part-classes.js';
import { rdf } from '../../rdf/vocabularies.js';
import type { Plan } from './plan.js';
import type { Id } from './registers.js';

type EmitTriple = (subject: Id, predicate: Id, object: Id) => boolean;

/** Statements are the numbers of their rows in SPO. False when `emit` wants no more. */
export function describeResources(
  { snapshot, dataset }: Pick<Plan, 'snapshot' | 'dataset'>,
  resources: Iterable<Id>,
  emit: EmitTriple,
): boolean {
  const { spo, terms } = snapshot;
  const mask = dataset.defaultGraph;
  const partClasses = new Set([...PART_CLASSES].map((iri) => terms.idOfIri(iri)));
  const type = terms.idOfIri(rdf.type.value);
  const subjects = new Map<number, Id>();
  const about = (subject: Id): readonly number[] => {
    const rows: number[] = [];
    if (subject >= terms.size) return rows;
    const to = spo.offsets[subject + 1] as number;
    for (let row = spo.offsets[subject] as number; row < to; row += 1) {
      if (mask !== null && mask[spo.graphSet[row] as number] !== 1) continue;
      rows.push(row);
      subjects.set(row, subject);
    }
    return rows;
  };
  const graph = {
    about,
    predicate: (row: number) => terms.value(spo.second[row] as Id),
    target: (row: number) => {
      const object = spo.third[row] as Id;
      return object < terms.literalFrom && about(object).length > 0 ? object : undefined;
    },
    isPart: (resource: Id) =>
      resource >= terms.blankFrom ||
      about(resource).some(
        (row) => spo.second[row] === type && partClasses.has(spo.third[row] as Id),
      ),
  };
  for (const resource of resources) {
    for (const row of describe<Id, number>(graph, resource)) {
      if (!emit(subjects.get(row) as Id, spo.second[row] as Id, spo.third[row] as Id)) return false;
    }
  }
  return true;
}
