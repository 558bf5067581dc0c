/**
 * The public projection (architecture.md 4): an allow-list, default deny, by record, by property and by link. Pure.
 * A thing passes when its one record class is exactly the scheme's open class, its one primary class is on the list, no rule
 * keeps it inside, and, for a part, a public thing points to it. Links to what does not pass are removed, not left.
 */
import type { Iri } from '../model/iri.js';
import { issue, type Issue } from '../model/issue.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { PART_CLASSES } from '../rdf/part-classes.js';
import {
  isLiteral,
  isNamedNode,
  iriOf,
  quad,
  type Literal,
  type NamedNode,
  type Quad,
  type Term,
} from '../rdf/terms.js';
import { kdm, rdf, skos, vcard } from '../rdf/vocabularies.js';
import type { AllowList } from './allow-list.js';
import { neverPublic } from './never-public.js';
import { heldText, scanAddress, scanText, type TextRisk } from '../model/text-scan.js';

export interface ProjectionRules {
  readonly base: Iri;
  readonly openClass: Iri;
  readonly allow: AllowList;
  /** Mailboxes that may be shown, lower case. */
  readonly roleMailboxes: ReadonlySet<string>;
  readonly internalHosts: readonly string[];
  /** Code lists and the class scheme: public in themselves, so a link to one never dangles. */
  readonly reference: GraphIndex;
  /** Subjects that validation holds back. */
  readonly held: ReadonlySet<string>;
}

