/**
 * The FDK view (portals.md 3.2): the full view, but for what data.norge.no's older shapes would punish. The rules are data
 * (`shapes/fdk-bridge.yaml`). What only left-out statements led to is no longer in any closure. Pure.
 */
import type { BridgeRule } from '../model/bridge-rule.js';
import { iri } from '../model/iri.js';
import type { Graph } from '../rdf/graph.js';
import { namedNode, quad, type NamedNode, type Quad, type Subject } from '../rdf/terms.js';
import { dcat, dct, PREFIXES, rdf } from '../rdf/vocabularies.js';
import type { FeedGraph } from './feed-graph.js';

export interface Bridge {
  /** None: data.norge.no gets the full view. */
  readonly rules: readonly BridgeRule[];
  /** IRI of a unit of Geonorge → the place of GeoNames. */
  readonly places: ReadonlyMap<string, NamedNode>;
  /** The places and countries that the bridge brings in. */
  readonly described: Graph;
}

type Statements = readonly Quad[];

/** What a rule makes of the statements of a node that is of these classes. */
type Edit = (about: Statements, types: ReadonlySet<string>) => Statements;

/** Throws RangeError for a rule that uses a prefix we do not know. */
export function bridged(view: FeedGraph, { rules, places, described }: Bridge): FeedGraph {
  const edits = rules.map((rule) => edit(rule, view, places));
  const isConcerned = concernTest(rules);
  // The full view gives the same list for the same shared node, so it is edited once; the others are not kept.
  const known = new WeakMap<Statements, Statements>();
  const about = (node: string): Statements => {
    const full = view.about(node);
    if (full.length === 0) return described.about(node);
    if (!full.some(isConcerned)) return full;
    // Classes are those of the full view: a rule may take them away before another one asks.
    const types = new Set(full.filter(isTyping).map(({ object }) => object.value));
    const made = known.get(full) ?? edits.reduce((left, one) => one(left, types), full);
    known.set(full, made);
    return made;
  };
  const listed = new Set(
    about(view.catalog)
      .filter(({ predicate }) => predicate.equals(dcat.service))
      .map(({ object }) => object.value),
  );
  return {
    catalog: view.catalog,
    members: view.members,
    services: view.services.filter((one) => listed.has(one)),
    isMember: (node) => view.isMember(node),
    about,
  };
}

/** Properties that data.norge.no gets of nothing. */
export function leftOut(rules: readonly BridgeRule[]): ReadonlySet<string> {
  const everywhere = rules.filter((rule) => rule.do === 'leave-out' && rule.on === undefined);
  return new Set(everywhere.flatMap(({ properties }) => properties.map(expanded)));
}

function edit(rule: BridgeRule, view: FeedGraph, places: Bridge['places']): Edit {
  const classes = rule.on?.map(expanded);
  const properties = new Set(rule.properties.map(expanded));
  const concerns = ({ predicate }: Quad): boolean => properties.has(predicate.value);
  const action = actionOf(rule, view, places);
  return (about, types) => {
    const isOn = classes === undefined || classes.some((one) => types.has(one));
    return isOn && about.some(concerns) ? action(about, concerns) : about;
  };
}

/** Whether a statement may be reason enough to look at its node: one that a rule is about, or a class that a rule asks for. */
function concernTest(rules: readonly BridgeRule[]): (one: Quad) => boolean {
  const everywhere = rules.filter(({ on }) => on === undefined);
  const properties = new Set(everywhere.flatMap((rule) => rule.properties.map(expanded)));
  const classes = new Set(rules.flatMap(({ on = [] }) => on.map(expanded)));
  return (one) =>
    properties.has(one.predicate.value) || (isTyping(one) && classes.has(one.object.value));
}

type Action = (about: Statements, concerns: (one: Quad) => boolean) => Statements;

function actionOf(rule: BridgeRule, view: FeedGraph, places: Bridge['places']): Action {
  switch (rule.do) {
    case 'leave-out':
      return (about, concerns) => about.filter((one) => !concerns(one));
    case 'keep-first':
      return keepFirst;
    case 'relate':
      return replacing((one) => related(one, view));
    case 'replace-place': {
      const { below } = rule;
      const country = namedNode(iri(rule.country));
      return replacing((one) => {
        if (!one.object.value.startsWith(below)) return [one];
        const place = places.get(one.object.value);
        return [country, ...(place ? [place] : [])].map((object) => said(one, object));
      });
    }
  }
}

/** One value a property, the same one however the statements are ordered. */
const keepFirst: Action = (about, concerns) => {
  const first = new Map<string, string>();
  for (const one of about.filter(concerns)) {
    const known = first.get(one.predicate.value);
    if (known === undefined || one.object.value < known)
      first.set(one.predicate.value, one.object.value);
  }
  return about.filter(
    (one) => !concerns(one) || first.get(one.predicate.value) === one.object.value,
  );
};

/** The same may be said already, or come of two statements: it is said once. */
function replacing(instead: (one: Quad) => Statements): Action {
  return (about, concerns) => {
    const kept = about.filter((one) => !concerns(one));
    const made = about.filter(concerns).flatMap(instead);
    const isSaid = (one: Quad, others: Statements): boolean =>
      others.some(
        ({ predicate, object }) => predicate.equals(one.predicate) && object.equals(one.object),
      );
    const isNew = (one: Quad, at: number): boolean =>
      !isSaid(one, kept) && !isSaid(one, made.slice(0, at));
    return [...kept, ...made.filter(isNew)];
  };
}

function related(one: Quad, view: FeedGraph): Statements {
  const own = view.isMember(one.object.value) ? [] : view.about(one.object.value);
  const targets = own.filter(({ predicate }) => predicate.equals(dct.relation));
  const objects = targets.length > 0 ? targets.map(({ object }) => object) : [one.object];
  return objects.map((object) => said(one, object, dct.relation));
}

function said(one: Quad, object: Quad['object'], predicate = one.predicate as NamedNode): Quad {
  return quad(one.subject as Subject, predicate, object);
}

function isTyping({ predicate }: Quad): boolean {
  return predicate.value === rdf.type.value;
}

/** `dcat:byteSize` → its IRI. */
function expanded(name: string): string {
  const [prefix = '', local = ''] = name.split(':');
  const namespace = PREFIXES[prefix];
  if (namespace === undefined) throw new RangeError(`unknown prefix: ${name}`);
  return namespace + local;
}
