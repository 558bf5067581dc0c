/**
 * Done-when 8 and N2: the pages in a real browser, at 1280 and 320 px, light and dark: axe finds nothing, nothing overflows,
 * no other host is asked, no script or style is refused, and the keyboard reaches what the mouse does.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.js';
import { startSite, type RunningSite } from '../support/running-site.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

/** Set to a folder to keep what the browser saw. */
const pictures = process.env['DATAVEV_SCREENSHOTS'];

let temp: TempCatalogue;
let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  site = await startSite(temp.varFolder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await temp[Symbol.asyncDispose]();
});

/** A page, and what went wrong on it: requests to other hosts, messages of the security policy, script errors. */
async function open(
  path: string,
  options: { width: number; scheme: 'light' | 'dark' },
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 900 },
    colorScheme: options.scheme,
    locale: 'nb-NO',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.origin) faults.push(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  const answer = await page.goto(site.origin + path);
  expect(answer?.status(), path).toBe(200);
  return { page, faults };
}

/** The first thing of a kind whose page says something: kinds are listed by title. */
async function firstOf(kind: string, path = `/nb/${kind}`): Promise<string> {
  const list = await (await fetch(site.origin + path)).text();
  return new RegExp(`href="(/nb/${kind}/[^"?]+)"`).exec(list)![1]!;
}

const KINDS: readonly (readonly [string, () => Promise<string>])[] = [
  ['home', async () => '/nb/'],
  ['list', async () => '/nb/datasett'],
  ['dataset', async () => '/nb/datasett/folkemengde-per-bydel-2025'],
  ['closed-dataset', async () => '/nb/datasett/medisindispenser-hendelser'],
  ['system', () => firstOf('system')],
  ['processing', () => firstOf('behandling')],
  ['organisation', () => firstOf('virksomhet')],
  ['concept', () => firstOf('begrep')],
  ['service', () => firstOf('datatjeneste')],
  ['series', () => firstOf('serie')],
  ['catalogue', async () => '/nb/katalog/oslo'],
  ['data-model', async () => '/nb/def/kdm'],
  ['term', async () => '/nb/def/kdm/System'],
  ['quality', async () => '/nb/kvalitet'],
  ['portals', async () => '/nb/kvalitet/portaler'],
  ['search', async () => '/nb/sok?q=barnehage'],
  ['search, nothing found', async () => '/nb/sok?q=xyzzy'],
  ['changes', async () => '/nb/endringer'],
  ['history', async () => '/nb/datasett/folkemengde-per-bydel-2025/endringer'],
  ['change', () => firstOf('endring', '/nb/endringer')],
  ['sparql', async () => '/nb/sparql'],
  ['coverage', async () => '/nb/dekning'],
  ['high-value', async () => '/nb/hvd'],
  ['protected', async () => '/nb/vernede-data'],
];

describe.each([
  { width: 1280, scheme: 'light' },
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const)('at $width px, $scheme', (options) => {
  test.each(KINDS)(
    'the %s page has no fault that axe or the browser can find',
    async (name, pathOf) => {
      const { page, faults } = await open(await pathOf(), options);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(faults).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      if (pictures) {
        await mkdir(pictures, { recursive: true });
        await page.screenshot({
          path: join(pictures, `${name}-${options.width}-${options.scheme}.png`),
          fullPage: true,
        });
      }
      await page.context().close();
    },
  );
});

test('with the keyboard alone: skip link, menu, list, dataset and its file', async () => {
  const { page } = await open('/nb/', { width: 1280, scheme: 'light' });
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toMatch(/^#/);
  await page.goto(`${site.origin}/nb/datasett/folkemengde-per-bydel-2025`);
  const reached = new Set<string>();
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    const href: unknown = await page.evaluate('document.activeElement?.getAttribute("href")');
    if (typeof href !== 'string') continue;
    if (reached.has(href) && href.startsWith('#')) break;
    reached.add(href);
    const isVisible = await page.evaluate(
      '(() => { const r = document.activeElement.getBoundingClientRect(); return r.width > 0 && r.height > 0; })()',
    );
    expect(isVisible, href).toBe(true);
  }
  expect([...reached].some((href) => href.startsWith('/fil/') && href.endsWith('.csv'))).toBe(true);
  expect(reached).toContain('/nb/datasett');
  await page.context().close();
});

test('works without script: every page is whole when scripts are off', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/nb/sparql`);
  await page
    .locator('textarea')
    .fill(
      'SELECT ?t { ?d a <http://www.w3.org/ns/dcat#Catalog> ; <http://purl.org/dc/terms/title> ?t }',
    );
  await page.locator('main form button[type=submit]').first().click();
  expect(await page.locator('table').first().innerText()).toContain('Oslo kommunes datakatalog');
  await context.close();
});
