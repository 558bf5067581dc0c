/** Findings as a steward meets them: what, where (file and line or source record), whose, and how to mend it (promise 5). */
import type { AssembledRecord, Assembly } from '../assemble/assembly.js';
import type { Issue, Severity } from '../model/issue.js';
import type { Iri } from '../model/iri.js';
import type { LangText } from '../model/lang-text.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { dcat, dct, foaf, kdm, org, skos } from '../rdf/vocabularies.js';
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
  return [
    ...results.map((result) => fromShape(assembly, graph, result)),
    ...issues.map((one) => fromIssue(assembly, graph, one)),
  ].sort(
    (a, b) =>
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      a.label.localeCompare(b.label, 'nb') ||
      compareText(a.focus, b.focus) ||
      compareText(a.rule, b.rule) ||
      compareText(a.record, b.record) ||
      compareText(a.message.nb, b.message.nb),
  );
}

function fromShape(assembly: Assembly, graph: GraphIndex, result: ValidationResult): Finding {
  const record = assembly.recordsOf(result.focus)[0];
  return {
    rule: result.shape.replace(/^.*[#/]/, ''),
    severity: result.severity,
    message: result.message,
    focus: result.focus,
    label: labelOf(graph, result.focus) ?? shortName(result.focus),
    ...given({
      hint: result.fix,
      path: result.path,
      property: result.name,
      seeAlso: result.seeAlso,
    }),
    ...given({ value: result.value && shownValue(graph, result.value) }),
    ...(record ? placeOf(record) : {}),
    ...ownerField(graph, record?.iri ?? result.focus),
  };
}

function fromIssue(assembly: Assembly, graph: GraphIndex, one: Issue): Finding {
  const { focus, source, record, origin, hint, path } = one;
  const known = focus ? assembly.recordsOf(focus)[0] : undefined;
  return {
    rule: one.code,
    severity: one.severity,
    message: one.message,
    label: (focus && labelOf(graph, focus)) ?? record ?? source ?? '',
    ...(known ? placeOf(known) : {}),
    ...given({ hint, focus, path, source, record, origin }),
    ...ownerField(graph, focus),
  };
}

function placeOf(record: AssembledRecord): Pick<Finding, 'source' | 'record' | 'origin'> {
  return { source: record.source, record: `${record.type} ${record.key}`, origin: record.origin };
}

/** Only the fields that have a value: `exactOptionalPropertyTypes` wants them absent, and so does the JSON. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined | ''> };
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

/**
 * Publisher of a dataset or process, manager else owner of a system; an organisation answers for itself, and the publisher
 * of a dataset for its distributions.
 */
function ownerField(graph: GraphIndex, subject: string | Iri | undefined): { owner?: string } {
  if (!subject) return {};
  for (const property of [dct.publisher, kdm.systemManager, kdm.systemOwner]) {
    const owner = graph.node(subject, property);
    if (owner) return { owner: labelOf(graph, owner.value) ?? shortName(owner.value) };
  }
  if (graph.types(subject).includes(org.FormalOrganization.value))
    return given({ owner: labelOf(graph, subject) });
  const whole = graph
    .pointingTo(subject)
    .find(({ predicate }) => predicate.value === dcat.distribution.value);
  return whole ? ownerField(graph, whole.subject.value) : {};
}
