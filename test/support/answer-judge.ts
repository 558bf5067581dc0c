/** What is wrong with an answer of the site, whatever was asked and whatever the catalogue holds (X1, X3, P5, R7). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { SITE_FOLDER } from '../../site/site-folder.js';
import { readXml } from '../clients/xml.js';
import { unescaped } from './crawl.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** One line for each fault; `sent` is the hostile value that the request or the catalogue held. */
export function answerFaults({ status, headers, body }: Answer, sent: string): string[] {
  const type = String(headers['content-type'] ?? '');
  const judge = JUDGES.find(([one]) => one.test(type))?.[1];
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...headerFaults(headers),
    ...(body === '' ? [] : (judge?.(body, sent) ?? [])),
  ];
}

type Judge = (body: string, sent: string) => string[];

const JUDGES: readonly (readonly [RegExp, Judge])[] = [
  [/^text\/html/, htmlFaults],
  [/^image\/svg\+xml/, (body, sent) => [...xmlFaults(body), ...reflected(body, sent)]],
  [/[/+]xml/, xmlFaults],
  [/[/+]json/, jsonFaults],
  [/^text\/csv/, csvFaults],
];

/** Names that the site has for headers; another one came from outside. */
const HEADERS = new Set([
  ...['accept-ranges', 'access-control-allow-headers', 'access-control-allow-methods'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'access-control-max-age'],
  ...['allow', 'cache-control', 'connection', 'content-disposition', 'content-encoding'],
  ...['content-language', 'content-length', 'content-location', 'content-range', 'content-type'],
  ...['content-security-policy', 'date', 'etag', 'keep-alive', 'last-modified', 'link'],
  ...['location', 'referrer-policy', 'retry-after', 'transfer-encoding', 'vary'],
  ...['x-content-type-options', 'x-robots-tag'],
]);

function headerFaults(headers: Answer['headers']): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const text = String(value);
    const isOurs = HEADERS.has(name) && /^[\t\u0020-\u007e]*$/.test(text);
    const isAway = name === 'location' && !/^\/(?![/\\])/.test(text);
    return isOurs && !isAway ? [] : [`header ${name}: ${text.slice(0, 80)}`];
  });
}

const DATA_BLOCK = /<script type="application\/ld\+json">(.*?)<\/script>/gs;
const ADDRESS = /^(\/(?![/\\])|#|\?|https?:\/\/|mailto:[^\s]+@)/i;
const TAG = /<(\/?)([a-zA-Z!][^\s>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/y;
const ATTRIBUTE = /\s+([^\s=>"]+)(?:="([^"]*)")?/g;

/** Whatever the value is, the page is made of the templates' own elements and attributes, and leads to no unsafe address. */
function htmlFaults(body: string, sent: string): string[] {
  const faults = reflected(body, sent);
  for (const [, block = ''] of body.matchAll(DATA_BLOCK)) {
    if (/[<>&\u2028\u2029]/.test(block)) faults.push('markup in the data block');
    faults.push(...jsonFaults(block));
  }
  const page = body.replace(DATA_BLOCK, '');
  for (let at = page.indexOf('<'); at !== -1; at = page.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    const [whole, , name = '', attributes = ''] = TAG.exec(page) ?? [];
    if (whole === undefined) return [...faults, `no tag: ${page.slice(at, at + 80)}`];
    faults.push(...tagFaults(name.toLowerCase(), attributes));
  }
  return faults;
}

function tagFaults(name: string, attributes: string): string[] {
  const { tags, attributes: known } = templateMarkup();
  const faults = tags.has(name) ? [] : [`<${name}> is in no template`];
  for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (!known.has(attribute)) faults.push(`${attribute} is in no template`);
    if (!isSafeValue(name, attribute, value))
      faults.push(`<${name}> ${attribute}="${value.slice(0, 80)}"`);
  }
  return faults;
}

function isSafeValue(tag: string, attribute: string, value: string): boolean {
  if (tag === 'script' && attribute === 'src') return value.startsWith('/static/');
  if (!['href', 'src', 'action'].includes(attribute)) return true;
  return value === '' || ADDRESS.test(unescaped(value));
}

/** A value with markup in it never stands in a page as it was sent. */
function reflected(body: string, sent: string): string[] {
  const isMarkup = /[<>"'`&]/.test(sent) && sent.length > 3;
  return isMarkup && body.replace(DATA_BLOCK, '').includes(sent)
    ? ['reflected as it was sent']
    : [];
}

function jsonFaults(body: string): string[] {
  try {
    JSON.parse(body);
    return [];
  } catch (error) {
    return [`no JSON: ${String(error)}`];
  }
}

function xmlFaults(body: string): string[] {
  try {
    readXml(body);
    return [];
  } catch (error) {
    return [`no XML: ${String(error)}`];
  }
}

/** P5: no cell of a table for spreadsheets begins as a formula does. Numbers below zero are no formulas. */
function csvFaults(body: string): string[] {
  const separator = /^[^\n]*;/.test(body) ? ';' : ',';
  const rows = parseCsv(body, { bom: true, delimiter: separator, relax_column_count: true });
  return rows
    .flat()
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d+([.,]\d+)?$/.test(cell))
    .map((cell) => `a formula: ${cell.slice(0, 80)}`);
}

interface Markup {
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

let markup: Markup | undefined;

/** Every element and attribute that the templates write; what no template writes came from a value. */
function templateMarkup(): Markup {
  if (markup) return markup;
  const views = join(SITE_FOLDER, 'views');
  const sources = readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => readFileSync(join(views, file), 'utf8'))
    .join('\n');
  const tags = [...sources.matchAll(/<([a-zA-Z!][\w-]*)/g)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  const attributes = [...sources.matchAll(/[\s}]([a-zA-Z][\w:-]*)(?==")/g)].map(
    ([, name = '']) => name,
  );
  // Of the templates without value, and the one that a helper writes.
  const bare = ['html', 'defer', 'open', 'readonly', 'required', 'checked', 'selected', 'disabled'];
  markup = {
    tags: new Set(tags),
    attributes: new Set([...attributes, ...bare, 'hidden', 'data-zebra', 'lang']),
  };
  return markup;
}
