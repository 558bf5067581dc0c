/**
 * Done-when 1: "run an example query, change it, share it", by mouse, by keyboard alone and without JavaScript; and the editor as
 * the page's policy and duties want it (X2, N2, N5): no message of the policy, no other host, nothing kept in the browser, no trap.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleInBrowser, type SampleInBrowser } from '../support/sample-in-browser.js';

const BASE = 'https://data.oslo.example';
const TITLES = `SELECT ?title WHERE {
  ?d a dcat:Dataset ; dct:title ?title
}
ORDER BY ?title
LIMIT 3`;
const BROKEN = 'SELECT ?s WHERE {\n  ?s ?p }';

let sample: SampleInBrowser;
beforeAll(async () => {
  sample = await sampleInBrowser();
});
afterAll(() => sample[Symbol.asyncDispose]());

interface Visit {
  readonly page: Page;
  /** Requests to other hosts, messages of the policy, errors of scripts, and what was put into the browser's stores. */
  readonly faults: string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await sample.browser.newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  if (options.javaScriptEnabled !== false)
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== sample.site.origin) faults.push(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    // That a query is wrong is an answer too, and the browser writes down every 400.
    const isAnswer = /status of 400/.test(message.text());
    if (message.type() === 'error' && !isAnswer) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(`
    document.addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective));
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...pair) { console.error('stores', ...pair); setItem.apply(this, pair); };
  `);
  await page.goto(sample.site.origin + path);
  return { page, faults };
}

async function end({ page, faults }: Visit): Promise<void> {
  expect(faults).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
}

const withQuery = (query: string, lang = 'nb'): string =>
  `/${lang}/sparql?query=${encodeURIComponent(query)}`;
const editorOf = (page: Page) => page.locator('.app-editor .CodeMirror');
const rowsOf = (page: Page): Promise<number> => page.locator('.app-results tbody tr').count();

/** What the reader of the link sees, who has never been here. */
async function openShared(link: string): Promise<{ query: string; rows: number }> {
  expect(link.startsWith(`${BASE}/nb/sparql?query=`)).toBe(true);
  const other = await visit(link.slice(BASE.length), { javaScriptEnabled: false });
  const query = await other.page.locator('textarea').inputValue();
  const rows = await rowsOf(other.page);
  await end(other);
  return { query: query.replaceAll('\r\n', '\n'), rows };
}

describe('run an example query, change it, share it', () => {
  test('by mouse', async () => {
    const here = await visit('/nb/sparql');
    const { page } = here;
    await page.getByRole('link', { name: 'Sist endrede datasett' }).click();
    await editorOf(page).waitFor();
    expect(await rowsOf(page)).toBe(20);
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('5');
    await page.getByRole('button', { name: 'Kjør spørringen' }).click();
    await page.waitForURL(/LIMIT\+5/);
    expect(await rowsOf(page)).toBe(5);
    await page.getByRole('button', { name: 'Kopier lenke' }).click();
    const link = await page.evaluate('navigator.clipboard.readText()');
    const shared = await openShared(String(link));
    expect(shared.rows).toBe(5);
    expect(shared.query).toMatch(/ORDER BY DESC\(\?modified\) \?title\nLIMIT 5$/);
    await end(here);
  });

  test('by keyboard alone', async () => {
    const here = await visit('/nb/sparql');
    const { page } = here;
    await editorOf(page).waitFor();
    await tabTo(page, 'Sist endrede datasett');
    await page.keyboard.press('Enter');
    await page.waitForURL(/query=/);
    await editorOf(page).waitFor();
    await tabTo(page, 'Spørring');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/LIMIT\+2#/);
    expect(await rowsOf(page)).toBe(2);
    await editorOf(page).waitFor();
    await tabTo(page, 'Kopier lenke');
    await page.keyboard.press('Enter');
    await page.getByText('Kopiert').waitFor();
    const link = await page.evaluate('navigator.clipboard.readText()');
    expect((await openShared(String(link))).rows).toBe(2);
    await end(here);
  });

  test('without JavaScript', async () => {
    const here = await visit('/nb/sparql', { javaScriptEnabled: false });
    const { page } = here;
    await page.getByRole('link', { name: 'Sist endrede datasett' }).click();
    expect(await rowsOf(page)).toBe(20);
    const field = page.locator('textarea');
    await field.fill((await field.inputValue()).replace('LIMIT 20', 'LIMIT 4'));
    await page.getByRole('button', { name: 'Kjør spørringen' }).click();
    expect(await rowsOf(page)).toBe(4);
    const link = await page.getByLabel('Lenke til spørringen og svaret').inputValue();
    expect((await openShared(link)).rows).toBe(4);
    await end(here);
  });
});

