/** What a browser finds on a page: axe's violations in both colour schemes, wide and narrow, and faults that it reports by itself. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.1 A and AA, and what axe holds to be good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** Of all rules only these see colours, and may judge the dark scheme otherwise than the light one. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export const WIDE = { width: 1280, height: 900 };
/** WCAG 1.4.10: also what a screen of 1280 px shows at 400 %. */
export const NARROW = { width: 320, height: 640 };

/** Told since the page was handed over: other hosts asked, the security policy offended, scripts failed, dialogs opened. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    // A page that answers 404 is said to have failed.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded');
    if (message.type() === 'error' && !isStatus) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return faults;
}

/** One line for each violation, in whichever width and colour scheme. The page is left narrow and dark. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const add = (view: string, found: readonly string[]): void =>
    void faults.push(...found.map((one) => `${view}: ${one}`));
  for (const view of [WIDE, NARROW]) {
    await page.setViewportSize(view);
    await page.emulateMedia({ colorScheme: 'light' });
    add(`${view.width} px`, await violations(page, (axe) => axe.withTags(TAGS)));
    add(`${view.width} px`, await overflow(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    add(`${view.width} px, dark`, await violations(page, (axe) => axe.withRules(COLOUR_RULES)));
  }
  return faults;
}

async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // There are no frames: the way of working that opens another page to gather their results is not needed.
  const { violations: found } = await choose(
    new AxeBuilder({ page }).setLegacyMode(true),
  ).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

async function overflow(page: Page): Promise<string[]> {
  const extra = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return extra === 0 ? [] : [`${String(extra)} px wider than the screen`];
}
