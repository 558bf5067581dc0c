/** What visitors copy must ask for exactly the address they saw, whatever stands in it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchSnippets } from '../../site/view-models/snippets.js';

const run = promisify(execFile);
let asked: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url, headers: request.headers });
  response.setHeader('Content-Type', 'application/json').end('{"svar":"æøå"}\n');
});
let root = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const PROGRAMS = {
  curl: ['bash', '-c'],
  JavaScript: ['node', '--input-type=module', '-e'],
  Python: ['python3', '-c'],
} as const;
type Language = keyof typeof PROGRAMS;

/** Runs the code in an empty folder. */
async function runs(
  language: Language,
  url: string,
  options?: Parameters<typeof fetchSnippets>[1],
): Promise<{ readonly output: string; readonly folder: string }> {
  const code = fetchSnippets(url, options).find((one) => one.language === language)?.code ?? '';
  const [program, ...more] = PROGRAMS[language];
  const folder = mkdtempSync(join(tmpdir(), 'datavev-snippet-'));
  asked = [];
  const { stdout } = await run(program, [...more, code], { cwd: folder });
  return { output: stdout, folder };
}

const hasPython = await run('python3', ['-c', 'import sys']).then(
  () => true,
  () => false,
);
const languages: Language[] = ['curl', 'JavaScript', ...(hasPython ? ['Python' as const] : [])];

/** Each would break out of a string, be expanded, or ask for more than one address, where it is quoted carelessly. */
const HOSTILE = [
  `'; touch pwned; '`,
  `'"'"'$(touch pwned)`,
  '$(touch pwned)',
  '`touch pwned`',
  '"; import os; os.system("touch pwned") #',
  '\\"); process.exit(3); //',
  "\\'); process.exit(3); //",
  '${process.exit(3)}',
  '{{a,b}}[1-9]',
  '</script><script>alert(1)</script>',
  '%0a%0dX-Injected: 1',
  'line\nbreak\r\n',
  '\u2028\u2029',
  'blåbær áčđŋšŧž 😀',
  '!! !$ ~ * ? & | < > ( ) ; # \\',
  'f"{__import__(\'os\')}"',
];

test.each(languages.flatMap((language) => HOSTILE.map((value) => [language, value] as const)))(
  'X1 the code for %s asks for the address as it is, with %j in it',
  async (language, value) => {
    const path = `/a/${encodeURIComponent(value)}?q=${encodeURIComponent(value)}`;
    const { folder } = await runs(language, root + path);
    expect(asked.map(({ url }) => new URL(url ?? '', root).href)).toEqual([
      new URL(path.replace(/[[\]{}|\\^`]/g, encodeURIComponent), root).href,
    ]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.each(languages.flatMap((language) => HOSTILE.map((value) => [language, value] as const)))(
  'X1 the code for %s asks for one address when %j was not encoded',
  async (language, value) => {
    const { folder } = await runs(language, `${root}/x?q=${value}`);
    expect(asked).toHaveLength(1);
    const sent = new URL(asked[0]?.url ?? '', root).searchParams.get('q');
    expect(sent).toBe(new URL(`${root}/x?q=${value}`).searchParams.get('q'));
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.each(languages)(
  'the code for %s sends the headers and prints the answer',
  async (language) => {
    const headers = { Accept: 'application/json', 'X-API-Key': `it's "\\ $HOME` };
    const { output } = await runs(language, `${root}/x`, { headers });
    expect(asked[0]?.headers).toMatchObject({
      accept: 'application/json',
      'x-api-key': `it's "\\ $HOME`,
    });
    expect(output).toContain('æøå');
  },
);

test.each(
  languages.flatMap((language) =>
    [
      ['barnehager.csv', 'barnehager.csv'],
      ['bl%C3%A5b%C3%A6r.csv', 'blåbær.csv'],
      ["it's $(touch pwned).csv", "it's $(touch pwned).csv"],
      ['..%2F..%2Fetc', '_.._etc'],
      ['-rf', 'rf'],
      ['', 'data'],
    ].map(([path, name]) => [language, path ?? '', name ?? ''] as const),
  ),
)('the code for %s keeps the file %j as %j', async (language, path, name) => {
  const { folder } = await runs(language, `${root}/fil/${path}`, { isFile: true });
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name), 'utf8')).toBe('{"svar":"æøå"}\n');
});

test('the code for R has each value as one string, with escapes that R knows', () => {
  const headers = { Accept: 'application/json', 'X-API-Key': 'a"b\\c\n' };
  const code = fetchSnippets('https://a.example/"\\?q=\'"', { headers }).at(-1)?.code;
  expect(code).toBe(
    [
      'library(httr2)',
      '',
      'response <- request("https://a.example/%22/?q=%27%22") |>',
      '  req_headers("Accept" = "application/json") |>',
      '  req_headers("X-API-Key" = "a\\"b\\\\c\\n") |>',
      '  req_perform()',
      'resp_body_json(response)',
    ].join('\n'),
  );
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ikke en adresse', ''])(
  'X1 there is no code for %j',
  (url) => {
    expect(fetchSnippets(url)).toEqual([]);
  },
);
