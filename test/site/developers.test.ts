/** `/utviklere`: everything that stands there to be copied is run against the site itself. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { BASE, startSite, type TestSite } from './site-server.js';

const run = promisify(execFile);
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await site.zones.warm();
});
afterAll(() => site.close());

const unescape = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

async function listings(lang: string): Promise<string[]> {
  const page = await (await site.get(`/${lang}/utviklere`)).text();
  return [...page.matchAll(/<pre class="app-code"[^>]*><code>([^<]*)<\/code>/g)].map(([, code]) =>
    unescape(code ?? ''),
  );
}

/** POSIX words: between apostrophes everything is itself; a backslash goes before an apostrophe or a line's end. */
function words(command: string): string[] {
  const found = command.replace(/\\\n\s*/g, ' ').match(/(?:'[^']*'|\\'|[^\s'\\])+/g) ?? [];
  return found.map((word) => word.replace(/'([^']*)'|\\'/g, (_, inner?: string) => inner ?? "'"));
}

interface Call {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly keepsTag: boolean;
}

function readCurl(command: string): Call {
  const [name, ...rest] = words(command);
  expect(name).toBe('curl');
  const headers: Record<string, string> = {};
  const data: string[] = [];
  const options = new Set<string>();
  let url = '';
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (!word.startsWith('--')) url = word;
    else if (/^--(fail|location|get)$/.test(word)) options.add(word);
    else {
      const value = rest[(at += 1)] ?? '';
      const [field = '', text = ''] = value.split(/: (.*)/s);
      if (word === '--header') headers[field] = text;
      else if (word === '--data-urlencode') data.push(value);
      else options.add(word);
    }
  }
  const search = data.map((one) => one.replace(/=(.*)/s, (_, value: string) => `=${encodeURIComponent(value)}`)); // prettier-ignore
  expect(url.startsWith(BASE)).toBe(true);
  return {
    url: `${site.root}/${url.slice(BASE.length)}${search.length > 0 ? `?${search.join('&')}` : ''}`,
    headers,
    keepsTag: options.has('--etag-compare'),
  };
}

/** Follows 303 to addresses of the site; what is absolute begins with the base. */
const ask = ({ url, headers }: Omit<Call, 'keepsTag'>): Promise<Response> =>
  fetch(url, { headers, redirect: 'follow' });

function expectedType({ url, headers }: Call): string {
  if (headers['Accept'] !== undefined) return headers['Accept'];
  const { pathname } = new URL(url);
  if (pathname.endsWith('.csv')) return 'text/csv';
  return pathname.endsWith('.ttl') ? 'text/turtle' : 'application/json';
}

test('every curl command on the page is answered, with the type it asks for', async () => {
  const commands = (await listings('nb')).filter((code) => code.startsWith('curl '));
  expect(commands.length).toBeGreaterThanOrEqual(10);
  for (const command of commands) {
    const call = readCurl(command);
    const answer = await ask(call);
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    expect([command, answer.status, type]).toEqual([command, 200, expectedType(call)]);
    expect((await answer.text()).length).toBeGreaterThan(0);
    if (!call.keepsTag) continue;
    const tag = answer.headers.get('etag') ?? '';
    const again = await ask({ ...call, headers: { ...call.headers, 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
});

test('every JavaScript program on the page runs, and prints what it was asked for', async () => {
  const programs = (await listings('en')).filter((code) => code.includes('await fetch('));
  expect(programs.length).toBeGreaterThanOrEqual(2);
  for (const program of programs) {
    const here = program.replaceAll(BASE, `${site.root}/`);
    // The answer's own addresses keep the base.
    const { stdout } = await run('node', ['--input-type=module', '-e', here]);
    expect(stdout).toContain(BASE);
  }
});

test.each(LANGUAGES)('every link and fragment of the page leads somewhere (%s)', async (lang) => {
  const page = await (await site.get(`/${lang}/utviklere`)).text();
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const hrefs = [...new Set([...main.matchAll(/href="([^"]+)"/g)].map(([, one]) => unescape(one ?? '')))]; // prettier-ignore
  expect(hrefs.length).toBeGreaterThan(20);
  for (const href of hrefs) {
    if (href.startsWith('#')) expect(main).toContain(`id="${href.slice(1)}"`);
    else if (href.startsWith('/')) {
      const { status } = await fetch(site.root + href, { headers: { Accept: '*/*' } });
      expect([href, status]).toEqual([href, 200]);
    }
  }
});

test('the limits that are told are the ones that hold', async () => {
  const page = (await (await site.get('/en/utviklere')).text()).replace(/\s/g, ' ');
  const { sparql } = site.zones.current().settings;
  expect(page).toContain(`Up to ${sparql.timeoutSeconds} seconds for each query.`);
  expect(page).toContain(`Up to ${sparql.maxRows.toLocaleString('en-GB')} rows and 50 MB.`);
  expect(page).toContain('Up to 60 seconds of processing and 30 errors in 60 seconds.');
});
