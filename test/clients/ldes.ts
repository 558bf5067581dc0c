/**
 * A strict client of Linked Data Event Streams (https://w3id.org/ldes/specification) and of DCAT-AP Feeds: it walks from the root,
 * takes each member once, and throws ProtocolError for what they do not allow. It knows nothing of what serves.
 */
import { parseRdf } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { ProtocolError, type Get } from './oai.js';

const LDES = 'https://w3id.org/ldes#';
const TREE = 'https://w3id.org/tree#';
const AS = 'https://www.w3.org/ns/activitystreams#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';
const SHAPE = 'https://semiceu.github.io/LDES-DCAT-AP-Feeds/shape.ttl#ActivityShape';
const KINDS = [`${AS}Create`, `${AS}Update`, `${AS}Delete`];

export interface Activity {
  readonly iri: string;
  readonly kind: 'Create' | 'Update' | 'Delete';
  readonly object: string;
  readonly published: string;
  /** Statements of the graph that the activity names. */
  readonly payload: readonly Quad[];
}

interface Bounds {
  readonly from: string;
  readonly until: string;
}

/** What a page is and does not say of the stream's members. */
class Page {
  readonly quads: readonly Quad[];
  readonly stream: string;

  constructor(quads: readonly Quad[], stream: string) {
    this.quads = quads;
    this.stream = stream;
  }

  values(subject: string, predicate: string): string[] {
    return this.about(subject)
      .filter((quad) => quad.predicate.value === predicate)
      .map(({ object }) => object.value);
  }

  one(subject: string, predicate: string): string {
    const [found, ...more] = this.values(subject, predicate);
    must(found !== undefined && more.length === 0, `${subject} has not one ${predicate}`);
    return found;
  }

  about(subject: string): Quad[] {
    return this.quads.filter(
      (quad) => quad.graph.termType === 'DefaultGraph' && quad.subject.value === subject,
    );
  }
}

export class LdesClient {
  readonly root: string;
  readonly get: Get;
  readonly accept: string;

  /** `root`: as the stream calls it; `get` decides where that is. */
  constructor(root: string, get: Get, accept = 'application/trig') {
    this.root = root;
    this.get = get;
    this.accept = accept;
  }

  /** All activities that the stream still has, in the order of their moments. */
  async replicate(): Promise<Activity[]> {
    const root = await this.#page(this.root);
    must(root !== undefined, 'no root');
    this.#checkContext(root);
    const activities = new Map<string, Activity>();
    for (const [node, bounds] of relations(root, this.root)) {
      const page = await this.#page(node, root.stream);
      for (const activity of page ? members(page) : []) {
        const { iri, published } = activity;
        must(!activities.has(iri), `${iri} stands on two pages`);
        must(published >= bounds.from && published <= bounds.until, `${iri} is on a wrong page`);
        activities.set(iri, activity);
      }
    }
    return checkRetention([...activities.values()]);
  }

  /** What the catalogue is after all activities: thing → statements. */
  async materialise(): Promise<ReadonlyMap<string, readonly Quad[]>> {
    const state = new Map<string, readonly Quad[]>();
    for (const { kind, object, payload } of await this.replicate()) {
      if (kind === 'Delete') state.delete(object);
      else state.set(object, payload);
    }
    return state;
  }

