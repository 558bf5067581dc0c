/** The change log: one line for each thing that was published, altered or withdrawn (site.md 10.3; C6, C8, PR5, PR6). */
import { describe, expect, test } from 'vitest';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import { fullView } from '../../src/feed/full-view.js';
import type { Change } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { momentAfter, nextChanges, type PublicState } from '../../src/publish/changes.js';
import { publicChanges } from '../../src/publish/public-changes.js';
import type { RegistryEntry } from '../../src/publish/registry.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { BASE } from '../support/harvest-world.js';
import { id, turtle } from '../support/turtle.js';

const [first, second, third] = ['20', '21', '22'].map((day) =>
  instant(`2026-11-${day}T10:00:00Z`),
) as [ReturnType<typeof instant>, ReturnType<typeof instant>, ReturnType<typeof instant>];

const CATALOG = `<katalog/k> a dcat:Catalog ; dct:title "Katalog"@nb ; dct:publisher <virksomhet/v> .
  <virksomhet/v> a org:FormalOrganization , foaf:Agent ; foaf:name "Etaten"@nb .
  <kontakt/felles> a vcard:Kind ; vcard:fn "Datahjelpen" .`;
const dataset = (name: string, title = name, more = ''): string =>
  `<katalog/k> dcat:dataset <datasett/${name}> .
   <datasett/${name}> a dcat:Dataset ; dct:title "${title}"@nb ; dct:publisher <virksomhet/v> ;
     dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
     dcat:contactPoint <kontakt/felles> ; dcat:distribution <distribusjon/${name}> .
   <distribusjon/${name}> a dcat:Distribution ; dct:title "Fil ${name}"@nb . ${more}`;

function state(text: string): PublicState {
  const graph = new GraphIndex(turtle(CATALOG + text));
  return { graph, view: fullView(graph, id('katalog/k')) };
}
interface Step {
  readonly log?: readonly Change[];
  readonly before?: PublicState;
  readonly after: PublicState;
  readonly registry?: readonly RegistryEntry[];
  readonly now?: typeof first;
}
/** The lines that a step adds. */
function added({ log = [], before, after, registry = [], now = second }: Step): Change[] {
  return nextChanges({ base: iri(BASE), log, before, after, registry, now }).slice(log.length);
}
const of = (changes: readonly Change[], thing: string): Change =>
  changes.find((change) => change.thing === id(thing))!;
const gone = (thing: string, fate: RegistryEntry['state'], more = {}): RegistryEntry => ({
  iri: iri(id(thing)),
  state: fate,
  at: second,
  ...more,
});

const A = state(dataset('a') + dataset('b'));
const START = added({ after: A, now: first });

test('the first revision is all creations: of things that stand alone, not of their parts', () => {
  expect(START.map(({ kind, thing, type }) => [kind, thing, type]).sort()).toEqual([
    ['create', id('datasett/a'), 'datasett'],
    ['create', id('datasett/b'), 'datasett'],
    ['create', id('katalog/k'), 'katalog'],
    ['create', id('virksomhet/v'), 'virksomhet'],
  ]);
});

test('a line tells the title, the publisher, the themes and the hash of the description that the feeds give', () => {
  expect(of(START, 'datasett/a')).toEqual({
    key: expect.stringMatching(/^[a-z2-7]{10}$/) as string,
    kind: 'create',
    thing: id('datasett/a'),
    type: 'datasett',
    at: first,
    hash: descriptionHash(A.view, id('datasett/a')),
    title: { nb: 'a' },
    publisher: id('virksomhet/v'),
    themes: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
  });
});

test('what is as it was gets no line; a new dataset gets one, and the catalogue that lists it none', () => {
  expect(added({ log: START, before: A, after: state(dataset('b') + dataset('a')) })).toEqual([]);
  const more = state(dataset('a') + dataset('b') + dataset('c'));
  expect(added({ log: START, before: A, after: more }).map(({ thing }) => thing)).toEqual([
    id('datasett/c'),
  ]);
});

test('PR6 one changed title is one update, with what went and what came', () => {
  const after = state(dataset('a', 'Nytt navn') + dataset('b'));
  const [change, ...others] = added({ log: START, before: A, after });
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    kind: 'update',
    thing: id('datasett/a'),
    removed: [`<${id('datasett/a')}> <http://purl.org/dc/terms/title> "a"@nb .`],
    added: [`<${id('datasett/a')}> <http://purl.org/dc/terms/title> "Nytt navn"@nb .`],
  });
  expect(change).not.toHaveProperty('because');
});

describe('PR5 when only what many share has changed, the line says which', () => {
  const renamed = (text: string): PublicState => {
    const graph = new GraphIndex(turtle(CATALOG.replace('Etaten', 'Nyetaten') + text));
    return { graph, view: fullView(graph, id('katalog/k')) };
  };

  test('an organisation has a new name: it, and every dataset for its sake', () => {
    const changes = added({ log: START, before: A, after: renamed(dataset('a') + dataset('b')) });
    expect(changes.map(({ thing, because }) => [thing, because]).sort()).toEqual([
      [id('datasett/a'), [id('virksomhet/v')]],
      [id('datasett/b'), [id('virksomhet/v')]],
      [id('virksomhet/v'), undefined],
    ]);
    expect(of(changes, 'datasett/a').added).toEqual([
      `<${id('virksomhet/v')}> <http://xmlns.com/foaf/0.1/name> "Nyetaten"@nb .`,
    ]);
  });

  test('a dataset that has changed itself besides is not excused', () => {
    const after = renamed(dataset('a', 'Nytt') + dataset('b'));
    const changes = added({ log: START, before: A, after });
    expect(of(changes, 'datasett/a')).not.toHaveProperty('because');
    expect(of(changes, 'datasett/b').because).toEqual([id('virksomhet/v')]);
  });

  test('a distribution is its own dataset’s, and no shared thing', () => {
    const before = state(dataset('a'));
    const after = state(dataset('a').replace('Fil a', 'Annen fil'));
    const log = added({ after: before, now: first });
    const [change] = added({ log, before, after });
    expect(change).toMatchObject({ thing: id('datasett/a') });
    expect(change).not.toHaveProperty('because');
  });
});

