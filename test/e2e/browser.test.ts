/**
 * Done-when 2, N2: every kind of page in a real browser, in three languages, at 1280 and 320 px, light and dark: axe finds
 * nothing, nothing is wider than the screen, no other host is asked, nothing is refused by the security policy.
 * Which kinds there are is read from the site itself: test/support/page-kinds.ts.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { accessibilityFaults, NARROW, watch, WIDE } from '../support/browser-judge.js';
import { openBrowser } from '../support/browser.js';
import { GONE, livedSite, type LivedSite } from '../support/lived-site.js';
import { pageKinds, type PageKind } from '../support/page-kinds.js';

/** Set to a folder to keep what the browser saw. */
const pictures = process.env['DATAVEV_SCREENSHOTS'];
/** WCAG 1.4.12: what a reader may ask for. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

let lived: LivedSite;
let browser: Browser;
let kinds: PageKind[];
beforeAll(async () => {
  lived = await livedSite();
  kinds = await pageKinds(lived.site.origin, [GONE]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await lived[Symbol.asyncDispose]();
});

async function withPage<T>(work: (page: Page, faults: string[]) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: WIDE });
  try {
    const page = await context.newPage();
    return await work(page, watch(page, lived.site.origin));
  } finally {
    await context.close();
  }
}

async function open(page: Page, path: string, status = 200): Promise<void> {
  const answer = await page.goto(lived.site.origin + path);
  expect([path, answer?.status()]).toEqual([path, status]);
}

describe.each(LANGUAGES)('in %s', (lang) => {
  test('no kind of page has a fault that axe or the browser can find', () =>
    withPage(async (page, faults) => {
      const found: Record<string, string[]> = {};
      for (const { name, path, status } of kinds) {
        await page.setViewportSize(WIDE);
        await open(page, `/${lang}${path}`, status);
        if (lang === 'nb') await keepPictures(page, name);
        const all = [...(await accessibilityFaults(page)), ...faults.splice(0)];
        if (all.length > 0) found[`${name} ${path}`] = all;
      }
      expect(found).toEqual({});
    }));
});

test('WCAG 1.4.12 with more space between lines, words and letters no page is wider than the screen', () =>
  withPage(async (page) => {
    await page.setViewportSize(NARROW);
    for (const { path, status } of kinds) {
      await open(page, `/nb${path}`, status);
      // Of the reader's own browser, which no policy of a site binds.
      await page.evaluate(
        `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(TEXT_SPACING)}); document.adoptedStyleSheets = [sheet]; }`,
      );
      const extra = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect([path, extra]).toEqual([path, 0]);
    }
  }));

test('on paper (A4) nothing is cut off: tables fit the sheet', () =>
  withPage(async (page) => {
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const { path, status } of kinds) {
      await open(page, `/nb${path}`, status);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, 718]);
    }
  }));

test.each(['meny', 'filtre'])('on a phone «%s» opens and closes by keyboard, and is sound', (id) =>
  withPage(async (page, faults) => {
    await page.setViewportSize(NARROW);
    await open(page, '/nb/sok?q=bydel');
    const folded = page.locator(`#${id}`);
    expect(await folded.isVisible()).toBe(false);
    await page.locator(`[popovertarget="${id}"]`).first().focus();
    await page.keyboard.press('Enter');
    expect(await folded.isVisible()).toBe(true);
    expect([...(await accessibilityFaults(page)), ...faults]).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('#${id}') !== null`)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await folded.isVisible()).toBe(false);
    await page.setViewportSize(WIDE);
    expect(await folded.isVisible()).toBe(true);
  }),
);

/** Of the element that has focus: its name, where it is, and whether it is seen to have it. */
interface Focused {
  readonly what: string;
  readonly isSeen: boolean;
  readonly isMarked: boolean;
}

const FOCUSED = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  // The editor's frame shows that its text has focus.
  const style = getComputedStyle(one.closest('.CodeMirror-focused') ?? one);
  return {
    what: one.outerHTML.slice(0, 120),
    isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    // A link that is only there while it has focus is marked by being there; parts inside a field are marked by the browser.
    isMarked: style.outlineStyle !== 'none' && style.outlineWidth !== '0px' || style.boxShadow !== 'none' || one.matches('.ds-skip-link') || !one.matches(':focus-visible'),
  };
})()`;

test('WCAG 2.1.1 2.1.2 2.4.7 Tab goes through every kind of page to its end, and is seen wherever it is', () =>
  withPage(async (page) => {
    for (const { path, status } of kinds) {
      await open(page, `/nb${path}`, status);
      const stops = await page.locator('a[href], button, input, select, textarea, summary').count();
      const unseen: string[] = [];
      // Not all of a long list: its end is like its beginning.
      for (let step = 0; step < Math.min(stops + 2, 60); step += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<Focused | null>(FOCUSED);
        if (!focused) break;
        if (!focused.isSeen || !focused.isMarked) unseen.push(focused.what);
      }
      expect([path, unseen]).toEqual([path, []]);
    }
  }));

test('WCAG 2.4.1 the first stop of every page is the link to its content, and it leads there', () =>
  withPage(async (page) => {
    await open(page, '/nb/datasett/folkemengde-per-bydel-2025');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN');
  }));

test('WCAG 2.3.3 who wants less motion gets none', () =>
  withPage(async (page) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of ['/nb/', '/nb/datasett/folkemengde-per-bydel-2025', '/nb/kvalitet']) {
      await open(page, path);
      const moving = await page.evaluate(
        `[...document.querySelectorAll('*')].filter((one) => {
          const { animationName, animationDuration } = getComputedStyle(one);
          return animationName !== 'none' && parseFloat(animationDuration) > 0.01;
        }).map((one) => one.className)`,
      );
      expect([path, moving]).toEqual([path, []]);
    }
  }));

async function keepPictures(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  const file = name.replace(/[^a-z0-9]+/g, '-');
  for (const [view, size, media] of [
    ['desktop', WIDE, { colorScheme: 'light' }],
    ['dark', WIDE, { colorScheme: 'dark' }],
    ['phone', NARROW, { colorScheme: 'light' }],
    ['print', WIDE, { colorScheme: 'light', media: 'print' }],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ media: 'screen', ...media });
    await page.screenshot({ path: join(pictures, `${file}-${view}.png`), fullPage: true });
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
}