  /** Undefined for a page that is gone, which counts as empty. */
  async #page(url: string, stream?: string): Promise<Page | undefined> {
    const response = await this.get(url);
    if (response.status === 410) return undefined;
    must(response.status === 200, `${url}: status ${response.status}`);
    const type = response.headers.get('content-type') ?? '';
    must(type.split(';')[0] === this.accept, `${url}: ${type}`);
    const quads = await parseRdf(await response.text(), type);
    const terms = quads.flatMap(({ subject, object, graph }) => [subject, object, graph]);
    must(
      terms.every(({ termType }) => termType !== 'BlankNode'),
      `${url} has blank nodes`,
    );
    const views = quads.filter(({ predicate }) => predicate.value === `${TREE}view`);
    const [view, ...others] = views;
    must(view !== undefined && others.length === 0, `${url} is not of one stream`);
    must(stream === undefined || view.subject.value === stream, `${url} is of another stream`);
    must(view.object.value === this.root, `${url} belongs to another root`);
    return new Page(quads, view.subject.value);
  }

  /** DCAT-AP Feeds, 1: what must be said of the stream; LDES server primer, 6: of its root. */
  #checkContext(root: Page): void {
    must(root.one(root.stream, TYPE) === `${LDES}EventStream`, 'no event stream');
    must(root.one(root.stream, `${TREE}shape`) === SHAPE, 'another shape');
    must(root.one(root.stream, `${LDES}timestampPath`) === `${AS}published`, 'another time');
    must(root.one(root.stream, `${LDES}versionOfPath`) === `${AS}object`, 'another object');
    const policy = root.one(this.root, `${LDES}retentionPolicy`);
    must(root.values(policy, TYPE).includes(`${LDES}LatestVersionSubset`), 'another policy');
    must(root.one(policy, `${LDES}amount`) === '1', 'another amount');
    must(root.one(policy, `${LDES}versionAmount`) === '1', 'another amount');
  }
}

/** Node → what all relations to it promise. */
function relations(page: Page, self: string): Map<string, Bounds> {
  const nodes = new Map<string, Bounds>();
  for (const relation of page.values(self, `${TREE}relation`)) {
    const node = page.one(relation, `${TREE}node`);
    const value = page.one(relation, `${TREE}value`);
    must(page.one(relation, `${TREE}path`) === `${AS}published`, 'another path');
    const known = nodes.get(node) ?? { from: '', until: '~' };
    const type = page.one(relation, TYPE);
    if (type === `${TREE}GreaterThanOrEqualToRelation`) nodes.set(node, { ...known, from: value });
    else if (type === `${TREE}LessThanOrEqualToRelation`)
      nodes.set(node, { ...known, until: value });
    else throw new ProtocolError(`unknown relation ${type}`);
  }
  return nodes;
}

/** The shape of DCAT-AP Feeds: closed, one object, one moment; a graph exactly for what is not a deletion. */
function members(page: Page): Activity[] {
  const iris = page.values(page.stream, `${TREE}member`);
  const activities = iris.map((iri) => {
    const own = page.about(iri);
    must(own.length === 3, `${iri} says more or less than type, object and moment`);
    const published = own.find(({ predicate }) => predicate.value === `${AS}published`)?.object;
    must(
      published?.termType === 'Literal' && published.datatype.value === DATE_TIME,
      'no dateTime',
    );
    const kind = page.one(iri, TYPE);
    must(KINDS.includes(kind), `${iri} is a ${kind}`);
    const payload = page.quads.filter(({ graph }) => graph.value === iri);
    must(
      (payload.length === 0) === (kind === `${AS}Delete`),
      `${iri}: ${payload.length} statements`,
    );
    return {
      iri,
      kind: kind.slice(AS.length) as Activity['kind'],
      object: page.one(iri, `${AS}object`),
      published: published.value,
      payload,
    };
  });
  const named = new Set(page.quads.map(({ graph }) => graph.value).filter((name) => name !== ''));
  must(
    [...named].every((name) => iris.includes(name)),
    'a graph of no member',
  );
  return activities;
}

/** LatestVersionSubset, amount 1. */
function checkRetention(activities: readonly Activity[]): Activity[] {
  const objects = new Set(activities.map(({ object }) => object));
  must(objects.size === activities.length, 'two activities about one thing');
  return activities.toSorted((a, b) => (a.published < b.published ? -1 : 1));
}

function must(condition: boolean, complaint: string): asserts condition {
  if (!condition) throw new ProtocolError(complaint);
}