export interface Projection {
  readonly quads: readonly Quad[];
  /** Public subjects. */
  readonly subjects: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** A supplier goes out with what it supplies, or not at all: a list of suppliers is not ours to publish. */
const SUPPLIER = kdm.Supplier.value;

/** What only ties things together goes out with all that it ties, or not at all: half of it tells of the hidden other half. */
const TIES: ReadonlyMap<string, readonly NamedNode[]> = new Map([
  [kdm.Realisation.value, [kdm.dataset, kdm.objectType]],
]);

interface Candidate {
  readonly type: string;
  readonly quads: readonly Quad[];
  readonly isPart: boolean;
}

export function project(quads: readonly Quad[], rules: ProjectionRules): Projection {
  const graph = new GraphIndex(quads);
  const issues: Issue[] = [];
  const candidates = new Map<string, Candidate>();
  for (const { subject } of graph.withPredicate(kdm.recordClass)) {
    if (!isNamedNode(subject) || candidates.has(subject.value)) continue;
    const type = publicClass(graph, subject, rules, issues);
    if (type === undefined) continue;
    const kept = keptStatements(graph, subject, type, { rules, issues });
    if (type === vcard.Kind.value && !kept.some((one) => isAddress(one))) continue;
    candidates.set(subject.value, {
      type,
      quads: kept,
      isPart: isPart(subject.value, type, rules.base),
    });
  }
  return { ...settled(candidates, rules), issues };
}

/** What was projected once, without some of it: parts, ties and links go with what is gone, as if it had never been open. */
export function projectWithout(
  projected: readonly Quad[],
  gone: ReadonlySet<string>,
  rules: Pick<ProjectionRules, 'base' | 'allow' | 'reference'>,
): readonly Quad[] {
  const graph = new GraphIndex(projected);
  const candidates = new Map<string, Candidate>();
  for (const subject of graph.subjects()) {
    if (gone.has(subject)) continue;
    const type = graph.types(subject).find((one) => rules.allow.classes.has(one)) ?? '';
    candidates.set(subject, {
      type,
      quads: graph.about(subject),
      isPart: isPart(subject, type, rules.base),
    });
  }
  return settled(candidates, rules).quads;
}

/** Without loose ties, parts that nothing leads to, and links to what does not pass. */
function settled(
  candidates: Map<string, Candidate>,
  rules: Pick<ProjectionRules, 'base' | 'reference'>,
): Pick<Projection, 'quads' | 'subjects'> {
  for (const [subject, one] of candidates)
    if (isLooseTie(one, candidates)) candidates.delete(subject);
  const subjects = reachable(candidates);
  const isDangling = ({ object }: Quad): boolean =>
    isNamedNode(object) &&
    isOurs(object.value, rules.base) &&
    !subjects.has(object.value) &&
    !rules.reference.has(object.value);
  const quads = [...subjects]
    .flatMap((subject) => candidates.get(subject)?.quads ?? [])
    .filter((one) => !isDangling(one));
  return { quads, subjects };
}

/** The primary class under which the subject is public; undefined when it is not public. */
function publicClass(
  graph: GraphIndex,
  subject: NamedNode,
  rules: ProjectionRules,
  issues: Issue[],
): string | undefined {
  // Two sources may share a part and say the same of it: that is one value.
  const isOpen = (one: Term): boolean => isNamedNode(one) && one.value === rules.openClass;
  if (!graph.objects(subject, kdm.recordClass).every(isOpen)) return undefined;
  if (!subject.value.startsWith(rules.base) || rules.held.has(subject.value)) return undefined;
  const types = graph.types(subject);
  const primary = [...new Set(types.filter((type) => rules.allow.classes.has(type)))];
  const type = primary[0];
  if (type === undefined || primary.length > 1 || types.some((one) => !rules.allow.types.has(one)))
    return undefined;
  const reason = neverPublic(graph, subject, type);
  if (reason === undefined) return type;
  issues.push(withCause(issue('NEVER_PUBLIC', 'warning', {}, { focus: iriOf(subject) }), reason));
  return undefined;
}

function keptStatements(
  graph: GraphIndex,
  subject: NamedNode,
  type: string,
  { rules, issues }: { rules: ProjectionRules; issues: Issue[] },
): Quad[] {
  const allowed = rules.allow.propertiesOf(type);
  const kept: Quad[] = [];
  for (const { predicate, object } of graph.about(subject)) {
    if (!isNamedNode(predicate)) continue;
    if (predicate.value !== rdf.type.value && !allowed.has(predicate.value)) continue;
    const place = { focus: iriOf(subject), path: iriOf(predicate) };
    if (predicate.value === vcard.hasEmail.value) {
      if (isApproved(object.value, rules.roleMailboxes))
        kept.push(quad(subject, predicate, object));
      else issues.push(issue('CONTACT_NOT_APPROVED', 'warning', {}, place));
      continue;
    }
    const risk = riskOf(object, rules);
    if (risk) issues.push(heldText(predicate.value.replace(/^.*[/#]/, ''), risk, place));
    else kept.push(quad(subject, predicate, object));
  }
  return kept;
}

function riskOf(object: Term, { base, internalHosts }: ProjectionRules): TextRisk | undefined {
  if (isLiteral(object))
    return isNumber(object) ? undefined : scanText(object.value, internalHosts);
  return object.value.startsWith(base) ? undefined : scanAddress(object.value, internalHosts);
}

function isLooseTie(
  { type, quads }: Candidate,
  candidates: ReadonlyMap<string, Candidate>,
): boolean {
  const ends = TIES.get(type) ?? [];
  return ends.some(
    (end) =>
      !quads.some(({ predicate, object }) => predicate.equals(end) && candidates.has(object.value)),
  );
}

/** Roots, and the parts that a root points to, over any number of steps. */
function reachable(candidates: ReadonlyMap<string, Candidate>): Set<string> {
  const reached = new Set<string>();
  const queue = [...candidates].filter(([, { isPart: part }]) => !part).map(([subject]) => subject);
  for (let subject = queue.pop(); subject !== undefined; subject = queue.pop()) {
    if (reached.has(subject)) continue;
    reached.add(subject);
    for (const { object } of candidates.get(subject)?.quads ?? []) {
      if (candidates.has(object.value) && !reached.has(object.value)) queue.push(object.value);
    }
  }
  return reached;
}

/** A code of the municipality's own list is a part; a concept that the municipality defines stands for itself. */
function isPart(subject: string, type: string, base: Iri): boolean {
  const isCode =
    [skos.Concept.value, skos.ConceptScheme.value].includes(type) &&
    subject.startsWith(`${base}kode/`);
  return isCode || type === SUPPLIER || PART_CLASSES.has(type);
}

/** Under the base, these paths hold things; files and pages (`/fil/…`) are addresses, not things. */
function isOurs(value: string, base: Iri): boolean {
  return (
    value.startsWith(`${base}id/`) ||
    value.startsWith(`${base}kode/`) ||
    value.startsWith(`${base}graph/`)
  );
}

function isAddress(one: Quad): boolean {
  return one.predicate.value === vcard.hasEmail.value || one.predicate.value === vcard.hasURL.value;
}
function isApproved(value: string, roleMailboxes: ReadonlySet<string>): boolean {
  return (
    value.startsWith('mailto:') && roleMailboxes.has(value.slice('mailto:'.length).toLowerCase())
  );
}
/** Dates, numbers and hashes are not read, as long as they are what they say. */
function isNumber({ value, datatype }: Literal): boolean {
  return (
    /#(date|dateTime|duration|boolean|integer|nonNegativeInteger|decimal|hexBinary)$/.test(
      datatype.value,
    ) && /^(?:[-+0-9.:TZPYMDHWS]+|true|false|[0-9A-Fa-f]+)$/.test(value)
  );
}

function withCause(one: Issue, cause: { nb: string; nn: string; en: string }): Issue {
  const fill = (lang: 'nb' | 'nn' | 'en'): string =>
    one.message[lang].replace('{cause}', cause[lang]);
  return { ...one, message: { nb: fill('nb'), nn: fill('nn'), en: fill('en') } };
}
