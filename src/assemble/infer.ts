/** Inferred facts (model.md 4.11), rewritten whole at each assemble. */
import { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { accessRights } from './inference/access-rights.js';
import { ages } from './inference/ages.js';
import { agreementDays, transferGaps } from './inference/agreements.js';
import { coarseStatus } from './inference/coarse-status.js';
import { areasWithoutDataset, coverageScope, relevance } from './inference/coverage-scope.js';
import { dpiaSuggestions } from './inference/dpia-suggestions.js';
import { dpiaNeeds, dpiaSteps } from './inference/dpia.js';
import { differingIdentifiers, sharedIdentifiers } from './inference/identifiers.js';
import { inverses, usedBy } from './inference/links.js';
import { loweredLevels } from './inference/lowered-levels.js';
import { inheritanceDepths, layerBreaks, propertyCounts } from './inference/model-facts.js';
import { invalidOrganisationNumbers } from './inference/organisation-numbers.js';
import { privacyLevels } from './inference/privacy-levels.js';
import { processorsWithoutAgreement } from './inference/processors.js';
import { ranks } from './inference/ranks.js';
import { attributeShares, realises } from './inference/realisations.js';
import { recordRoles } from './inference/record-roles.js';
import { policyEnds, requestDays } from './inference/requests.js';
import { differingLevels, remainingRisk } from './inference/risk.js';
import { ropas } from './inference/ropa.js';
import { unknownTerms } from './inference/unknown-terms.js';
import { unprotectedFiles } from './inference/unprotected-files.js';
import type { InferenceContext, InferenceRule } from './inference/rule.js';

/** In order: a rule sees what the rules before it have found. */
const RULES: readonly InferenceRule[] = [
  unknownTerms,
  usedBy,
  inverses,
  accessRights,
  privacyLevels,
  ranks,
  ages,
  coarseStatus,
  ropas,
  recordRoles,
  processorsWithoutAgreement,
  invalidOrganisationNumbers,
  differingIdentifiers,
  sharedIdentifiers,
  loweredLevels,
  unprotectedFiles,
  dpiaNeeds,
  dpiaSteps,
  dpiaSuggestions,
  remainingRisk,
  differingLevels,
  agreementDays,
  transferGaps,
  requestDays,
  policyEnds,
  realises,
  attributeShares,
  relevance,
  coverageScope,
  areasWithoutDataset,
  propertyCounts,
  inheritanceDepths,
  layerBreaks,
];

/** What follows from what is stated; nothing that is stated already, and nothing twice. */
export function infer(stated: readonly Quad[], context: InferenceContext): Quad[] {
  const graph = new GraphIndex(stated);
  const inferred: Quad[] = [];
  for (const rule of RULES) {
    // A rule is run to its end before the graph it walks changes.
    for (const one of [...rule(graph, context)]) {
      if (graph.holds(one)) continue;
      graph.add(one);
      inferred.push(one);
    }
  }
  return inferred;
}
