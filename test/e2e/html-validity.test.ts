/** Done-when 2: every kind of page is valid HTML, in each language, error pages and what is gone too. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { htmlJudge } from '../support/html-judge.js';
import { GONE, livedSite, type LivedSite } from '../support/lived-site.js';
import { crawlPages, kindOf, pageKinds } from '../support/page-kinds.js';

/** Things of a kind differ: as many of each are read, spread over all there are. */
const OF_EACH = 15;

let lived: LivedSite;
const judge = htmlJudge();
beforeAll(async () => {
  lived = await livedSite();
});
afterAll(() => lived[Symbol.asyncDispose]());
// Judging takes the thread for seconds: only then can it hear that the site has closed an idle connection.
beforeEach(() => pause(100));

test.each(LANGUAGES)('every kind of page is valid HTML in %s', async (lang) => {
  const { origin } = lived.site;
  const kinds = await pageKinds(origin, [GONE]);
  expect(kinds.length).toBeGreaterThan(50);
  for (const { path, status } of kinds) {
    const response = await fetch(`${origin}/${lang}${path}`, { headers: { accept: 'text/html' } });
    expect([path, response.status]).toEqual([path, status]);
    expect([path, await judge.faults(await response.text())]).toEqual([path, []]);
  }
});

test('so are other pages of each kind, whatever the thing lacks', async () => {
  const byKind = new Map<string, string[]>();
  for (const [path, { body }] of await crawlPages(lived.site.origin)) {
    const kind = kindOf(path);
    byKind.set(kind, [...(byKind.get(kind) ?? []), body]);
  }
  for (const [kind, bodies] of byKind) {
    const step = Math.max(1, Math.floor(bodies.length / OF_EACH));
    const faults = new Set<string>();
    for (let at = 0; at < bodies.length; at += step)
      for (const fault of await judge.faults(bodies[at] ?? '')) faults.add(fault);
    expect([kind, ...faults]).toEqual([kind]);
  }
});
