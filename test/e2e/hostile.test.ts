/**
 * X1, X2, Done-when 3: a catalogue whose makers wrote hostile values into every text, harvested and published as any other, in a
 * real browser: no dialog, no report of the security policy, no fault of a script, no request to another host.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { watch, WIDE } from '../support/browser-judge.js';
import { plantHostile } from '../support/hostile-sources.js';
import { SHORT_VALUES } from '../support/hostile-values.js';
import { crawlPages, kindOf } from '../support/page-kinds.js';
import { startSite, type RunningSite } from '../support/running-site.js';
import { targetsOf } from '../support/targets.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

/** As many pages of each kind as hold every value somewhere. */
const OF_EACH = 30;
/** In nearly all of the values, and in no other text. */
const MARKED = /alert\(1\)|ondt\.example|=1\+1|7\*7/;
/** What a page does without being asked, and what it does when every part of it is opened and touched. */
const TOUCH = `for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('main *')) one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));`;

let temp: TempCatalogue;
let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  temp = await tempCatalogue('oslo', plantHostile);
  await temp.harvest([], true);
  await temp.publish();
  site = await startSite(temp.varFolder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await temp[Symbol.asyncDispose]();
});

/** Opens each and tells what the browser held against it. */
async function faultsAt(paths: readonly string[]): Promise<Record<string, string[]>> {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  const faults = watch(page, site.origin);
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.goto(site.origin + path, { waitUntil: 'load' });
    await page.evaluate(TOUCH);
    faults.push(...(await unsafe(page)));
    if (faults.length > 0) found[path] = faults.splice(0);
  }
  await context.close();
  return found;
}

/** What a script of another's could hang on, whether or not it has run. */
function unsafe(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(UNSAFE);
}

// The editor sets sizes of its own by script, which the policy allows.
const UNSAFE = `[...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]
  .filter(({ name, value }) => /^on/i.test(name) || (name === 'style' && !one.closest('.app-editor')) || name === 'srcdoc' ||
    (/^(href|src|action|formaction|data|xlink:href)$/i.test(name) && /^\\s*(javascript|data|vbscript|blob|file):/i.test(value)))
  .map(({ name, value }) => one.tagName + ' ' + name + '="' + value.slice(0, 60) + '"'))`;

// All of them go through all fields in hostile-fields.test.ts; here those that harvesting and publishing let through.
test('the values are there: more than 100 of them stand on pages, as text', async () => {
  const pages = await crawlPages(site.origin);
  const texts = [...pages.values()].map(({ body }) => plainText(body)).join('\n');
  const shown = SHORT_VALUES.filter((value) => texts.includes(plainSpace(value)));
  expect(shown.length).toBeGreaterThan(100);
});

test('X1 X2 no page of any kind does what a value says', async () => {
  const byKind = new Map<string, string[]>();
  for (const [path, { body }] of await crawlPages(site.origin)) {
    if (!MARKED.test(body)) continue;
    const kind = kindOf(path);
    byKind.set(kind, [...(byKind.get(kind) ?? []), path]);
  }
  const paths = [...byKind.values()].flatMap((all) => all.slice(0, OF_EACH));
  expect(byKind.size).toBeGreaterThan(20);
  expect(await faultsAt(paths)).toEqual({});
});

test('X3 nor does a page that was asked for with it', async () => {
  const forms = (await targetsOf(site.origin)).filter(
    ({ path, parameters }) =>
      path.startsWith('/nb/') && !path.includes('.') && parameters.length > 0,
  );
  const paths = SHORT_VALUES.map((value, at) => {
    const { path = '', parameters = [] } = forms[at % forms.length] ?? {};
    const sent = encodeURIComponent(value);
    return `${path}?${parameters.map((name) => `${name}=${sent}`).join('&')}`;
  });
  const searches = SHORT_VALUES.map((value) => `/nb/sok?q=${encodeURIComponent(value)}`);
  expect(await faultsAt([...paths, ...searches])).toEqual({});
});

/** What a reader sees of a page, without the spaces that HTML does not tell apart. */
function plainText(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return plainSpace(
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
      .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? ''),
  );
}

function plainSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
