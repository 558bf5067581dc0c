/** Findings as a steward meets them: what, where (file and line or source record), whose, and how to mend it (promise 5). */
import type { AssembledRecord, Assembly } from '../assemble/assembly.js';
import {
  compareFindings,
  type Finding,
  type Points,
  type PublicFinding,
} from '../model/finding.js';
import { SEVERITIES, type Issue } from '../model/issue.js';
import { fillLangText } from '../model/lang-text.js';
import { compactNames } from '../rdf/compact-names.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { labelOf } from '../rdf/label.js';
import { dcat, dct, kdm, org } from '../rdf/vocabularies.js';
import type { ValidationResult } from '../validate/validator.js';

export interface FindingOptions {
  /** What a property is worth at the portals, by the class of the thing. */
  readonly pointsOf?: (path: string, type?: string) => Points | undefined;
  /** The place of a property, where it is better known than that of the record. */
  readonly placeOf?: (
    record: AssembledRecord,
    result: FoundResult,
  ) => Pick<Finding, 'origin' | 'column'>;
}

export type FoundResult = ValidationResult & { readonly profile?: string };

export function findings(
  assembly: Assembly,
  results: readonly FoundResult[],
  issues: readonly Issue[],
  options: FindingOptions = {},
): Finding[] {
  const graph = new GraphIndex([...assembly.stated, ...assembly.reference]);
  return [
    ...withoutRepeats(results.map((result) => fromShape(assembly, graph, result, options))),
    ...issues.map((one) => fromIssue(assembly, graph, one)),
  ].sort(compareFindings);
}

/**
 * Two profiles may both ask for the same missing property: the steward reads one of them, the graver, then the one with
 * more to go by.
 */
