/** Processors without a data processing agreement (rule PR-11; GDPR article 28(3); model.md 4.8). */
import { iri } from '../../model/iri.js';
import type { Graph } from '../../rdf/graph.js';
import { namedNode, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dct, dpv, kdm, VOCAB_BASE } from '../../rdf/vocabularies.js';

const PROCESSING_AGREEMENT = namedNode(iri(`${VOCAB_BASE}kode/avtaletype/1`));
const COVERS = [kdm.coversProcess, kdm.coversSystem, kdm.coversPlatform];
const ENDED: readonly NamedNode[] = [dpv.ContractExpired, dpv.ContractTerminated];

/** An agreement holds for the processing itself, a system it uses, or the platform that system runs on. */
export function* processorsWithoutAgreement(graph: Graph): Iterable<Quad> {
  const covered = new Set<string>();
  for (const agreement of graph.instances(kdm.Agreement)) {
    if (!isInForce(graph, agreement)) continue;
    for (const { value: thing } of COVERS.flatMap((property) => graph.nodes(agreement, property))) {
      for (const { value: party } of graph.nodes(agreement, kdm.processorParty))
        covered.add(`${thing} ${party}`);
    }
  }
  for (const process of graph.instances(dpv.Process)) {
    const systems = graph.nodes(process, kdm.usesSystem);
    const places = [process, ...systems, ...platforms(graph, systems)];
    for (const processor of graph.nodes(process, dpv.hasDataProcessor)) {
      if (!places.some(({ value }) => covered.has(`${value} ${processor.value}`)))
        yield quad(process, kdm.processorWithoutAgreement, processor);
    }
  }
}

function isInForce(graph: Graph, agreement: NamedNode): boolean {
  const isProcessing =
    graph.types(agreement).includes(dpv.DataProcessingAgreement.value) ||
    graph.nodes(agreement, kdm.agreementType).some((type) => type.equals(PROCESSING_AGREEMENT));
  const status = graph.nodes(agreement, dpv.hasContractStatus);
  return isProcessing && !status.some((one) => ENDED.some((ended) => ended.equals(one)));
}

/** The platforms, and those they are part of. */
function platforms(graph: Graph, systems: readonly NamedNode[]): Iterable<NamedNode> {
  const found = new Map<string, NamedNode>();
  for (const platform of systems.flatMap((system) => graph.nodes(system, kdm.operatedOn)))
    found.set(platform.value, platform);
  for (const platform of found.values()) {
    for (const whole of graph.nodes(platform, dct.isPartOf)) found.set(whole.value, whole);
  }
  return found.values();
}
