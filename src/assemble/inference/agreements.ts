/** Agreements: how long they last, and where their sub-processors deliver from (GDPR art. 28 and chapter V; model.md 4.8). */
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, namedNode, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { iri } from '../../model/iri.js';
import { dpv, kdm, skos, VOCAB_BASE } from '../../rdf/vocabularies.js';
import { deadline } from './days.js';
import type { InferenceContext } from './rule.js';

const EEA = namedNode(iri(`${VOCAB_BASE}kode/eos-land`));
const LOCATIONS = 'https://w3id.org/dpv/loc#';
/** Adequacy decision, safeguards, derogation: the articles that a transfer may rest on. */
const TRANSFER_BASIS = /\/gdpr#A4[569]-/;

/** Days to the renewal of each agreement that is still in force. */
export function* agreementDays(graph: Graph, { today }: InferenceContext): Iterable<Quad> {
  for (const agreement of graph.instances(kdm.Agreement)) {
    const hasEnded = graph
      .nodes(agreement, dpv.hasContractStatus)
      .some(
        (status) => status.equals(dpv.ContractExpired) || status.equals(dpv.ContractTerminated),
      );
    if (!hasEnded) yield* deadline(agreement, graph.text(agreement, kdm.renewalDate), today);
  }
}

/** Sub-processors, however far down, that deliver from outside the EEA with no ground for the transfer. */
export function* transferGaps(graph: Graph, { reference }: InferenceContext): Iterable<Quad> {
  const inside = new Set(
    reference
      .pointingTo(EEA)
      .flatMap(({ subject }) => reference.text(subject, skos.notation) ?? []),
  );
  for (const agreement of graph.instances(kdm.Agreement)) {
    // The contract of a sub-processor is part of the chain below the municipality's own.
    if (graph.types(agreement).includes(dpv.SubProcessorAgreement.value)) continue;
    for (const processor of subProcessors(graph, agreement)) {
      const outside = graph
        .literals(processor, kdm.deliveryCountry)
        .filter(({ value }) => !inside.has(value));
      if (outside.some(({ value }) => !hasTransferBasis(graph, processor, value)))
        yield quad(agreement, kdm.subProcessorWithoutTransferBasis, processor);
    }
  }
}

/** Each once, in the order met; a chain that bites its own tail ends there. */
function subProcessors(graph: Graph, agreement: NamedNode): Iterable<NamedNode> {
  const found = new Map<string, NamedNode>();
  const queue: NamedNode[] = [agreement];
  for (let holder = queue.shift(); holder; holder = queue.shift()) {
    for (const processor of [...graph.nodes(holder, kdm.subProcessor)]) {
      if (found.has(processor.value)) continue;
      found.set(processor.value, processor);
      queue.push(processor, ...ownContracts(graph, processor));
    }
  }
  return found.values();
}

/** The contracts by which a sub-processor itself is bound: its own sub-processors are named there. */
function ownContracts(graph: Graph, processor: NamedNode): NamedNode[] {
  return graph
    .pointingTo(processor)
    .filter(({ predicate }) => predicate.equals(kdm.processorParty))
    .map(({ subject }) => subject)
    .filter(isNamedNode)
    .filter((contract) => graph.types(contract).includes(dpv.SubProcessorAgreement.value));
}

function hasTransferBasis(graph: Graph, processor: NamedNode, country: string): boolean {
  return graph
    .pointingTo(processor)
    .filter(({ predicate }) => predicate.equals(dpv.hasDataImporter))
    .some(
      ({ subject: transfer }) =>
        graph
          .nodes(transfer, dpv.hasThirdCountry)
          .some(({ value }) => value === LOCATIONS + country) &&
        graph.nodes(transfer, dpv.hasLegalBasis).some(({ value }) => TRANSFER_BASIS.test(value)),
    );
}
