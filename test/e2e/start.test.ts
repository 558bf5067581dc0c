/** Done-when 1: the main command as a user runs it: harvest, publish, serve; one line that says what to open; ends in order. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/compose.js';

let varFolder: string;
/** The first run on an empty machine; the other tests start from what it published. */
let first: Run;
let url: string;
beforeAll(async () => {
  varFolder = await mkdtemp(join(tmpdir(), 'datavev-start-'));
  first = run(['start'], { PORT: '0' });
  url = (await first.until(/klar på (http:\/\/localhost:\d+\/)/))[1]!;
  await first.until(/stopp\s+Ctrl\+C/);
});
afterAll(async () => {
  first.child.kill('SIGKILL');
  await rm(varFolder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Everything said so far. */
  said(): string;
  until(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly ended: Promise<number | null>;
}

function run(args: readonly string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'bin/datavev.mjs'), ...args], {
    env: { ...process.env, DATAVEV_VAR: varFolder, DATAVEV_LANG: 'nb', ...environment },
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    said: () => text,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then((code) => {
          reject(new Error(`ended with ${String(code)}: ${text}`));
        });
      }),
  };
}

test('npm start harvests, publishes, serves and says what to open', async () => {
  expect(first.said()).toContain('poster er offentlige');
  const page = await fetch(`${url}nb/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Oslo kommune');
  expect((await fetch(`${url}katalog.ttl`)).headers.get('content-type')).toBe(
    'text/turtle; charset=utf-8',
  );
  const answer = await fetch(
    `${url}sparql?query=${encodeURIComponent('ASK { ?s a <http://www.w3.org/ns/dcat#Dataset> }')}`,
  );
  expect(await answer.json()).toMatchObject({ boolean: true });
});

test('a second start finds nothing changed, serves the same revision, and stops when told', async () => {
  const started = run(['start'], { PORT: '0' });
  await started.until(/klar på/);
  expect(started.said()).toContain('Ingenting er endret: revisjon 1 gjelder.');
  const [, own = ''] = await started.until(/klar på (\S+)/);
  started.child.kill('SIGINT');
  expect(await started.ended).toBe(0);
  await expect(fetch(`${own}nb/`)).rejects.toThrow();
});

test('a port that is taken or no port at all is told in plain words, with exit code 2', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const taken = run(['start', '--serve-only'], { PORT: String(port) });
  expect(await taken.ended).toBe(2);
  expect(taken.said()).toContain(`Port ${port} er opptatt. Velg en annen`);
  holder.close();

  const wrong = run(['start', '--serve-only'], { PORT: 'abc' });
  expect(await wrong.ended).toBe(2);
  expect(wrong.said()).toContain('PORT må være et tall mellom 0 og 65535, fikk «abc».');
});

test('without a published revision there is nothing to serve, and that is said', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'datavev-empty-'));
  const started = run(['start', '--serve-only'], { PORT: '0', DATAVEV_VAR: empty });
  expect(await started.ended).toBe(2);
  expect(started.said()).toContain('Ingen revisjon er publisert ennå.');
  await rm(empty, { recursive: true });
});
