/** The few kinds of checks that the portals make, named in the data (`score-no.ttl`), and what each says of one description. */
import type { LangText } from '../model/lang-text.js';
import type { Descriptions, Graph } from '../rdf/graph.js';
import { isNamedNode, type NamedNode, type Term } from '../rdf/terms.js';
import { skos } from '../rdf/vocabularies.js';
import { kdmq } from './quality-terms.js';

/** Where a value is at home: described in a scheme, below a namespace, or named one by one. */
interface Lists {
  readonly schemes: readonly string[];
  readonly namespaces: readonly string[];
  readonly values: readonly string[];
}
export type Check =
  | { readonly kind: 'Present' | 'UrlAnswers'; readonly paths: readonly NamedNode[] }
  | {
      readonly kind: 'AnyListed' | 'EachListed';
      readonly paths: readonly NamedNode[];
      readonly lists: Lists;
    }
  | {
      readonly kind: 'Complies';
      readonly profile: string;
      readonly tolerates: 'nothing' | 'warning';
    }
  | { readonly kind: 'Never' };

/** How a dataset's own subgraph stands against a profile. */
export interface Compliance {
  readonly conforms: boolean;
  /** What broke it, a few of them. */
  readonly causes: readonly LangText[];
}

/** What is known besides the graph. Undefined always means "not checked", which is neither true nor false. */
export interface Evidence {
  /** Status of the last request to an address; 0 when nothing answered. */
  status(url: string): number | undefined;
  compliance(dataset: string, check: Extract<Check, { kind: 'Complies' }>): Compliance | undefined;
}

export interface Outcome {
  readonly value: boolean | undefined;
  /** What stood there when it is not true: the value, or the address and its status. */
  readonly found?: string;
  readonly status?: number;
  readonly causes?: readonly LangText[];
}

export function runCheck(
  check: Check,
  subject: string,
  { graph, evidence }: { graph: Descriptions; evidence: Evidence },
): Outcome {
  switch (check.kind) {
    case 'Never':
      return { value: false };
    case 'Present':
      return { value: check.paths.some((path) => graph.objects(subject, path).length > 0) };
    case 'UrlAnswers':
      return urlAnswers(
        check.paths.flatMap((path) => graph.objects(subject, path)),
        evidence,
      );
    case 'Complies': {
      const found = evidence.compliance(subject, check);
      return {
        value: found?.conforms,
        ...(found?.conforms === false ? { causes: found.causes } : {}),
      };
    }
    case 'AnyListed':
    case 'EachListed':
      return listed(
        check,
        check.paths.map((path) => graph.objects(subject, path)),
        graph,
      );
  }
}

/** Only an IRI is an address to the checkers (portals.md 4.4); the best of several counts. */
function urlAnswers(objects: readonly Term[], evidence: Evidence): Outcome {
  const urls = objects.filter(isNamedNode).map(({ value }) => value);
  const first = urls[0];
  if (first === undefined)
    return { value: false, ...(objects[0] ? { found: objects[0].value } : {}) };
  const answers = urls.map((url) => ({ url, status: evidence.status(url) }));
  const good = answers.find(({ status }) => status !== undefined && status >= 200 && status < 300);
  if (good?.status !== undefined) return { value: true, status: good.status };
  if (answers.some(({ status }) => status === undefined)) return { value: undefined, found: first };
  return { value: false, found: first, status: answers[0]?.status ?? 0 };
}

function listed(
  { kind, lists }: Extract<Check, { kind: 'AnyListed' | 'EachListed' }>,
  valuesOfPaths: readonly (readonly Term[])[],
  graph: Descriptions,
): Outcome {
  const isListed = (term: Term): boolean => isAtHome(term, lists, graph);
  const holds = (values: readonly Term[]): boolean => values.some(isListed);
  const value = kind === 'AnyListed' ? valuesOfPaths.some(holds) : valuesOfPaths.every(holds);
  const stray = valuesOfPaths.flat().find((term) => !isListed(term));
  return { value, ...(!value && stray ? { found: stray.value } : {}) };
}

function isAtHome(
  term: Term,
  { schemes, namespaces, values }: Lists,
  graph: Descriptions,
): boolean {
  return (
    isNamedNode(term) &&
    (values.includes(term.value) ||
      namespaces.some((namespace) => term.value.startsWith(namespace)) ||
      graph.nodes(term, skos.inScheme).some((scheme) => schemes.includes(scheme.value)))
  );
}

/** The check of a metric in a score's table. Throws RangeError for a kind we do not know. */
export function readCheck(graph: Graph, metric: string): Check {
  const kind = graph.node(metric, kdmq.check)?.value.replace(/^.*#/, '');
  const paths = graph.nodes(metric, kdmq.path);
  switch (kind) {
    case 'Never':
      return { kind };
    case 'Present':
    case 'UrlAnswers':
      return { kind, paths };
    case 'AnyListed':
    case 'EachListed':
      return { kind, paths, lists: readLists(graph, metric) };
    case 'Complies':
      return {
        kind,
        profile: graph.text(metric, kdmq.profile) ?? '',
        tolerates: graph.text(metric, kdmq.tolerates) === 'warning' ? 'warning' : 'nothing',
      };
    case undefined:
    default:
      throw new RangeError(`unknown check ${String(kind)} of ${metric}`);
  }
}

function readLists(graph: Graph, metric: string): Lists {
  return {
    schemes: graph.nodes(metric, kdmq.scheme).map(({ value }) => value),
    namespaces: graph.literals(metric, kdmq.namespace).map(({ value }) => value),
    values: graph.nodes(metric, kdmq.value).map(({ value }) => value),
  };
}