export function withoutRepeats<F extends PublicFinding & Pick<Finding, 'component'>>(
  all: readonly F[],
): F[] {
  const groups = new Map<string, F[]>();
  for (const one of all) {
    const isMissing = one.component === 'MinCount' && one.value === undefined;
    const key = isMissing ? `${one.focus} ${one.path}` : `${groups.size}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = [...group].sort(byWeight);
    const also = others.map(({ rule }) => rule).sort();
    return first ? [also.length > 0 ? { ...first, also } : first] : [];
  });
}

function byWeight(a: PublicFinding, b: PublicFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (b.hint?.nb.length ?? 0) - (a.hint?.nb.length ?? 0) ||
    (a.rule < b.rule ? -1 : 1)
  );
}

function fromShape(
  assembly: Assembly,
  graph: GraphIndex,
  result: FoundResult,
  { pointsOf, placeOf }: FindingOptions,
): Finding {
  const { focus, shape, component, profile, valueTerm } = result;
  const record = assembly.recordsOf(focus)[0];
  return {
    ...findingOf(graph, result, record?.iri ?? focus, pointsOf),
    ...given({ shape, component, profile, valueTerm }),
    ...(record ? { ...recordPlace(record), ...placeOf?.(record, result) } : {}),
    ...given({ turtle: isTurtle(record?.origin) ? result.turtle : undefined }),
  };
}

/** An example in Turtle helps only those who write it. */
function isTurtle(origin: string | undefined): boolean {
  return /\.(ttl|trig|nt|nq)(#|:|$)/.test(origin ?? '');
}

/** What a result says in the light of one graph: labels, owner and cost come from there. `whose` is the thing with an owner. */
export function findingOf(
  graph: GraphIndex,
  {
    focus,
    path,
    severity,
    message,
    openMessage,
    shape,
    fix,
    name,
    seeAlso,
    value,
  }: ValidationResult,
  whose: string,
  pointsOf: FindingOptions['pointsOf'],
): PublicFinding {
  const shown = value === undefined ? undefined : (labelOf(graph, value) ?? shownValue(value));
  return {
    rule: shape.replace(/^.*[#/]/, ''),
    severity,
    message: openMessage && shown ? fillLangText(openMessage, { value: shown }) : message,
    focus,
    label: nameOf(graph, focus, whose),
    ...given({
      hint: fix,
      path,
      property: name,
      seeAlso,
      value: shown,
      points: path === undefined ? undefined : costOf(graph, focus, path, pointsOf),
    }),
    ...given({ owner: ownerOf(graph, whose) }),
  };
}

/** A finding about a thing of several classes costs what the dearest of them makes it cost. */
function costOf(
  graph: GraphIndex,
  focus: string,
  path: string,
  pointsOf: FindingOptions['pointsOf'],
): Points | undefined {
  if (!pointsOf) return undefined;
  const costs = graph.types(focus).flatMap((type) => pointsOf(path, type) ?? []);
  return costs.sort((a, b) => b.eu + b.no - (a.eu + a.no))[0];
}

function fromIssue(assembly: Assembly, graph: GraphIndex, one: Issue): Finding {
  const { focus, source, record, origin, hint, path } = one;
  const known = focus ? assembly.recordsOf(focus)[0] : undefined;
  return {
    rule: one.code,
    severity: one.severity,
    message: one.message,
    label: (focus && labelOf(graph, focus)) ?? one.title ?? record ?? source ?? '',
    ...(known ? recordPlace(known) : {}),
    ...given({ hint, focus, path, source, record, origin }),
    ...given({ owner: (focus && ownerOf(graph, focus)) ?? lastOwner(graph, one) }),
  };
}

function lastOwner(graph: GraphIndex, { owner }: Issue): string | undefined {
  return owner && (labelOf(graph, owner) ?? shortName(owner));
}

function recordPlace(record: AssembledRecord): Pick<Finding, 'source' | 'record' | 'origin'> {
  return { source: record.source, record: `${record.type} ${record.key}`, origin: record.origin };
}

/** Only the fields that have a value: `exactOptionalPropertyTypes` wants them absent, and so does the JSON. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined | ''> };
}

/** What has no title is called by what it joins, or by the thing that it is part of. */
function nameOf(graph: GraphIndex, subject: string, whole: string): string {
  const own = labelOf(graph, subject);
  if (own !== undefined) return own;
  const [from, to] = [kdm.from, kdm.to].map((end) => graph.node(subject, end)?.value);
  if (from !== undefined && to !== undefined)
    return [from, to].map((end) => labelOf(graph, end) ?? shortName(end)).join(' → ');
  const title = whole === subject ? undefined : labelOf(graph, whole);
  const [kind = ''] = shortName(subject).split('/');
  return title === undefined ? shortName(subject) : `${title} (${kind})`;
}

/** A term as people write it (`dct:title`); of ours the end of the IRI; another address is the value itself. */
function shownValue(value: string): string {
  const term = compactNames([value]).compact(value);
  if (term !== undefined) return term;
  return /\/(?:id|kode)\/[a-z-]+\/[^/]+$/.test(value) ? shortName(value) : value;
}

function shortName(value: string): string {
  return value.split('/').slice(-2).join('/');
}

/** What points from a whole to a part that has no owner of its own. */
const WHOLES = [dcat.distribution, dcat.contactPoint].map((term) => term.value);

/**
 * Publisher of a dataset or process, manager else owner of a system; an organisation answers for itself, the manager of a
 * system for its uses and for what flows out of it, and the publisher of a dataset for its distributions and contacts.
 */
export function ownerOf(
  graph: GraphIndex,
  subject: string,
  seen: ReadonlySet<string> = new Set(),
): string | undefined {
  // Things may point at each other in a ring.
  if (seen.has(subject)) return undefined;
  const more = new Set([...seen, subject]);
  for (const property of [dct.publisher, kdm.systemManager, kdm.systemOwner]) {
    const owner = graph.node(subject, property);
    if (owner) return labelOf(graph, owner.value) ?? shortName(owner.value);
  }
  if (graph.types(subject).includes(org.FormalOrganization.value)) return labelOf(graph, subject);
  for (const property of [kdm.system, kdm.from]) {
    const system = graph.node(subject, property);
    if (system) return ownerOf(graph, system.value, more);
  }
  const [whole] = graph
    .pointingTo(subject)
    .filter(({ predicate }) => WHOLES.includes(predicate.value))
    .map((one) => one.subject.value)
    .sort();
  return whole === undefined ? undefined : ownerOf(graph, whole, more);
}
