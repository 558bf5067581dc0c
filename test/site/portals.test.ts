import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { BASE, startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

test.each(LANGUAGES)('a zone that was not judged says so, in %s', async (language) => {
  const response = await site.get(`/${language}/kvalitet/portaler`);
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).toContain('app-missing');
  expect(page).toContain(`hreflang="x-default" href="${BASE}nb/kvalitet/portaler"`);
  expect(/\[object|undefined|NaN|\{\w+\}|>portals\./.exec(page)).toBeNull();
});

test('the address without a language leads to one, and the quality page leads here', async () => {
  const response = await site.get('/kvalitet/portaler');
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    '/nb/kvalitet/portaler',
  ]);
  expect(await (await site.get('/nb/kvalitet')).text()).toContain('href="/nb/kvalitet/portaler"');
});

test('what was not judged is no file', async () => {
  expect((await site.get('/portaler.json')).status).toBe(404);
});
