/** Suggestions below the search box, in a real browser by keyboard and mouse, and without a script (WAI-ARIA APG, combobox; N2). */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleInBrowser, type SampleInBrowser } from '../support/sample-in-browser.js';

let sample: SampleInBrowser;
beforeAll(async () => {
  sample = await sampleInBrowser();
});
afterAll(() => sample[Symbol.asyncDispose]());

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await sample.browser.newContext({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled,
  });
  const page = await context.newPage();
  await page.goto(sample.site.origin + path);
  return page;
}

/** Writes in a box and waits for what is suggested. */
async function write(page: Page, box: string, text: string): Promise<readonly string[]> {
  const whole = (await page.locator(box).inputValue()) + text;
  // On a slow machine what was written half is answered, too.
  const answered = page.waitForResponse((one) => {
    const { pathname, searchParams } = new URL(one.url());
    return pathname === '/api/forslag' && searchParams.get('q') === whole;
  });
  await page.locator(box).pressSequentially(text);
  const { suggestions } = (await (await answered).json()) as { suggestions: { title: string }[] };
  const options = page.locator(`${box}-forslag [role=option]`);
  await expect
    .poll(async () =>
      (await options.allTextContents()).map((shown, at) =>
        shown.startsWith(suggestions[at]?.title ?? '–'),
      ),
    )
    .toEqual(suggestions.map(() => true));
  return options.allTextContents();
}
const statusOf = (page: Page, box: string): Promise<string | null> =>
  page.locator(`${box} ~ [role=status]`).textContent();

describe.each([
  ['the header', '#sok', '/nb/'],
  ['the search page', '#q', '/nb/sok'],
])('in %s', (_place, box, path) => {
  test('names appear as one writes, are counted aloud, and axe finds no fault in them', async () => {
    const page = await open(path);
    const options = await write(page, box, 'barneh');
    expect(options[0]).toBe('Barnehager i Oslo Datasett');
    expect(options).toHaveLength(8);
    expect(await statusOf(page, box)).toBe('8 forslag. Bruk pil ned for å velge.');
    expect(await page.locator(box).getAttribute('aria-expanded')).toBe('true');
    const { violations } = await new AxeBuilder({ page }).include('.app-suggest').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.context().close();
  });

  test('the arrows choose one, Enter goes to its page', async () => {
    const page = await open(path);
    await write(page, box, 'barneh');
    await page.keyboard.press('ArrowDown');
    const active = await page.locator(box).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator(`${box}:focus`).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/nb/datasett/barnehager');
    await page.context().close();
  });

  test('Escape closes the list and keeps the text, Tab goes on', async () => {
    const page = await open(path);
    await write(page, box, 'barneh');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.locator(`${box}-forslag`).isVisible()).toBe(false);
    expect(await page.locator(box).inputValue()).toBe('barneh');
    await write(page, box, 'a');
    await page.keyboard.press('Tab');
    expect(await page.locator(`${box}-forslag`).isVisible()).toBe(false);
    expect(await page.locator(':focus').textContent()).toBe('Søk');
    await page.context().close();
  });

  test('Enter without a choice searches', async () => {
    const page = await open(path);
    await write(page, box, 'barnehage');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/nb/sok?q=barnehage');
    await page.context().close();
  });

  test('a click goes to the page', async () => {
    const page = await open(path);
    await write(page, box, 'barneh');
    await page.locator(`${box}-forslag [role=option]`).first().click();
    await page.waitForURL('**/nb/datasett/barnehager');
    await page.context().close();
  });

  test('without a script the form searches', async () => {
    const page = await open(path, false);
    await page.locator(box).fill('barnehage');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/nb/sok?q=barnehage');
    expect(await page.locator('.app-item mark').first().textContent()).toBe('Barnehager');
    await page.context().close();
  });
});

test.each([
  ['nn', '8 forslag. Bruk pil ned for å velje.'],
  ['en', '8 suggestions. Use the down arrow to choose.'],
])('the count is told in the language of the page: %s', async (lang, expected) => {
  const page = await open(`/${lang}/`);
  await write(page, '#sok', 'barneh');
  expect(await statusOf(page, '#sok')).toBe(expected);
  await page.context().close();
});

test('a long facet is looked in as one writes', async () => {
  const page = await open('/nb/sok');
  await page.locator('#fasett-utgiver > summary').click();
  // Once it is there: the facet unfolds slowly.
  await page.locator('#fasett-utgiver-finn').click();
  await page.locator('#fasett-utgiver-finn').pressSequentially('skole');
  expect(await page.locator('#fasett-utgiver-valg li:visible').count()).toBe(0);
  expect(await page.locator('#fasett-utgiver [data-nothing]').textContent()).toBe(
    'Ingen valg har dette i navnet.',
  );
  await page.locator('#fasett-utgiver-finn').fill('gamle');
  expect(await page.locator('#fasett-utgiver-valg li:visible').allInnerTexts()).toEqual([
    expect.stringMatching(/^Bydel Gamle Oslo/),
  ]);
  await page.context().close();
});
