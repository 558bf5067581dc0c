/**
 * PF2.5: the same rows from every engine: our evaluator, Comunica over the same snapshot, and Oxigraph, which shares no code with
 * them. The catalogue is generated; the queries are those that the site offers and those that are measured.
 */
import oxigraph from 'oxigraph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateCatalogue } from '../../bench/data/catalogue.js';
import { benchQueries, withoutLimit } from '../../bench/peers/queries.js';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
import { ask } from './pool-support.js';
import { snapshotSpec } from './snapshots.js';

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}
type Row = Readonly<Record<string, Term>>;

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** What Oxigraph keeps of a literal (performance.md 3.1): its value. */
function valueOf({ type, value, datatype = '', 'xml:lang': language = '' }: Term): string {
  const local = datatype.startsWith(XSD) ? datatype.slice(XSD.length) : '';
  const isNumber = /integer$|^(?:int|long|short|byte|unsigned.*|decimal|double|float)$/i.test(
    local,
  );
  if (isNumber) return `number ${Number(value)}`;
  if (local === 'dateTime') return `instant ${new Date(value).toISOString()}`;
  if (local === 'boolean') return `boolean ${['1', 'true'].includes(value)}`;
  return [type, value, datatype, language].join(' ');
}

function sortedRows(json: string, isSorted: boolean): string[] {
  const { head, results } = JSON.parse(json) as {
    head: { vars: string[] };
    results: { bindings: Row[] };
  };
  const names = [...head.vars].sort();
  const rows = results.bindings.map((row) =>
    names.map((name) => `${name}=${row[name] ? valueOf(row[name]) : ''}`).join(' | '),
  );
  return isSorted ? rows : rows.sort();
}

describe('engines over one generated catalogue', () => {
  const nquads = generateCatalogue(3_000)
    .lines.map((line) => `${line}\n`)
    .join('');
  const peer = new oxigraph.Store();
  let own: QueryPool;
  let comunica: QueryPool;
  beforeAll(async () => {
    peer.load(nquads, { format: 'application/n-quads' });
    const backend = snapshotSpec(nquads);
    own = createProcessPool({ backend, size: 1, spares: 0 });
    comunica = createProcessPool({
      backend: { ...backend, engine: 'comunica' },
      size: 1,
      spares: 0,
    });
    await Promise.all([own.warm(), comunica.warm()]);
  });
  afterAll(() => Promise.all([own.close(), comunica.close()]));

  const limits = { maxRows: 100_000, maxBytes: 50_000_000, timeoutMs: 60_000 };
  const selects = benchQueries().filter(({ text }) => !/^(?:CONSTRUCT|DESCRIBE|ASK)\b/m.test(text));
  const others = benchQueries().filter(({ text }) => /^(?:CONSTRUCT|DESCRIBE|ASK)\b/m.test(text));

  test.each(selects)('PF2.5 $name', async ({ text }) => {
    const whole = withoutLimit(text);
    const options = { use_default_graph_as_union: true, results_format: 'json' };
    const expected = sortedRows(peer.query(whole, options) as string, false);
    expect(sortedRows((await ask(own, whole, limits)).text, false)).toEqual(expected);
    expect(sortedRows((await ask(comunica, whole, limits)).text, false)).toEqual(expected);
    // With its limit, order and all: no row may come from elsewhere.
    const limited = sortedRows((await ask(own, text, limits)).text, true);
    expect(expected).toEqual(expect.arrayContaining(limited));
  });

  test.each(others)('PF2.5 $name', async ({ text }) => {
    const graphs = await Promise.all([ask(own, text, limits), ask(comunica, text, limits)]);
    const [first, second] = graphs.map((one) => one.text.split('\n').sort());
    expect(first).toEqual(second);
    // The generated catalogue has no ontology to describe a term of.
    if (!/^DESCRIBE kdm:/m.test(text)) expect(graphs[0].rows).toBeGreaterThan(0);
  });
});