describe('what goes', () => {
  const after = state(dataset('b'));

  test('is a deletion with title, publisher and themes of its last description', () => {
    const registry = [gone('datasett/a', 'withdrawn', { title: { nb: 'a' } })];
    const [change, ...others] = added({ log: START, before: A, after, registry });
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      kind: 'delete',
      reason: 'withdrawn',
      title: { nb: 'a' },
      publisher: id('virksomhet/v'),
    });
    expect(change).not.toHaveProperty('hash');
  });

  test('C8 3.1 keeps nothing but its address when it was demoted', () => {
    const [change] = added({
      log: START,
      before: A,
      after,
      registry: [gone('datasett/a', 'demoted', { demotedAt: second })],
    });
    expect(change).toEqual({
      key: expect.any(String) as string,
      kind: 'delete',
      thing: id('datasett/a'),
      type: 'datasett',
      at: second,
      reason: 'demoted',
    });
  });

  test('and comes back is created again', () => {
    const registry = [gone('datasett/a', 'withdrawn')];
    const log = nextChanges({
      ...{ base: iri(BASE), log: START, before: A, after, registry, now: second },
    });
    const back = added({ log, before: after, after: A, now: third });
    expect(back.map(({ kind, thing }) => [kind, thing])).toEqual([['create', id('datasett/a')]]);
  });
});

test('without the graphs of the revision before, changes are seen, but not what in them has changed', () => {
  const [change] = added({ log: START, after: state(dataset('a', 'Nytt') + dataset('b')) });
  expect(change).toMatchObject({ kind: 'update', thing: id('datasett/a') });
  expect(change).not.toHaveProperty('added');
});

test('a clock that was set back hides no change', () => {
  expect(momentAfter(START, instant('2026-11-19T10:00:00Z'))).toBe(first);
  expect(momentAfter(START, second)).toBe(second);
  expect(momentAfter([], second)).toBe(second);
});

describe('C8 what of the log may still be told', () => {
  const SECRET = 'Hemmeligheten';
  const open = state(
    dataset('a', SECRET) + dataset('b', 'b', '<datasett/b> dct:relation <datasett/a> .'),
  );
  const created = added({ after: open, now: first });
  const closed: RegistryEntry[] = ['datasett/a', 'distribusjon/a'].map((thing) =>
    gone(thing, 'demoted', { demotedAt: second }),
  );
  const log = nextChanges({
    ...{ base: iri(BASE), log: created, before: open, after: state(dataset('b')) },
    ...{ registry: closed, now: second },
  });
  const told = publicChanges(log, closed);

  test('of the demoted thing one bare deletion, and its text nowhere', () => {
    expect(told.filter(({ thing }) => thing === id('datasett/a'))).toEqual([
      expect.objectContaining({ kind: 'delete', reason: 'demoted' }),
    ]);
    expect(JSON.stringify(log)).toContain(SECRET);
    expect(JSON.stringify(told)).not.toContain(SECRET);
    expect(JSON.stringify(told)).not.toContain('Fil a');
  });

  test('of others every line, without the statements about it', () => {
    expect(of(log.slice(created.length), 'datasett/b').removed).toEqual([
      `<${id('datasett/b')}> <http://purl.org/dc/terms/relation> <${id('datasett/a')}> .`,
    ]);
    const line = told.find(({ kind, thing }) => kind === 'update' && thing === id('datasett/b'));
    expect(line).toMatchObject({ removed: [], added: [] });
  });

  test('C3 nor is what was closed named as publisher, theme, cause or successor', () => {
    const [change] = publicChanges(
      [
        {
          ...of(created, 'datasett/b'),
          themes: [iri(id('begrep/t')), iri(id('begrep/u'))],
          because: [iri(id('begrep/t'))],
          successor: iri(id('begrep/t')),
        },
      ],
      ['virksomhet/v', 'begrep/t'].map((thing) => gone(thing, 'demoted', { demotedAt: second })),
    );
    expect(change).toMatchObject({ kind: 'create', themes: [id('begrep/u')] });
    for (const link of ['publisher', 'because', 'successor'])
      expect(change).not.toHaveProperty(link);
  });

  test('what is public again begins anew', () => {
    const again = nextChanges({
      ...{ base: iri(BASE), log, before: state(dataset('b')), now: third },
      ...{ after: state(dataset('a', 'Åpent igjen') + dataset('b')), registry: [] },
    });
    const public_ = publicChanges(again, [gone('datasett/a', 'public', { demotedAt: second })]);
    expect(
      public_.filter(({ thing }) => thing === id('datasett/a')).map(({ kind, at }) => [kind, at]),
    ).toEqual([
      ['delete', second],
      ['create', third],
    ]);
    expect(JSON.stringify(public_)).not.toContain(SECRET);
  });
});
