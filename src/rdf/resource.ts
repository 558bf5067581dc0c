/**
 * A small builder for the statements about one subject, used by every mapper:
 * `resource(system).a(kdm.System).text(dct.title, name, 'nb')`. Empty, null and undefined values add nothing.
 */
import type { Iri } from '../model/iri.js';
import { rdf, xsd } from './vocabularies.js';
import {
  langLiteral,
  literal,
  namedNode,
  quad,
  type NamedNode,
  type Quad,
  type Term,
} from './terms.js';

type Maybe<T> = T | null | undefined;

export class ResourceBuilder implements Iterable<Quad> {
  readonly subject: NamedNode;
  readonly #quads: Quad[] = [];

  constructor(subject: Iri) {
    this.subject = namedNode(subject);
  }

  a(...classes: NamedNode[]): this {
    for (const one of classes) this.add(rdf.type, one);
    return this;
  }

  add(predicate: NamedNode, object: Maybe<Term>): this {
    if (object) this.#quads.push(quad(this.subject, predicate, object));
    return this;
  }

  link(predicate: NamedNode, ...targets: Maybe<Iri>[]): this {
    for (const target of targets) this.add(predicate, target ? namedNode(target) : undefined);
    return this;
  }

  text(predicate: NamedNode, value: Maybe<string>, language: string): this {
    const text = value?.trim();
    return this.add(predicate, text ? langLiteral(text, language) : undefined);
  }

  value(predicate: NamedNode, value: Maybe<string>, datatype?: NamedNode): this {
    const text = value?.trim();
    return this.add(predicate, text ? literal(text, datatype) : undefined);
  }

  flag(predicate: NamedNode, value: Maybe<boolean>): this {
    return this.value(
      predicate,
      value === null || value === undefined ? undefined : String(value),
      xsd.boolean,
    );
  }

  integer(predicate: NamedNode, value: Maybe<number>): this {
    return this.value(
      predicate,
      value === null || value === undefined ? undefined : String(value),
      xsd.integer,
    );
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads[Symbol.iterator]();
  }
}

export function resource(subject: Iri): ResourceBuilder {
  return new ResourceBuilder(subject);
}
