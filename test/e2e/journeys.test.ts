/** Done-when 1: what people come for, in a real browser: by mouse, by keyboard alone, and without JavaScript. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleInBrowser, type SampleInBrowser } from '../support/sample-in-browser.js';
import { Visitor, WAYS } from '../support/visitor.js';

let sample: SampleInBrowser;
beforeAll(async () => {
  sample = await sampleInBrowser();
});
afterAll(() => sample[Symbol.asyncDispose]());

describe.each(WAYS)('%s', (way) => {
  async function visiting(work: (visitor: Visitor) => Promise<void>): Promise<void> {
    const visitor = await Visitor.arrive(sample.browser, way, `${sample.site.origin}/nb/`);
    try {
      await work(visitor);
      expect(visitor.faults).toEqual([]);
    } finally {
      await visitor.leave();
    }
  }
  const headingOf = ({ page }: Visitor): Promise<string> => page.locator('h1').innerText();

  test('find data about kindergartens and download it', () =>
    visiting(async (visitor) => {
      await visitor.search(
        visitor.page.locator('main').getByRole('searchbox').first(),
        'barnehager',
      );
      await visitor.follow(visitor.link(/^Barnehagedekning per bydel/));
      expect(await headingOf(visitor)).toBe('Barnehagedekning per bydel');
      const file = await visitor.download(visitor.link(/^Last ned/));
      expect(file.name).toBe('barnehagedekning-per-bydel.csv');
      const kept = await readFile(join(sample.temp.folder, 'files/barnehagedekning-per-bydel.csv'));
      expect(file.bytes.equals(kept)).toBe(true);
    }));

  test('what does the municipality know about me as a parent?', () =>
    visiting(async (visitor) => {
      await visitor.follow(visitor.link(/hva (vet )?kommunen vet|hva vet kommunen/i));
      await visitor.follow(visitor.link(/Barn i barnehage/));
      expect(await headingOf(visitor)).toContain('Barn i barnehage');
      await visitor.follow(visitor.page.locator('main a[href^="/nb/behandling/"]').first());
      const text = await visitor.page.locator('main').innerText();
      for (const told of [/formål/i, /grunnlag/i, /opplysninger/i, /slett|lagre/i, /innsyn/i])
        expect(text).toMatch(told);
      const letter = visitor.page.locator('main a[href^="mailto:"]').first();
      expect(await letter.getAttribute('href')).toContain('subject=');
    }));

  test('which of our datasets are high-value datasets and not ready?', () =>
    visiting(async (visitor) => {
      await visitor.follow(visitor.page.locator('a[href="/nb/hvd"]').first());
      await visitor.follow(visitor.link(/som mangler/));
      const failing = visitor.page.locator('#mangler-h + * a[href^="/nb/datasett/"]').first();
      const name = await failing.innerText();
      await visitor.follow(failing);
      expect(await headingOf(visitor)).toContain(name);
    }));
});