/** Presses Tab until the thing of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const focused: unknown = await page.evaluate(
      '(({ ariaLabel, textContent }) => (ariaLabel ?? textContent).trim())(document.activeElement)',
    );
    if (focused === name) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

describe('the editor', () => {
  test('WCAG 2.1.2: Tab and Shift+Tab leave it, Escape leads to the button, and the page says so', async () => {
    const here = await visit(withQuery(TITLES));
    const { page } = here;
    await editorOf(page).click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.type')).toBe('submit');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.ariaMultiLine')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.type')).toBe('submit');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.closest(".app-editor")')).toBeNull();
    expect(await page.locator('#query-keys').innerText()).toContain('Tab går videre');
    await end(here);
  });

  test('proposes prefixes, and terms of the catalogue by their names in the language of the page', async () => {
    const here = await visit(withQuery('SELECT ?s WHERE {\n  ?s '));
    const { page } = here;
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('dct:');
    await page.locator('.CodeMirror-hint').first().waitFor();
    await page.keyboard.type('tit');
    await page.locator('.CodeMirror-hint', { hasText: 'dct:title  –  Tittel' }).click();
    expect(await page.locator('#query').inputValue()).toBe('SELECT ?s WHERE {\n  ?s dct:title');
    // The list gives the focus back a moment after it was clicked.
    await page.waitForFunction('document.activeElement.ariaMultiLine === "true"');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('PREFIX dca');
    await page.keyboard.press('Control+Space');
    await page.locator('.CodeMirror-hint', { hasText: 'dcat: ' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('#query').inputValue()).toContain(
      'PREFIX dcat: <http://www.w3.org/ns/dcat#>SELECT',
    );
    await end(here);
  });

  test('says while writing which line cannot be read, and that it can again', async () => {
    const here = await visit(withQuery(TITLES, 'en'));
    const { page } = here;
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' oops');
    const status = page.locator('.app-editor__status');
    await status.getByText('Line 5 cannot be read as SPARQL.').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.app-editor__status:empty').waitFor({ state: 'attached' });
    await end(here);
  });

  test('marks the line that the endpoint could not read, and sets the cursor there', async () => {
    const here = await visit(withQuery(BROKEN, 'nn'));
    const { page } = here;
    await editorOf(page).waitFor();
    expect(await page.locator('.app-editor__fault').count()).toBe(1);
    expect(await page.getByRole('alert').innerText()).toContain('linje 2, kolonne 9');
    await page.keyboard.press('Tab');
    await tabTo(page, 'Spørjing');
    await page.keyboard.type('?o ');
    expect(await page.locator('#query').inputValue()).toBe('SELECT ?s WHERE {\n  ?s ?p ?o }');
    await end(here);
  });
});

const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'dark' },
] as const;

describe.each(LOOKS)('at $width px, $colorScheme', ({ width, colorScheme }) => {
  const options = { viewport: { width, height: 900 }, colorScheme };

  test.each([
    ['with a result', withQuery(TITLES)],
    ['with a graph', withQuery('DESCRIBE kdm:System', 'en')],
    ['with a fault', withQuery(BROKEN, 'nn')],
  ])('N2 the page %s has no fault that axe finds, and does not overflow', async (_name, path) => {
    const here = await visit(path, options);
    const { page } = here;
    await editorOf(page).waitFor();
    await judge(page);
    await end(here);
  });

  test('N2 nor has it with proposals open', async () => {
    const here = await visit(withQuery('SELECT ?s WHERE { ?s '), options);
    const { page } = here;
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('dct:');
    await page.locator('.CodeMirror-hint').first().waitFor();
    await judge(page);
    await end(here);
  });
});

async function judge(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
}
