/** The examples of the query page, asked of the Oslo sample as it is published. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue, type PublicCatalogue } from '../../site/public-catalogue.js';
import { listen, type RunningServer } from '../../site/server.js';
import { EXAMPLE_GROUPS, loadExampleQueries } from '../../site/sparql/example-queries.js';
import { shortEncode } from '../../site/sparql/protocol.js';
import { openSite, type SiteZones } from '../../src/compose-site.js';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

const examples = loadExampleQueries();

let temp: TempCatalogue;
let zones: SiteZones<PublicCatalogue>;
let server: RunningServer;
beforeAll(async () => {
  temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  zones = await openSite(`${temp.varFolder}/current/public`, publicCatalogue);
  await zones.warm();
  server = await listen(createSite({ zones, engine: zones.engine }), 0, '127.0.0.1');
});
afterAll(async () => {
  await server.close(1_000);
  await zones.close();
  await temp[Symbol.asyncDispose]();
});

const ask = (path: string, accept: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { accept } });

describe('an example', () => {
  test('is there for each kind of visitor, twenty at least, in six groups', () => {
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const group of EXAMPLE_GROUPS)
      expect(examples.filter((one) => one.group === group).length).toBeGreaterThanOrEqual(3);
    expect(new Set(examples.map(({ title }) => title.nb)).size).toBe(examples.length);
  });

  test.each(examples.map((one) => [one.name, one] as const))(
    '%s declares what it uses, and finds something',
    async (_name, { query }) => {
      const declared = [...query.matchAll(/^PREFIX (\w+):/gm)].map(([, prefix]) => prefix);
      const body = query.replaceAll(/^PREFIX .*$|"[^"]*"/gm, '');
      const used = [...body.matchAll(/(?<![\w?])([a-z]+):(?=\w)/g)].map(([, prefix]) => prefix);
      expect([...new Set(used)].sort()).toEqual(declared);

      const path = `/sparql?query=${encodeURIComponent(query)}`;
      if (query.includes('ASK {')) {
        const answer = await ask(path, 'application/sparql-results+json');
        expect(await answer.json()).toEqual({ head: {}, boolean: true });
      } else if (/CONSTRUCT|DESCRIBE/.test(query)) {
        const answer = await ask(path, 'text/turtle');
        const quads = await parseRdf(await answer.text(), 'text/turtle');
        expect([answer.status, quads.length > 0]).toEqual([200, true]);
      } else {
        const answer = await ask(path, 'text/csv');
        const [head = '', ...rows] = (await answer.text()).trimEnd().split('\r\n');
        expect([answer.status, rows.length > 0]).toEqual([200, true]);
        // A column that is always empty answers nothing.
        const filled = head
          .split(',')
          .map((_, at) => rows.some((row) => row.split(',')[at] !== ''));
        expect(filled).not.toContain(false);
      }
    },
  );
});

test('the page lists them by group in each language, with links that run them', async () => {
  for (const lang of LANGUAGES) {
    const page = await (await ask(`/${lang}/sparql`, 'text/html')).text();
    const text = page.replaceAll('&#x27;', "'");
    let at = 0;
    for (const { groupTitle, title, query } of examples) {
      expect(text).toContain(`>${groupTitle[lang]}</h3>`);
      const next = text.indexOf(`>${title[lang]}</a>`, at);
      expect(next).toBeGreaterThan(at);
      at = next;
      expect(page).toContain(
        `href="/${lang}/sparql?query&#x3D;${shortEncode(query).replaceAll("'", '&#x27;')}"`,
      );
    }
  }
});
