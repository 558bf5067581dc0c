/** D8: what is kept of answers, for whom it is run, and what is forgotten when. The clock is the test's. */
import { beforeEach, describe, expect, test } from 'vitest';
import { START_BYTES, wholeAnswer, type Answer } from '../../site/sparql/answer.js';
import { Answers, type Asked } from '../../site/sparql/answers.js';
import { requestKey } from '../../site/sparql/request-key.js';
import { ResultCache } from '../../site/sparql/result-cache.js';
import { iri } from '../../src/model/iri.js';
import { queryError } from '../../src/query/query-error.js';
import type { QueryResult } from '../../src/query/query-engine.js';

const KB = 1024;
let time = 0;
const now = (): number => time;
beforeEach(() => {
  time = 0;
});

function whole(text: string): Answer {
  return { kind: 'bindings', mediaType: 'text/csv', start: Buffer.from(text) };
}
async function textOf(answer: Answer): Promise<string> {
  return Buffer.from(await wholeAnswer(answer)).toString();
}

describe('the key of an answer', () => {
  const ask = { query: 'ASK {}', defaultGraphs: [], namedGraphs: [], format: undefined };
  const [a, b] = [iri('urn:a:a'), iri('urn:a:b')];

  test('differs by content, query bytes, kind of graph and format', () => {
    const keys = [
      requestKey('content', ask, 'json'),
      requestKey('other', ask, 'json'),
      requestKey('content', { ...ask, query: 'ASK { }' }, 'json'),
      requestKey('content', { ...ask, defaultGraphs: [a] }, 'json'),
      requestKey('content', { ...ask, namedGraphs: [a] }, 'json'),
      requestKey('content', { ...ask, defaultGraphs: [a, b] }, 'json'),
      requestKey('content', ask, 'csv'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is that of a set of graphs, and of nothing that leaves the bytes as they are', () => {
    const one = requestKey('content', { ...ask, defaultGraphs: [b, a, b] }, 'json');
    const other = requestKey('content', { ...ask, defaultGraphs: [a, b], format: 'json' }, 'json');
    expect(one).toBe(other);
  });
});

describe('the cache', () => {
  const limits = { bytes: 100 * KB, entryBytes: 40 * KB, errorMs: 10_000 };
  let cache: ResultCache;
  beforeEach(() => {
    cache = new ResultCache(now, limits);
    cache.keepOnly('content');
  });

  test('holds no more than its bytes; what was not asked for longest goes first', () => {
    for (const key of ['a', 'b', 'c']) cache.put(key, 'content', whole('x'.repeat(30 * KB)));
    cache.get('a');
    cache.put('d', 'content', whole('x'.repeat(30 * KB)));
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
    for (let turn = 0; turn < 5_000; turn += 1) {
      cache.put(`small ${turn}`, 'content', whole('x'));
      expect(cache.bytes).toBeLessThanOrEqual(limits.bytes);
    }
    expect(cache.bytes).toBeGreaterThan(limits.bytes - 2 * KB);
  });

  test('counts an answer that is put twice once', () => {
    cache.put('a', 'content', whole('x'.repeat(30 * KB)));
    const { bytes } = cache;
    cache.put('a', 'content', whole('y'.repeat(30 * KB)));
    expect(cache.bytes).toBe(bytes);
  });

  test('leaves out what is larger than an entry may be', () => {
    cache.put('a', 'content', whole('x'.repeat(41 * KB)));
    expect([cache.get('a'), cache.bytes]).toEqual([undefined, 0]);
  });

  test('forgets an error after ten seconds, an answer not', () => {
    cache.put('error', 'content', queryError('QUERY_TIMEOUT', { seconds: 10 }));
    cache.put('answer', 'content', whole('x'));
    time = 9_999;
    expect(cache.get('error')).toMatchObject({ code: 'QUERY_TIMEOUT' });
    time = 10_000;
    expect(cache.get('error')).toBeUndefined();
    time = 10_000_000;
    expect(cache.get('answer')).toBeDefined();
  });

  test('C8 forgets all when the content changes, and takes nothing of the old content afterwards', () => {
    cache.put('a', 'content', whole('x'));
    cache.keepOnly('content');
    expect(cache.get('a')).toBeDefined();
    cache.keepOnly('next');
    cache.put('b', 'content', whole('x'));
    expect([cache.get('a'), cache.get('b'), cache.bytes]).toEqual([undefined, undefined, 0]);
  });
});

/** An engine's side of a query, to be told when and how it ends. */
class Run {
  readonly #told: { resolve: (body: Body) => void; reject: (error: unknown) => void }[] = [];
  signals: AbortSignal[] = [];

  get count(): number {
    return this.signals.length;
  }

  readonly start = (signal: AbortSignal): Promise<QueryResult> => {
    this.signals.push(signal);
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      this.#told.push({
        resolve: (body) => resolve({ kind: 'bindings', mediaType: 'text/csv', body }),
        reject,
      });
    });
  };

  end(body: Body): void {
    for (const { resolve } of this.#told.splice(0)) resolve(body);
  }
  fail(error: unknown): void {
    for (const { reject } of this.#told.splice(0)) reject(error);
  }
}
type Body = QueryResult['body'];
async function* body(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
/** A started promise's fate, without waiting for it. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'answered',
    (error: unknown) => error,
  );
}

describe('identical queries at the same time', () => {
  let run: Run;
  let answers: Answers;
  let cache: ResultCache;
  const asked = (more: Partial<Asked> = {}): Asked => ({
    key: 'key',
    content: 'content',
    isCurrent: () => true,
    run: run.start,
    ...more,
  });
  const visitor = (): AbortController => new AbortController();
  beforeEach(() => {
    run = new Run();
    cache = new ResultCache(now);
    cache.keepOnly('content');
    answers = new Answers(cache);
  });

  test('share one run, and later ones its answer', async () => {
    const waiting = [1, 2, 3].map(() => answers.get(asked(), visitor().signal));
    run.end(body('s\r\n', '1\r\n'));
    expect(await Promise.all((await Promise.all(waiting)).map(textOf))).toEqual(
      [1, 2, 3].map(() => 's\r\n1\r\n'),
    );
    expect(await textOf(await answers.get(asked(), visitor().signal))).toBe('s\r\n1\r\n');
    expect(run.count).toBe(1);
  });

  test('other queries have runs of their own', async () => {
    const waiting = ['a', 'b'].map((key) => answers.get(asked({ key }), visitor().signal));
    expect(run.count).toBe(2);
    run.end(body('x'));
    await Promise.all(waiting);
  });

  test.each([
    ['the first', 0],
    ['the second', 1],
  ])('when %s of two leaves, the other is answered', async (_name, leaver) => {
    const visitors = [visitor(), visitor()];
    const waiting = visitors.map(({ signal }) => answers.get(asked(), signal));
    const fates = waiting.map(settled);
    visitors[leaver]?.abort(new Error('left'));
    expect(await fates[leaver]).toMatchObject({ message: 'left' });
    expect(run.signals[0]?.aborted).toBe(false);
    run.end(body('x'));
    expect(await fates[1 - leaver]).toBe('answered');
  });

  test('D4 when all have left, the run is ended, and the next one starts anew', async () => {
    const visitors = [visitor(), visitor()];
    const fates = visitors.map(({ signal }) => settled(answers.get(asked(), signal)));
    for (const one of visitors) one.abort(new Error('left'));
    await Promise.all(fates);
    expect(run.signals[0]?.aborted).toBe(true);
    const next = answers.get(asked(), visitor().signal);
    run.end(body('x'));
    expect(await textOf(await next)).toBe('x');
    expect(run.count).toBe(2);
  });

  test('share an error of the query; it is kept for ten seconds', async () => {
    const fates = [1, 2].map(() => settled(answers.get(asked(), visitor().signal)));
    run.fail(queryError('QUERY_TOO_LARGE', { limit: 'maxRows', value: 1 }));
    for (const fate of fates) expect(await fate).toMatchObject({ code: 'QUERY_TOO_LARGE' });
    const again = await settled(answers.get(asked(), visitor().signal));
    expect([again, run.count]).toMatchObject([{ code: 'QUERY_TOO_LARGE' }, 1]);
    time = 10_001;
    const later = settled(answers.get(asked(), visitor().signal));
    run.end(body('x'));
    expect([await later, run.count]).toEqual(['answered', 2]);
  });

  test('an error of the moment is not kept', async () => {
    const first = settled(answers.get(asked(), visitor().signal));
    run.fail(queryError('QUERY_BUSY'));
    expect(await first).toMatchObject({ code: 'QUERY_BUSY' });
    const second = answers.get(asked(), visitor().signal);
    run.end(body('x'));
    expect(await textOf(await second)).toBe('x');
  });

  test('an answer is not kept when other content is served by then', async () => {
    const first = answers.get(asked({ isCurrent: () => false }), visitor().signal);
    run.end(body('x'));
    await first;
    expect(cache.bytes).toBe(0);
  });

  const large = 'x'.repeat(START_BYTES + 1);
  test('the stream behind a large answer goes to one, others get their own; read whole, it is kept', async () => {
    const visitors = [visitor(), visitor()];
    const waiting = visitors.map(({ signal }) => answers.get(asked(), signal));
    run.end(body(large, 'rest'));
    const first = await waiting[0];
    expect(first?.rest).toBeDefined();
    await new Promise(setImmediate);
    run.end(body(large, 'rest'));
    const second = await waiting[1];
    expect(await textOf(second!)).toBe(`${large}rest`);
    expect(await textOf(first!)).toBe(`${large}rest`);
    expect(run.count).toBe(2);
    expect((await answers.get(asked(), visitor().signal)).rest).toBeUndefined();
    expect(run.count).toBe(2);
  });

  test('whoever reads a large answer and leaves ends its run, and nothing is kept', async () => {
    const reader = visitor();
    const waiting = answers.get(asked(), reader.signal);
    run.end(body(large, 'rest'));
    const { rest } = await waiting;
    expect(run.signals[0]?.aborted).toBe(false);
    await rest![Symbol.asyncIterator]().next();
    reader.abort(new Error('left'));
    expect([run.signals[0]?.aborted, cache.bytes]).toEqual([true, 0]);
  });

  test('a large answer that fails on the way is passed on as a failure, and not kept', async () => {
    const waiting = answers.get(asked(), visitor().signal);
    run.end(
      (async function* () {
        yield Buffer.from(large);
        await Promise.resolve();
        throw queryError('QUERY_TOO_LARGE', { limit: 'maxRows', value: 1 });
      })(),
    );
    await expect(wholeAnswer(await waiting)).rejects.toMatchObject({ code: 'QUERY_TOO_LARGE' });
    expect(cache.bytes).toBe(0);
  });
});
