/** The rules of shapes/ that look at a term. */
import { dct, sh } from '../../src/rdf/vocabularies.js';
import { textOf } from '../labels.js';
import { byLabel } from '../public-catalogue.js';
import type { Translator } from '../translator.js';
import { cell } from './facts.js';
import type { Section, Value } from './page-model.js';
import { codeOf, type ViewContext } from './values.js';

const SEVERITIES: Readonly<Record<string, string | undefined>> = {
  [sh.Violation.value]: 'term.violation',
  [sh.Warning.value]: 'term.warning',
  [sh.Info.value]: 'term.info',
};

function severityValue(text: Translator, severity = ''): Value | undefined {
  const key = SEVERITIES[severity];
  return key === undefined ? undefined : { text: text.t(key) };
}

export function termRules({ catalogue, text }: ViewContext, iri: string): Section {
  const { graph } = catalogue;
  const found = graph
    .pointingTo(iri)
    .filter(({ predicate }) => predicate.value === dct.references.value)
    .map(({ subject }) => subject.value);
  const section = { id: 'regler', heading: text.t('term.rules') };
  if (found.length === 0) return { ...section, empty: text.t('term.noRules') };
  const rows = byLabel(found, codeOf).map((rule) => ({
    head: [{ text: codeOf(rule) }],
    cells: [
      cell(text, textOf(graph, rule, [sh.description, sh.name], text.lang)),
      cell(text, severityValue(text, graph.node(rule, sh.severity)?.value)),
    ],
  }));
  return {
    ...section,
    heading: `${section.heading} (${text.number(rows.length)})`,
    table: {
      caption: section.heading,
      columns: [text.t('term.rule'), text.t('term.says'), text.t('term.severity')],
      rows,
    },
  };
}
