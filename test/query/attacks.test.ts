/** Queries that are meant to hurt: each ends with a verdict or the right answer, while others are served (safety D2, 4.1). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
import { ask } from './pool-support.js';
import { snapshotSpec } from './snapshots.js';

describe('D2 attacks', () => {
  let pool: QueryPool;
  beforeAll(async () => {
    const quads = Array.from({ length: 3_000 }, (_, i) => {
      const subject = `<https://data.oslo.example/id/datasett/n${i % 1_000}>`;
      const next = `<https://data.oslo.example/id/datasett/n${(i * 7 + 1) % 1_000}>`;
      const object = i % 3 === 0 ? `"${'a'.repeat(30)}${i}"@nb` : next;
      return `${subject} <https://data.oslo.example/def#p${i % 3}> ${object} <urn:x:g> .\n`;
    });
    pool = createProcessPool({ backend: snapshotSpec(quads.join('')), size: 2 });
    await pool.warm();
  });
  afterAll(() => pool.close());

  const repeat = (text: (i: number) => string, count: number): string =>
    Array.from({ length: count }, (_, i) => text(i)).join(' ');
  const P = '<https://data.oslo.example/def#p1>';
  const Q = '<https://data.oslo.example/def#p2>';

  test.each<[string, string, RegExp]>([
    ['a product of three patterns', 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }', /TOO_LARGE/],
    [
      'a product, sorted',
      'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d LIMIT 1',
      /TIMEOUT|MEMORY/,
    ],
    [
      'a product, grouped',
      'SELECT ?a (COUNT(DISTINCT ?f) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a',
      /TIMEOUT|MEMORY/,
    ],
    ['a chain of star paths', `SELECT (COUNT(*) AS ?n) { ?a ${P}*/${Q}*/${P}* ?b }`, /TIMEOUT/],
    [
      'a star of alternatives and a negated set between unbound ends',
      `SELECT (COUNT(*) AS ?n) { ?a (${P}|${Q}|^${P})* ?b . ?c !(${P}|^${Q})+ ?d }`,
      /TIMEOUT|MEMORY/,
    ],
    [
      'GROUP_CONCAT of a product',
      'SELECT (GROUP_CONCAT(?c) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
      /TOO_LARGE|TIMEOUT|MEMORY/,
    ],
    [
      'a backtracking regular expression',
      'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(STR(?o), "^(a+)+$") }',
      /^0$/,
    ],
    [
      'a backtracking regular expression in REPLACE',
      `SELECT (STRLEN(REPLACE("${'a'.repeat(40_000)}!", "^(a|aa)+$", "b")) AS ?n) {}`,
      /^40001$/,
    ],
    [
      'a text that doubles and doubles',
      `SELECT (STRLEN(?v60) AS ?n) { BIND("aaaaaaaaaaaaaaaa" AS ?v0) ${repeat((i) => `BIND(CONCAT(?v${i}, ?v${i}) AS ?v${i + 1})`, 60)} }`,
      /TOO_LARGE|MEMORY|^$/,
    ],
    [
      'a text that REPLACE makes long',
      `SELECT (STRLEN(?v9) AS ?n) { BIND("aaaaaaaaaa" AS ?v0) ${repeat((i) => `BIND(REPLACE(?v${i}, "a", "aaaaaaaaaa") AS ?v${i + 1})`, 9)} }`,
      /TOO_LARGE|MEMORY|TIMEOUT|^$/,
    ],
    [
      'distinct rows of a product',
      'SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }',
      /TOO_LARGE|TIMEOUT|MEMORY/,
    ],
    [
      'NOT EXISTS over a product',
      'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?e ?g . ?g ?h ?i . ?j ?k ?l FILTER(?l = 1) } }',
      /TOO_LARGE|TIMEOUT|MEMORY/,
    ],
    [
      'an explosion of UNIONs',
      `SELECT (COUNT(*) AS ?n) { ${repeat((i) => `{ ?s${i} ?p${i} ?o } UNION { ?o ?p${i} ?s${i} }`, 8)} }`,
      /TIMEOUT|MEMORY/,
    ],
    ['VALUES by the thousand', `ASK { VALUES ?x { ${repeat(() => '1', 10_001)} } }`, /TOO_LARGE/],
    [
      'sub-queries in sub-queries',
      `SELECT * { ${repeat((i) => `{ SELECT * { ?s${i} ?p${i} ?o${i} .`, 60)} ${'} }'.repeat(60)} } ORDER BY ?s1`,
      /TIMEOUT|MEMORY|FAILED/,
    ],
    [
      'CONSTRUCT of a product',
      'CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
      /TOO_LARGE|TIMEOUT|MEMORY/,
    ],
    [
      'DESCRIBE of everything in a product',
      'DESCRIBE ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
      /TIMEOUT|MEMORY/,
    ],
    [
      'a large OFFSET',
      'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 2000000000 LIMIT 1',
      /TIMEOUT/,
    ],
    ['a flat row of OPTIONALs', `SELECT * { ${repeat(() => 'OPTIONAL {}', 4_000)} }`, /TOO_LARGE/],
    ['a long sum', `SELECT (1${'+1'.repeat(30_000)} AS ?x) {}`, /TOO_LARGE/],
  ])('%s ends while another client is answered', async (_, text, expected) => {
    // Where a right answer is due, a slow machine must not make it a time-out.
    const timeoutMs = expected.source.includes('TIMEOUT') ? 700 : 10_000;
    // Whoever answers is free afterwards, so the attack does not queue; new processes may take their time.
    const patient = { format: 'csv', timeoutMs: 60_000 } as const;
    await ask(pool, 'ASK {}', patient);
    const attack = ask(pool, text, { format: 'csv', timeoutMs });
    const outcome = attack.then(
      ({ text: answer }) => answer.split('\r\n')[1],
      (error: unknown) => (isCatalogError(error) ? error.code : String(error)),
    );
    expect((await ask(pool, 'ASK {}', patient)).text).toBe('true');
    expect(await outcome).toMatch(expected);
  });
});
