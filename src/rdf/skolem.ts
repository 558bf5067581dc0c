/**
 * Blank nodes become IRIs that stay (safety H10): named by source, record and the path from the nearest named subject, so
 * neither parser order nor labels matter, and an edit inside the node keeps its name. Only siblings on one path need more:
 * what identifies them, else a hash of what they say.
 */
import rdfCanonize from 'rdf-canonize';
import { iri, type Iri } from '../model/iri.js';
import { blankColours, tooEntangled, type Outgoing } from './blank-colours.js';
import { contentHash } from './canonical.js';
import { nquadsLine, termText } from './nquads.js';
import { namedNode, quad as makeQuad, type Quad, type Subject, type Term } from './terms.js';
import { adms, dcat, dct, prov, vcard } from './vocabularies.js';

export interface SkolemOptions {
  /** Ends with a slash; names are `{base}id/del/{hash}`. */
  readonly base: string;
  readonly source: string;
  readonly recordKey: string;
}
export interface Skolemised {
  /** In the order they came. */
  readonly quads: readonly Quad[];
  /** Blank node label → its name. */
  readonly names: ReadonlyMap<string, Iri>;
  /** Name → the named subject it hangs below; none for nodes that nothing named leads to. */
  readonly owners: ReadonlyMap<Iri, string>;
}

/** Properties that tell siblings apart and are seldom edited, best first. */
const IDENTIFYING = [
  dct.identifier,
  dcat.downloadURL,
  dcat.accessURL,
  dcat.endpointURL,
  vcard.hasEmail,
  dcat.hadRole,
  prov.agent,
  dcat.startDate,
  adms.schemaAgency,
];

/** H10, the work cap: some two seconds. Each look-alike takes one; those that know each other take many. */
const MAX_COMPARISONS = 3_000;

/** Throws CatalogError RECORD_MALFORMED for graphs whose blank nodes take too much work to tell apart. */
export function skolemise(quads: Iterable<Quad>, options: SkolemOptions): Skolemised {
  const all = [...quads];
  const namer = new Namer(all, options);
  const names = namer.run();
  const renamed = (term: Term): Term => {
    const name = term.termType === 'BlankNode' ? names.get(term.value) : undefined;
    return name === undefined ? term : namedNode(name);
  };
  return {
    quads: all.map((quad) =>
      makeQuad(
        renamed(quad.subject) as Subject,
        quad.predicate as ReturnType<typeof namedNode>,
        renamed(quad.object),
        renamed(quad.graph),
      ),
    ),
    names,
    owners: namer.owners,
  };
}

/** A blank node as it is reached: by which path, below whom. */
interface Reached {
  readonly path: string;
  readonly owner: string | undefined;
}

class Namer {
  readonly owners = new Map<Iri, string>();
  readonly #quads: readonly Quad[];
  readonly #options: SkolemOptions;
  readonly #names = new Map<string, Iri>();
  readonly #outgoing: Outgoing;
  readonly #linksTo: Outgoing;
  #colours: ReadonlyMap<string, string> | undefined;
  #canonical: ReadonlyMap<string, number> | undefined;

  constructor(quads: readonly Quad[], options: SkolemOptions) {
    // A statement made twice is one statement, also where it is counted.
    this.#quads = [...new Map(quads.map((quad) => [nquadsLine(quad), quad])).values()];
    this.#options = options;
    this.#outgoing = byBlank(this.#quads, (quad) => quad.subject);
    this.#linksTo = byBlank(this.#quads, (quad) => quad.object);
  }

  run(): ReadonlyMap<string, Iri> {
    const waiting = new Set(
      this.#quads
        .flatMap(({ subject, object, graph }) => [subject, object, graph])
        .filter(isBlank)
        .map((term) => term.value),
    );
    let candidates: Iterable<string> = waiting;
    while (waiting.size > 0) {
      // Breadth first: a node is named by its shortest way from a named subject.
      const layer = this.#reachable(candidates) ?? this.#unattached(waiting);
      this.#nameLayer(layer);
      for (const label of layer.keys()) waiting.delete(label);
      candidates = this.#below(layer).filter((label) => waiting.has(label));
    }
    return this.#names;
  }

  #below(layer: ReadonlyMap<string, Reached>): string[] {
    const quads = [...layer.keys()].flatMap((label) => this.#outgoing.get(label) ?? []);
    return quads.filter(({ object }) => isBlank(object)).map(({ object }) => object.value);
  }

