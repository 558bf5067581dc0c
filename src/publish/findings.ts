/** Findings as a steward meets them: what, where (file and line or source record), whose, and how to mend it (promise 5). */
import type { Assembly } from '../assemble/assembly.js';
import type { Issue, Severity } from '../model/issue.js';
import type { Iri } from '../model/iri.js';
import type { LangText } from '../model/lang-text.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { dct, foaf, kdm, org, skos } from '../rdf/vocabularies.js';
import type { ValidationResult } from '../validate/validator.js';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: LangText;
  readonly hint?: LangText;
  readonly focus?: string;
  /** Title of the thing, or its source record. */
  readonly label: string;
  readonly path?: string;
  readonly property?: LangText;
  readonly value?: string;
  readonly source?: string;
  readonly record?: string;
  readonly origin?: string;
  /** Name of the organisation that answers for the thing. */
  readonly owner?: string;
  readonly seeAlso?: string;
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { violation: 0, warning: 1, info: 2 };

export function findings(
  assembly: Assembly,
  results: readonly ValidationResult[],
  issues: readonly Issue[],
): Finding[] {
  const graph = new GraphIndex(assembly.stated);
  const fromShapes = results.map((result): Finding => {
    const record = assembly.recordsOf(result.focus)[0];
    return {
      rule: result.shape.replace(/^.*[#/]/, ''),
      severity: result.severity,
      message: result.message,
      ...(result.fix ? { hint: result.fix } : {}),
      focus: result.focus,
      label: labelOf(graph, result.focus) ?? shortName(result.focus),
      ...(result.path ? { path: result.path } : {}),
      ...(result.name ? { property: result.name } : {}),
      ...(result.value ? { value: shownValue(graph, result.value) } : {}),
      ...(record
        ? { source: record.source, record: `${record.type} ${record.key}`, origin: record.origin }
        : {}),
      ...ownerField(graph, record?.iri ?? result.focus),
      ...(result.seeAlso ? { seeAlso: result.seeAlso } : {}),
    };
  });
  const fromSources = issues.map((one): Finding => {
    const record = one.focus ? assembly.recordsOf(one.focus)[0] : undefined;
    return {
      rule: one.code,
      severity: one.severity,
      message: one.message,
      ...(one.hint ? { hint: one.hint } : {}),
      ...(one.focus ? { focus: one.focus } : {}),
      label: (one.focus && labelOf(graph, one.focus)) ?? one.record ?? one.source ?? '',
      ...(one.path ? { path: one.path } : {}),
      ...pick('source', one.source ?? record?.source),
      ...pick('record', one.record ?? (record && `${record.type} ${record.key}`)),
      ...pick('origin', one.origin ?? record?.origin),
      ...ownerField(graph, one.focus),
    };
  });
  return [...fromShapes, ...fromSources].sort(
    (a, b) =>
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      a.label.localeCompare(b.label, 'nb') ||
      compareText(a.focus, b.focus) ||
      compareText(a.rule, b.rule) ||
      compareText(a.record, b.record) ||
      compareText(a.message.nb, b.message.nb),
  );
}

function pick<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Title in Norwegian if there is one, else in any language. */
export function labelOf(graph: GraphIndex, subject: string): string | undefined {
  for (const property of [dct.title, foaf.name, skos.prefLabel]) {
    const texts = graph.literals(subject, property);
    const best = texts.find(({ language }) => language === 'nb') ?? texts[0];
    if (best) return best.value;
  }
  return undefined;
}

function shortName(value: string): string {
  return value.split('/').slice(-2).join('/');
}

function shownValue(graph: GraphIndex, value: string): string {
  return labelOf(graph, value) ?? value;
}

/** Publisher of a dataset or process, manager else owner of a system; an organisation answers for itself. */
function ownerField(graph: GraphIndex, subject: string | Iri | undefined): { owner?: string } {
  if (!subject) return {};
  for (const property of [dct.publisher, kdm.systemManager, kdm.systemOwner]) {
    const owner = graph.node(subject, property);
    if (owner) return { owner: labelOf(graph, owner.value) ?? shortName(owner.value) };
  }
  if (graph.types(subject).includes(org.FormalOrganization.value))
    return pick('owner', labelOf(graph, subject));
  return {};
}
