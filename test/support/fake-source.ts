/**
 * A kind of source for tests of the engine: it answers what the test tells it to. It keeps the port's contract: `identify`
 * and `map` are pure, a failing `fetch` throws, a record's payload is plain JSON.
 */
import { alias, type Fetched, type Harvester } from '../../src/harvest/harvester.js';
import { iri } from '../../src/model/iri.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { blankNode, langLiteral, literal, namedNode, quad } from '../../src/rdf/terms.js';
import { resource } from '../../src/rdf/resource.js';
import { dcat, dct, kdm, vcard } from '../../src/rdf/vocabularies.js';

export interface FakePayload {
  readonly title?: string;
  /** Key of the IRI, when it is not the record's own key. */
  readonly iriKey?: string;
  /** A whole IRI, made or not. */
  readonly iri?: string;
  readonly own?: false;
  /** Ids of other records, by alias. */
  readonly refs?: readonly string[];
  readonly throws?: 'identify' | 'map';
  /** States something about this IRI too. */
  readonly about?: string;
  /** Hangs a contact without a name below the record. */
  readonly contact?: string;
  /** So many blank nodes that all look alike and know each other. */
  readonly poison?: number;
  readonly finding?: boolean;
}
export type FakeRecord = Fetched<FakePayload>;

export interface FakeSource {
  readonly harvester: Harvester<unknown, FakePayload>;
  /** What the next fetch gives; an Error is thrown after the records before it. */
  answer: readonly (FakeRecord | Error)[];
  reports: readonly Issue[];
}

export function record(key: string, payload: FakePayload = {}, type = 'ting'): FakeRecord {
  return { key, type, payload: { title: `Ting ${key}`, ...payload }, origin: `prove#${key}` };
}
export function records(count: number, type = 'ting'): FakeRecord[] {
  return Array.from({ length: count }, (_, index) => record(`${type}-${index}`, {}, type));
}
export function rejected(key: string, code: 'GRADED' | 'RECORD_MALFORMED' = 'RECORD_MALFORMED') {
  const found = issue(code, 'violation', { cause: 'prøve' });
  return { key, type: 'ting', origin: `prove#${key}`, rejected: found } satisfies FakeRecord;
}

export function fakeSource(answer: readonly (FakeRecord | Error)[] = []): FakeSource {
  const source: FakeSource = {
    answer,
    reports: [],
    harvester: {
      kind: 'prove',
      options: { parse: (input) => input },
      async *fetch(_source, context) {
        for (const one of source.reports) context.report(one);
        for (const one of source.answer) {
          await Promise.resolve();
          if (one instanceof Error) throw one;
          yield one;
        }
      },
      identify({ key, payload }, mint) {
        if (payload.throws === 'identify') throw new Error('ingen identitet');
        return {
          iri: payload.iri === undefined ? mint('system', payload.iriKey ?? key) : iri(payload.iri),
          own: payload.own ?? true,
          aliases: [alias('ting', key)],
        };
      },
      *map({ payload }, context) {
        const subject = context.subject;
        yield* resource(subject)
          .a(dcat.Dataset)
          .text(dct.title, payload.title, 'nb')
          .link(kdm.recordClass, context.recordClass('ting', ''));
        if (payload.throws === 'map') throw new Error('kan ikke oversettes');
        for (const ref of payload.refs ?? []) {
          for (const target of context.resolve(alias('ting', ref)))
            yield quad(namedNode(subject), dct.relation, namedNode(target));
        }
        if (payload.about !== undefined)
          yield quad(namedNode(iri(payload.about)), dct.title, langLiteral('Fremmed', 'nb'));
        if (payload.contact !== undefined) {
          const contact = blankNode('k');
          yield quad(namedNode(subject), dcat.contactPoint, contact);
          yield quad(contact, vcard.fn, literal(payload.contact));
        }
        const nodes = Array.from({ length: payload.poison ?? 0 }, (_, at) => blankNode(`p${at}`));
        for (const one of nodes)
          for (const other of nodes) if (one !== other) yield quad(one, dct.relation, other);
        if (payload.finding) yield issue('FIELD_MISSING', 'warning', { field: 'x' });
      },
    },
  };
  return source;
}
