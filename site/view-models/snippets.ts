/**
 * One GET request as code to copy: curl, JavaScript, Python, R. Pure. Every value is written as a string of the language it stands in,
 * so that no address can end the string and become code of its own (X1; test/site/snippets.test.ts runs them).
 */

export interface Snippet {
  /** `sh`, `js`, `py`, `r`: unlike in one listing, so that fragments can be made of it. */
  readonly id: string;
  /** A name, the same in all languages. */
  readonly language: string;
  readonly code: string;
}

export interface SnippetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer is a file to keep, rather than something to print. */
  readonly isFile?: boolean;
}

interface Call {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly isJson: boolean;
  /** Where the answer is kept. */
  readonly fileName?: string;
}

/** None for what is no web address. */
export function fetchSnippets(url: string, options: SnippetOptions = {}): readonly Snippet[] {
  const address = requestAddress(url);
  if (address === undefined) return [];
  const headers = Object.entries(options.headers ?? {});
  const accept = headers.find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
  const call: Call = {
    ...{ url: address, headers, isJson: /[/+]json\b/.test(accept) },
    ...(options.isFile === true ? { fileName: fileName(address) } : {}),
  };
  return [
    { id: 'sh', language: 'curl', code: curl(call) },
    { id: 'js', language: 'JavaScript', code: javaScript(call) },
    { id: 'py', language: 'Python', code: python(call) },
    { id: 'r', language: 'R (httr2)', code: r(call) },
  ];
}

/** As RFC 3986 writes it, in ASCII alone: brackets and braces would make curl ask for many addresses. */
function requestAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin, pathname, search } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return origin + (pathname + search).replace(/[[\]{}|\\^`]/g, encodeURIComponent);
}

/** A name that stays in the folder it is put in, and that no program takes for an option. */
function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const name = decoded(last)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '_')
    .replace(/^[-.]+/, '')
    .slice(0, 100);
  return name === '' ? 'data' : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function curl({ url, headers, fileName: name }: Call): string {
  return [
    'curl --fail --location',
    ...headers.map(([header, value]) => `--header ${inShell(`${header}: ${value}`)}`),
    ...(name === undefined ? [] : [`--output ${inShell(name)}`]),
    inShell(url),
  ].join(' \\\n  ');
}

function javaScript({ url, headers, isJson, fileName: name }: Call): string {
  const options =
    headers.length > 0
      ? `, {\n  headers: {\n${headers.map(([header, value]) => `    ${inC(header)}: ${inC(value)},\n`).join('')}  },\n}`
      : '';
  const answer =
    name === undefined
      ? [`console.log(await response.${isJson ? 'json' : 'text'}());`]
      : [`await writeFile(${inC(name)}, Buffer.from(await response.arrayBuffer()));`];
  return [
    ...(name === undefined ? [] : ["import { writeFile } from 'node:fs/promises';", '']),
    `const response = await fetch(${inC(url)}${options});`,
    'if (!response.ok) throw new Error(`HTTP ${response.status}`);',
    ...answer,
  ].join('\n');
}

/** With the standard library alone. */
function python({ url, headers, isJson, fileName: name }: Call): string {
  const more = headers.map(([header, value]) => `    ${inC(header)}: ${inC(value)},\n`).join('');
  const request = more === '' ? inC(url) : `Request(${inC(url)}, headers={\n${more}})`;
  const imports = [
    ...(isJson && name === undefined ? ['import json'] : []),
    ...(name === undefined ? [] : ['import shutil']),
    `from urllib.request import ${more === '' ? '' : 'Request, '}urlopen`,
  ];
  const answer = isJson ? 'print(json.load(response))' : 'print(response.read().decode())';
  return [
    ...imports,
    '',
    ...(name === undefined
      ? [`with urlopen(${request}) as response:`, `    ${answer}`]
      : [
          `with urlopen(${request}) as response, open(${inC(name)}, "wb") as file:`,
          '    shutil.copyfileobj(response, file)',
        ]),
  ].join('\n');
}

function r({ url, headers, isJson, fileName: name }: Call): string {
  const steps = [
    `response <- request(${inC(url)})`,
    ...headers.map(([header, value]) => `req_headers(${inC(header)} = ${inC(value)})`),
    `req_perform(${name === undefined ? '' : `path = ${inC(name)}`})`,
  ].join(' |>\n  ');
  const read = `resp_body_${isJson ? 'json' : 'string'}(response)`;
  return ['library(httr2)', '', steps, ...(name === undefined ? [read] : [])].join('\n');
}

/** POSIX shell: nothing means anything between apostrophes but the apostrophe. */
export function inShell(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/**
 * JSON's strings have the same meaning in JavaScript (ECMA-262 2019), Python (Language Reference 2.4.1) and R (?Quotes), whose escapes
 * are all of those that JSON needs.
 */
export function inC(value: string): string {
  return JSON.stringify(value);
}
