/** A visitor on an errand, in one of three ways: with a mouse, with the keyboard alone, with a browser that runs no script. */
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { watch, WIDE } from './browser-judge.js';

export const WAYS = ['by mouse', 'by keyboard alone', 'without JavaScript'] as const;
export type Way = (typeof WAYS)[number];

/** Of the element that has focus. */
const SEEN = `(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  return { isMarked, isOnScreen: box.bottom > 0 && box.top < innerHeight };
})()`;

/** Nobody goes on for longer. */
const MAX_TABS = 150;

export class Visitor {
  readonly page: Page;
  readonly #way: Way;
  /** What the browser has told of: empty after a good visit. */
  readonly faults: readonly string[];

  private constructor(page: Page, way: Way, origin: string) {
    this.page = page;
    this.#way = way;
    this.faults = watch(page, origin);
  }

  static async arrive(browser: Browser, way: Way, address: string): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: WIDE,
      acceptDownloads: true,
      javaScriptEnabled: way !== 'without JavaScript',
    });
    const visitor = new Visitor(await context.newPage(), way, new URL(address).origin);
    await visitor.page.goto(address);
    return visitor;
  }

  /** The first of the links that is called so, in the part of the page that is meant. */
  link(name: RegExp | string, part = 'main'): Locator {
    return this.page.locator(part).getByRole('link', { name }).first();
  }

  /** Follows a link, and is on another page. */
  async follow(link: Locator): Promise<void> {
    const before = this.page.url();
    await this.#activate(link);
    await this.page.waitForURL((url) => url.href !== before);
  }

  /** The bytes and the name of the file that a link gives. */
  async download(link: Locator): Promise<{ name: string; bytes: Buffer }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.#activate(link)]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  /** Writes into a field and sends its form. */
  async search(field: Locator, words: string): Promise<void> {
    const before = this.page.url();
    if (this.#way === 'by keyboard alone') await this.#tabTo(field);
    else await field.click();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.href !== before);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  async #activate(link: Locator): Promise<void> {
    if (this.#way !== 'by keyboard alone') {
      await link.click();
      return;
    }
    await this.#tabTo(link);
    await this.page.keyboard.press('Enter');
  }

  /** WCAG 2.1.1, 2.1.2, 2.4.7: Tab comes to it, and it can be seen that it has. */
  async #tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
      await this.page.keyboard.press('Tab');
      if ((await target.and(this.page.locator(':focus')).count()) === 0) continue;
      const seen = await this.page.evaluate(SEEN);
      expect(seen).toEqual({ isMarked: true, isOnScreen: true });
      return;
    }
    throw new Error(`Tab does not come to ${target.toString()} within ${MAX_TABS} steps`);
  }
}
