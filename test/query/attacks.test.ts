/** The pool of query processes: limits, replacement, new revisions, shutting down (safety D1 to D4). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
import { ask } from './pool-support.js';
import { textOf } from './query-engine.contract.js';

describe('D2 attacks', () => {
  let pool: QueryPool;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'query-'));
    const file = join(folder, 'many.nq');
    const quads = Array.from({ length: 3_000 }, (_, i) => {
      const subject = `<https://data.oslo.example/id/datasett/n${i % 1_000}>`;
      const next = `<https://data.oslo.example/id/datasett/n${(i * 7 + 1) % 1_000}>`;
      const object = i % 3 === 0 ? `"${'a'.repeat(30)}${i}"@nb` : next;
      return `${subject} <https://data.oslo.example/def#p${i % 3}> ${object} <urn:x:g> .\n`;
    });
    await writeFile(file, quads.join(''));
    pool = createProcessPool({ file, size: 2 });
    await pool.warm();
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true });
  });

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
      /TIMEOUT|MEMORY/,
    ],
    [
      'a backtracking regular expression',
      'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER REGEX(STR(?o), "^(a+)+$") }',
      /^0$/,
    ],
    [
      'NOT EXISTS over a product',
      'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?e ?g . ?g ?h ?i . ?j ?k ?l FILTER(?l = 1) } }',
      /TIMEOUT|MEMORY/,
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
      /TIMEOUT|MEMORY/,
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
    await ask(pool, 'ASK {}'); // whoever answered is free now, so the attack does not queue
    const attack = ask(pool, text, { format: 'csv', timeoutMs });
    const outcome = attack.then(
      (result) => textOf(result).split('\r\n')[1],
      (error: unknown) => (isCatalogError(error) ? error.code : String(error)),
    );
    expect(textOf(await ask(pool, 'ASK {}', { format: 'csv' }))).toBe('true');
    expect(await outcome).toMatch(expected);
  });
});
