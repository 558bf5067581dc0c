/** Things that stay inside whatever their record class says (model.md PUB-08; safety.md 3.1). */
import type { LangText } from '../model/lang-text.js';
import type { Graph } from '../rdf/graph.js';
import type { NamedNode } from '../rdf/terms.js';
import { dct, kdm, org, VOCAB_BASE } from '../rdf/vocabularies.js';

const IN_PROCUREMENT = `${VOCAB_BASE}kode/livslop/1`;

/** Why the thing is never published, in words; undefined when nothing speaks against it. */
export function neverPublic(graph: Graph, subject: NamedNode, type: string): LangText | undefined {
  if (type === kdm.System.value) return systemReason(graph, subject);
  if (type === org.FormalOrganization.value && !graph.text(subject, dct.identifier)) {
    return {
      nb: 'en virksomhet uten gyldig organisasjonsnummer',
      nn: 'ei verksemd utan gyldig organisasjonsnummer',
      en: 'an organisation without a valid organisation number',
    };
  }
  return undefined;
}

function systemReason(graph: Graph, system: NamedNode): LangText | undefined {
  if (graph.node(system, kdm.lifecycleStatus)?.value === IN_PROCUREMENT) {
    return {
      nb: 'et system under anskaffelse',
      nn: 'eit system under innkjøp',
      en: 'a system in procurement',
    };
  }
  for (const type of graph.nodes(system, kdm.interfaceType)) {
    if (
      graph.text(type, kdm.isInfrastructure) === 'true' ||
      graph.text(type, kdm.isIntegrationType) === 'true'
    ) {
      return {
        nb: 'et infrastruktur- eller integrasjonssystem',
        nn: 'eit infrastruktur- eller integrasjonssystem',
        en: 'an infrastructure or integration system',
      };
    }
  }
  return undefined;
}
