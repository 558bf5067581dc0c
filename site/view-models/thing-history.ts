/** What was before and what has changed, and how to cite it: the same on every page, each part where there is something to say. */
import { adms, dcat, dct } from '../../src/rdf/vocabularies.js';
import { historySection } from '../changes/history-section.js';
import { citationPart } from './citation.js';
import type { FactSheet } from './facts.js';
import type { Section } from './page-model.js';
import type { ViewContext } from './values.js';

export function thingHistory(context: ViewContext, iri: string, sheet: FactSheet): Section[] {
  const { text } = context;
  const facts = sheet.stated(
    ...[dcat.version, dcat.hasVersion, dct.hasVersion, adms.versionNotes, dct.isVersionOf],
  );
  const [changes] = historySection(context, iri);
  const parts = citationPart(context, iri);
  if (!changes && facts.length === 0 && parts.length === 0) return [];
  return [{ id: 'historikk', heading: text.t('changes.history'), ...changes, facts, parts }];
}
