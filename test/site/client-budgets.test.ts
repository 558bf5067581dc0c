/** D5: 60 s of processing and 30 errors a minute for each network. The clock is the test's. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../../site/problem.js';
import { CLIENT_LIMITS, ClientBudgets } from '../../site/sparql/client-budgets.js';
import { clientNetwork } from '../../site/sparql/client-network.js';

let time = 0;
let budgets: ClientBudgets;
beforeEach(() => {
  time = 0;
  budgets = new ClientBudgets(() => time);
});

/** Seconds that a client is told to wait; 0 when it is let in. */
function waitOf(client: string): number {
  try {
    budgets.begin(client).end();
    return 0;
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    const { status, options } = error as Problem;
    expect(status).toBe(429);
    return Number(options.headers?.['Retry-After']);
  }
}

describe('errors', () => {
  test('thirty at once are the last for two seconds; refusals cost nothing more', () => {
    for (let turn = 0; turn < 30; turn += 1) budgets.begin('a').end('failed');
    for (let turn = 0; turn < 100; turn += 1) expect(waitOf('a')).toBe(2);
    expect(waitOf('b')).toBe(0);
    time = 2_000;
    expect(waitOf('a')).toBe(0);
    budgets.begin('a').end('failed');
    expect(waitOf('a')).toBe(2);
    time = 62_000;
    for (let turn = 0; turn < 30; turn += 1) budgets.begin('a').end('failed');
    expect(waitOf('a')).toBe(2);
  });

  test('one every two seconds is never refused', () => {
    for (let turn = 0; turn < 500; turn += 1) {
      budgets.begin('a').end('failed');
      time += 2_000;
      expect(waitOf('a')).toBe(0);
    }
  });
});

describe('processing', () => {
  test('one query at a time is never refused, however long it takes', () => {
    for (let turn = 0; turn < 100; turn += 1) {
      const work = budgets.begin('a');
      time += 10_000;
      work.end();
    }
    expect(waitOf('a')).toBe(0);
  });

  test('three at a time have used 60 s more than the minute gives after 30 s', () => {
    for (const seconds of [10, 20, 30]) {
      const works = [1, 2, 3].map(() => budgets.begin('a'));
      time = seconds * 1_000;
      for (const work of works) work.end();
    }
    expect(waitOf('a')).toBe(0);
    const work = budgets.begin('a');
    const other = budgets.begin('a');
    time += 5_000;
    other.end();
    work.end();
    expect(waitOf('a')).toBe(5);
    time += 5_000;
    expect(waitOf('a')).toBe(0);
  });

  test('what is running counts while it runs', () => {
    const works = Array.from({ length: 10 }, () => budgets.begin('a'));
    time = 7_000;
    expect(waitOf('a')).toBe(3);
    for (const work of works) work.end();
    time = 10_000;
    expect(waitOf('a')).toBe(0);
  });

  test('ends once', () => {
    const [first, second] = [budgets.begin('a'), budgets.begin('a')];
    first.end('failed');
    for (let turn = 0; turn < 100; turn += 1) first.end('failed');
    expect(waitOf('a')).toBe(0);
    second.end();
  });
});

test('the table is bounded: who has not asked for longest is forgotten', () => {
  const small = new ClientBudgets(() => time, { ...CLIENT_LIMITS, clients: 100 });
  for (let turn = 0; turn < 30; turn += 1) small.begin('first').end('failed');
  for (let turn = 0; turn < 1_000; turn += 1) {
    expect(() => small.begin('first')).toThrow();
    small.begin(`client ${turn}`).end();
    expect(small.size).toBeLessThanOrEqual(100);
  }
  for (let turn = 0; turn < 100; turn += 1) small.begin(`next ${turn}`).end();
  expect(() => small.begin('first').end()).not.toThrow();
});

describe('a client is a network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['203.0.114.7', '203.0.114.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['::FFFF:cb00:7107', '203.0.113.0/24'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['2001:DB8::1:0:0:0:1', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::203.0.113.7', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['203.0.113.7, 198.51.100.1', 'unknown'],
    ['', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is one of %s', (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });
});
