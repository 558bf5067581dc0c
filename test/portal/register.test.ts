/** dataset-register: its gate and its rating (issue 5, done-when 8). */
import { expect, test } from 'vitest';
import { judgeRegister } from '../../src/portal/register/judge.js';
import { feed, KEYS, PREFIXES } from './catalogue-turtle.js';
import { answer, portalServer, type Respond } from './portal-server.js';

async function judge(what: string | Respond, timeoutMs = 10_000) {
  const server = await portalServer({ '/katalog': what });
  const verdict = await judgeRegister(server.source, `${server.origin}/katalog`, {
    ...{ timeoutMs, maxBytes: 1_000_000 },
  });
  await server.close();
  return verdict;
}

test('a catalogue in order passes, and is rated by what its descriptions have', async () => {
  const { members, traps, score, empty } = await judge(feed(KEYS));
  expect([members, traps, score]).toEqual([5, [], { now: 70, attainable: 100 }]);
  expect(empty.map(({ id }) => id)).toEqual(['creator', 'issued', 'coverage', 'language']);
});

test.each<[string, string, string | Respond, number?]>([
  ['REG-01', 'status 410', answer(410)],
  ['REG-02', 'no answer in time', () => undefined, 200],
  ['REG-03', 'no dataset', PREFIXES],
  [
    'REG-04',
    'an IRI that is not http',
    feed(KEYS, '<urn:uuid:0a3f> a dcat:Dataset ; dct:title "X"@nb .'),
  ],
  ['REG-05', 'HTML', answer(200, { 'content-type': 'text/html' }, '<html>')],
  ['REG-06', 'no title', feed(KEYS).replace('dct:title "Datasett tre"@nb ;', '')],
])('%s: %s', async (id, _what, what, timeoutMs) => {
  expect((await judge(what, timeoutMs)).traps.map((one) => one.id)).toEqual([id]);
});