  #reachable(candidates: Iterable<string>): Map<string, Reached> | undefined {
    const layer = new Map<string, Reached>();
    for (const label of candidates) {
      const ways = (this.#linksTo.get(label) ?? []).flatMap((quad) => this.#way(quad) ?? []);
      const [first] = ways.sort((a, b) => (a.path < b.path ? -1 : 1));
      if (first) layer.set(label, first);
    }
    return layer.size > 0 ? layer : undefined;
  }

  #way({ subject, predicate }: Quad): Reached | undefined {
    const isInner = isBlank(subject);
    const from = isInner ? this.#names.get(subject.value) : subject.value;
    if (from === undefined) return undefined;
    const owner = isInner ? this.owners.get(from as Iri) : from;
    return { path: `${from} ${predicate.value}`, owner };
  }

  /** Nodes that nothing leads to; when there are none left, all that remain: rings and what hangs below them. */
  #unattached(waiting: ReadonlySet<string>): Map<string, Reached> {
    const roots = [...waiting].filter((label) => !this.#linksTo.has(label));
    const [path, start] = roots.length > 0 ? ['root', roots] : ['ring', [...waiting]];
    return new Map(start.map((label) => [label, { path, owner: undefined }]));
  }

  #nameLayer(layer: ReadonlyMap<string, Reached>): void {
    const pathOf = (label: string): string => layer.get(label)?.path ?? '';
    const byPath = groupBy([...layer.keys()], pathOf);
    for (const siblings of byPath.values()) {
      const byMark = groupBy(siblings, siblings.length === 1 ? () => '' : this.#marks(siblings));
      for (const [mark, alike] of byMark) {
        for (const [index, label] of this.#ordered(alike).entries()) {
          this.#give(label, [pathOf(label), mark, index], layer.get(label)?.owner);
        }
      }
    }
  }

  #give(label: string, place: readonly (string | number)[], owner: string | undefined): void {
    const { base, source, recordKey } = this.#options;
    const hash = contentHash(JSON.stringify([source, recordKey, ...place])).slice(0, 24);
    const name = iri(`${base}id/del/${hash}`);
    this.#names.set(label, name);
    if (owner !== undefined) this.owners.set(name, owner);
  }

  /** What tells siblings apart: the value that identifies a node where no other has it, else its colour. */
  #marks(siblings: readonly string[]): (label: string) => string {
    const byIdentity = groupBy(siblings, (label) => this.#identity(label));
    this.#colours ??= blankColours(this.#outgoing);
    return (label) => {
      const identity = this.#identity(label);
      const isEnough = byIdentity.get(identity)?.length === 1;
      return isEnough ? identity : `${identity} ${this.#colours?.get(label) ?? ''}`;
    };
  }

  #identity(label: string): string {
    const quads = this.#outgoing.get(label) ?? [];
    for (const property of IDENTIFYING) {
      const values = quads
        .filter(({ predicate, object }) => predicate.equals(property) && !isBlank(object))
        .map(({ object }) => termText(object));
      if (values.length > 0) return `${property.value} ${values.sort().join(' ')}`;
    }
    return '';
  }

  /** Nodes that say the same: told apart by RDFC-1.0 over the whole graph, in the order of its labels. */
  #ordered(alike: readonly string[]): readonly string[] {
    if (alike.length === 1) return alike;
    this.#canonical ??= canonicalLabels(this.#quads);
    const rank = (label: string): number => this.#canonical?.get(label) ?? 0;
    return [...alike].sort((a, b) => rank(a) - rank(b));
  }
}

/**
 * The synchronous entry is used because mappers are synchronous; the version is pinned.
 */
function canonicalLabels(quads: readonly Quad[]): ReadonlyMap<string, number> {
  const issued = new Map<string, string>();
  try {
    rdfCanonize._canonizeSync(quads, {
      algorithm: 'RDFC-1.0',
      canonicalIdMap: issued,
      maxDeepIterations: MAX_COMPARISONS,
    });
  } catch (error) {
    throw tooEntangled(error);
  }
  return new Map(
    [...issued].map(([label, canonical]) => [
      label.replace(/^_:/, ''),
      Number(/\d+$/.exec(canonical)?.[0] ?? 0),
    ]),
  );
}

function isBlank(term: Term): boolean {
  return term.termType === 'BlankNode';
}

function byBlank(quads: readonly Quad[], pick: (quad: Quad) => Term): Outgoing {
  const blank = quads.filter((quad) => isBlank(pick(quad)));
  return groupBy(blank, (quad) => pick(quad).value);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
