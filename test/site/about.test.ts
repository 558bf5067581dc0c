/** Pages about the site itself: they say what is so, no more (site.md 3.6). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { softwareLicences } from '../../site/licences.js';
import { loadStaticFiles } from '../../site/static-files.js';
import { loadTranslators } from '../../site/translator.js';
import { accessibilityPage, privacyPage } from '../../site/view-models/about.js';
import { glossaryPage, WORDS } from '../../site/view-models/glossary.js';
import type { ViewContext } from '../../site/view-models/values.js';
import { startSite, type TestSite } from './site-server.js';

let site: TestSite;
let context: ViewContext;
const texts = loadTranslators();
beforeAll(async () => {
  site = await startSite();
  context = { catalogue: site.zones.current(), text: texts.nb };
});
afterAll(() => site.close());
const withSettings = (more: object): ViewContext => ({
  ...context,
  catalogue: { ...context.catalogue, settings: { ...context.catalogue.settings, ...more } },
});

const PAGES = ['om', 'tilgjengelighet', 'personvern', 'ord', 'lisenser'] as const;

test.each(PAGES)(
  '/%s is there in three languages, and the foot of every page leads to it',
  async (path) => {
    for (const lang of ['nb', 'nn', 'en']) {
      const answer = await site.get(`/${lang}/${path}`);
      expect([lang, answer.status, answer.headers.get('content-language')]).toEqual([
        lang,
        200,
        lang,
      ]);
      expect(await (await site.get(`/${lang}/datasett`)).text()).toContain(
        `href="/${lang}/${path}"`,
      );
    }
    const redirect = await site.get(`/${path}`, { 'Accept-Language': 'en' });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([303, `/en/${path}`]);
  },
);

test('N5 what the privacy page says is so: no cookie, and nothing of another host', async () => {
  for (const path of PAGES) {
    const answer = await site.get(`/nb/${path}`);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).not.toMatch(
      /<(script|link|img|iframe)[^>]+(src|href)="https?:\/\/(?!data\.prove\.example)/,
    );
  }
});

describe('the accessibility page', () => {
  const first = (one: ViewContext): unknown => accessibilityPage(one).sections[0];
  test('is honest where the municipality has given no statement', () => {
    expect(first(context)).toMatchObject({
      paragraphs: [{ text: texts.nb.t('accessibility.noStatement') }],
    });
    expect(first(context)).not.toHaveProperty('more');
  });
  test('leads to the statement where there is one', () => {
    const statement = 'https://uustatus.no/nb/erklaringer/publisert/x';
    expect(first(withSettings({ accessibilityStatement: statement }))).toMatchObject({
      more: { href: statement },
    });
  });
  test('X1 does not lead to what is no address of the web', () => {
    const statement = 'javascript:alert(1)';
    expect(first(withSettings({ accessibilityStatement: statement }))).not.toHaveProperty('more');
  });
});

test('the privacy page names the data protection officer where the settings do', () => {
  const officer = (one: ViewContext): unknown => privacyPage(one).sections.at(-1)?.facts?.[0];
  expect(officer(context)).toMatchObject({ values: [], missing: 'Ikke oppgitt' });
  expect(officer(withSettings({ dataProtectionOfficer: 'ombud@prove.example' }))).toMatchObject({
    values: [{ text: 'ombud@prove.example', href: 'mailto:ombud@prove.example' }],
  });
});

describe('the glossary', () => {
  test.each(['nb', 'nn', 'en'] as const)(
    'in %s has every word once, in order, with an anchor',
    (lang) => {
      const { words, letters } = glossaryPage({ ...context, text: texts[lang] });
      expect(words.map(({ id }) => id).sort()).toEqual([...WORDS].sort());
      const terms = words.map(({ term }) => term);
      expect(terms).toEqual([...terms].sort(new Intl.Collator(lang).compare));
      expect(new Set(terms).size).toBe(terms.length);
      for (const { href } of letters) expect(WORDS).toContain(href.slice(1));
    },
  );
});

test('the licences are those of the packages, and each package that is served is named', () => {
  const licences = softwareLicences().map(({ name, licence }) => [name, licence]);
  expect(licences).toEqual([
    ['datavev', 'EUPL-1.2'],
    ['@digdir/designsystemet-css', 'MIT'],
    ['@fontsource-variable/inter', 'OFL-1.1'],
    ['@zazuko/yasqe', 'MIT'],
  ]);
  const files = loadStaticFiles();
  for (const file of ['designsystemet.css', 'inter.css', 'yasqe.js'])
    expect(files.get(file)).toBeDefined();
});
