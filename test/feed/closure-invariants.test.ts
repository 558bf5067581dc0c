/** One change alters the descriptions of those datasets alone that use what has changed (PR5, PR6). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridged } from '../../src/feed/bridge.js';
import { descriptionHash, type FeedGraph } from '../../src/feed/feed-graph.js';
import { fullView } from '../../src/feed/full-view.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { described } from '../official-shapes/world.js';
import { BASE } from '../shapes/fixtures.js';
import { bridgeOf, CATALOG, OSLO, RULES } from './bridge-exercises.js';

interface Made {
  readonly contact: number;
  readonly publisher: number;
  /** Served by this service, and reached through it. */
  readonly service?: number;
  /** Made from the dataset before it. */
  readonly isDerived: boolean;
}
interface Edited {
  readonly titles?: Readonly<Record<number, string>>;
  readonly mailboxes?: Readonly<Record<number, string>>;
  readonly names?: Readonly<Record<number, string>>;
}

const SHARED = 3;
const shared = fc.integer({ min: 0, max: SHARED - 1 });
const CATALOGUE = fc.array(
  fc.record(
    { contact: shared, publisher: shared, service: shared, isDerived: fc.boolean() },
    { requiredKeys: ['contact', 'publisher', 'isDerived'] },
  ),
  { minLength: 1, maxLength: 8 },
) as fc.Arbitrary<readonly Made[]>;

function turtle(made: readonly Made[], { titles, mailboxes, names }: Edited): string {
  const datasets = made.map(
    ({ contact, publisher, service, isDerived }, at) => `
    <katalog/k> dcat:dataset <datasett/d${at}> .
    <datasett/d${at}> a dcat:Dataset ; dct:title "${titles?.[at] ?? `Nr. ${at}`}"@nb ; dct:identifier "d${at}" ;
      dct:publisher <virksomhet/v${publisher}> ; dcat:contactPoint <kontakt/k${contact}> ; dct:spatial <${OSLO}> ;
      dcat:theme eu:data-theme\\/EDUC ; dcat:distribution <distribusjon/d${at}> .
      ${isDerived && at > 0 ? `<datasett/d${at}> dct:source <datasett/d${at - 1}> .` : ''}
    <distribusjon/d${at}> a dcat:Distribution ; dcat:accessURL <https://kommunen.example/d${at}> ;
      dcat:byteSize "${at}"^^xsd:nonNegativeInteger .
    ${service === undefined ? '' : `<distribusjon/d${at}> dcat:accessService <datatjeneste/t${service}> . <datatjeneste/t${service}> dcat:servesDataset <datasett/d${at}> .`}`,
  );
  const others = Array.from(
    { length: SHARED },
    (_, at) => `
    <katalog/k> dcat:service <datatjeneste/t${at}> .
    <datatjeneste/t${at}> a dcat:DataService ; dct:title "Tjeneste ${at}"@nb ; dct:publisher <virksomhet/v${at}> .
    <virksomhet/v${at}> a foaf:Agent ; foaf:name "${names?.[at] ?? `Etat ${at}`}"@nb .
    <kontakt/k${at}> a vcard:Kind , vcard:Organization ; vcard:fn "Kontor ${at}" ;
      vcard:hasEmail <mailto:${mailboxes?.[at] ?? `post${at}`}@kommunen.example> .`,
  );
  const catalog =
    '<katalog/k> a dcat:Catalog ; dct:title "Data"@nb ; dct:publisher <virksomhet/v0> ; dcat:contactPoint <kontakt/k0> .';
  return [catalog, ...datasets, ...others].join('\n');
}

const full = (made: readonly Made[], edited: Edited = {}): FeedGraph =>
  fullView(new GraphIndex(described(turtle(made, edited))), CATALOG);
const VIEWS = {
  'the full view': full,
  'the FDK view': (made: readonly Made[], edited?: Edited) =>
    bridged(full(made, edited), bridgeOf(RULES)),
};

/** Numbers of the datasets whose descriptions differ. */
function changed(before: FeedGraph, after: FeedGraph): number[] {
  return before.members
    .filter((one) => descriptionHash(before, one) !== descriptionHash(after, one))
    .map((one) => Number(one.slice(`${BASE}id/datasett/d`.length)));
}
const whose = (made: readonly Made[], test: (one: Made) => boolean): number[] =>
  made.flatMap((one, at) => (test(one) ? [at] : []));

describe.each(Object.entries(VIEWS))('%s', (_name, view) => {
  const holds = (check: (made: readonly Made[], at: number) => void): void => {
    fc.assert(fc.property(CATALOGUE, shared, check), { numRuns: 60 });
  };

  test('PR6 one title changed: one description', () => {
    holds((made, at) => {
      const one = at % made.length;
      expect(changed(view(made), view(made, { titles: { [one]: 'Ny' } }))).toEqual([one]);
    });
  });

  test('PR5 a contact’s mailbox changed: the datasets that use it', () => {
    holds((made, at) => {
      const after = view(made, { mailboxes: { [at]: 'ny' } });
      expect(changed(view(made), after)).toEqual(whose(made, ({ contact }) => contact === at));
    });
  });

  test('PR5 an organisation’s name changed: its datasets, and those reached through its services', () => {
    holds((made, at) => {
      const after = view(made, { names: { [at]: 'Ny etat' } });
      const users = whose(made, ({ publisher, service }) => publisher === at || service === at);
      expect(changed(view(made), after)).toEqual(users);
    });
  });
});

describe('PR5 a dataset added to a shared service', () => {
  const adding = (at: number): Made => ({
    contact: 0,
    publisher: 0,
    service: at,
    isDerived: false,
  });

  test('changes no other dataset’s description at data.norge.no', () => {
    const view = VIEWS['the FDK view'];
    fc.assert(
      fc.property(CATALOGUE, shared, (made, at) => {
        expect(changed(view(made), view([...made, adding(at)]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('changes, in the full view, those that are reached through the service', () => {
    fc.assert(
      fc.property(CATALOGUE, shared, (made, at) => {
        const users = whose(made, ({ service }) => service === at);
        expect(changed(full(made), full([...made, adding(at)]))).toEqual(users);
      }),
      { numRuns: 60 },
    );
  });
});
