/** Previews from publishing to the page, by the real composition: whose, when, and what nobody is told. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishReport } from '../../src/publish/publish.js';
import { publishWorld, type Get, type PublishWorld, type Row } from '../support/publish-world.js';

const NUMBER = '01819010001'; // of nobody: months with 80 more are kept for tests
const HOSTILE = '<script>alert(1)</script>';
const REGISTER = `distribusjon_id;datasett_id;tittel_nb;format;medietype;lisens;fil;nedlastings_url;postklasse
luft-csv;luft;Luft som CSV;CSV;text/csv;CC_BY_4_0;luft.csv;;Åpen
kart-geojson;kart;Kart som GeoJSON;GEOJSON;application/geo+json;CC_BY_4_0;kart.geojson;;Åpen
personer-csv;personer;Personer som CSV;CSV;text/csv;CC_BY_4_0;personer.csv;;Åpen
odelagt-csv;odelagt;Ødelagt som CSV;CSV;text/csv;CC_BY_4_0;odelagt.csv;;Åpen
tekst-pdf;tekst;Tekst som PDF;PDF;application/pdf;CC_BY_4_0;tekst.pdf;;Åpen
andre-csv;andre;Hos andre;CSV;text/csv;CC_BY_4_0;;https://andre.example/a.csv;Åpen
skjult-csv;skjult;Skjult som CSV;CSV;text/csv;CC_BY_4_0;skjult.csv;;Åpen
`;
const FILES = {
  'datasets/distribusjoner.csv': REGISTER,
  'files/luft.csv': `dato;stasjon;no2\n2026-01-01;${HOSTILE};10,50\n2026-01-02;${HOSTILE};\n2026-01-03;${HOSTILE};12,25\n`,
  'files/kart.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [10.7, 59.9] },
        properties: { navn: 'A' },
      },
    ],
  }),
  'files/personer.csv': `navn;nr\nNoen;${NUMBER}\n`,
  'files/odelagt.csv': 'a;b\n"x;y\n',
  'files/tekst.pdf': '%PDF-1.7',
  'files/skjult.csv': 'KANARI;b\n1;2\n',
};
const ROWS: readonly Row[] = [
  ...['luft', 'kart', 'personer', 'odelagt', 'tekst', 'andre'].map((id) => ({ id })),
  { id: 'skjult', recordClass: 'Intern' },
];

let world: PublishWorld;
let report: PublishReport;
/** Served from beforeAll to the last test but one. */
let get: Get;
let stop: () => Promise<void>;
beforeAll(async () => {
  world = await publishWorld(FILES);
  await world.set(ROWS);
  report = await world.publish();
  await new Promise<void>((begun) => {
    const ended = new Promise<void>((end) => {
      const served = world.serving((ask) => {
        get = ask;
        begun();
        return ended;
      });
      stop = () => {
        end();
        return served;
      };
    });
  });
});
afterAll(() => world[Symbol.asyncDispose]());

const zone = () => join(world.varFolder, 'current', 'public');
const page = (key: string, lang = 'nb') => `/${lang}/distribusjon/${key}/forhandsvisning`;
async function textOf(place: string, ask = get) {
  const answer = await ask(place);
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}

describe('what is made', () => {
  test('open files that are tables have a preview, and nothing else has', async () => {
    expect(
      (await readdir(join(zone(), 'forhandsvisning')))
        .filter((one) => !/\.(gz|br)$/.test(one))
        .sort(),
    ).toEqual(['kart-geojson.json', 'luft-csv.csvw.json', 'luft-csv.json']);
    const index = JSON.parse(await readFile(join(zone(), 'forhandsvisninger.json'), 'utf8')) as {
      path: string;
    }[];
    expect(index.map(({ path }) => path)).toEqual(['kart.geojson', 'luft.csv']);
    expect(Object.keys(index[0]!)).not.toContain('head');
  });

  test('the steward is told where the fault is, and never what it is', () => {
    const told = report.findings.filter(({ rule }) => rule.startsWith('PREVIEW_'));
    expect(told.map(({ rule, message }) => [rule, message.nb])).toEqual([
      [
        'PREVIEW_HELD',
        'Filen personer.csv får ingen forhåndsvisning: et fødselsnummer i kolonnen «nr», linje 2.',
      ],
      [
        'PREVIEW_UNREADABLE',
        'Filen odelagt.csv får ingen forhåndsvisning: et anførselstegn er ikke lukket (linje 2).',
      ],
    ]);
    expect(JSON.stringify(told)).not.toContain(NUMBER);
  });

  test('C6 nothing of what is held or hidden stands in the public zone, beside the open file itself', async () => {
    for (const name of await readdir(zone(), { recursive: true, withFileTypes: true })) {
      const path = join(name.parentPath, name.name);
      if (!name.isFile() || path.includes('/fil/')) continue;
      const content = await readFile(path, 'latin1');
      expect([name.name, content.includes(NUMBER), content.includes('KANARI')]).toEqual([
        name.name,
        false,
        false,
      ]);
    }
  });

  test('data are found by their columns, and the hit says so', async () => {
    expect((await textOf('/nb/sok?q=no2')).body).toContain(
      'Treff i Kolonne: <span><mark>no2</mark></span>',
    );
    expect((await textOf('/en/sok?q=no2')).body).toContain(
      'Found in Column: <span><mark>no2</mark></span>',
    );
  });

  test.each(['KANARI', 'nr'])(
    'C6 nobody finds «%s», the column of a file that is held or hidden',
    async (column) => {
      const answer = await get(`/nb/sok.json?q=${column}`);
      expect(await answer.json()).toEqual([]);
    },
  );

  test('C6 without the hidden dataset every preview is the same, byte for byte', async () => {
    const other = await publishWorld(FILES);
    await other.set(ROWS.filter(({ id }) => id !== 'skjult'));
    await other.publish();
    const hashes = async (one: PublishWorld) => {
      const path = join(one.varFolder, 'current', 'public', 'zone.json');
      const { files } = JSON.parse(await readFile(path, 'utf8')) as {
        files: Record<string, string>;
      };
      return Object.entries(files).filter(([name]) => name.startsWith('forhandsvisning'));
    };
    expect(await hashes(other)).toEqual(await hashes(world));
    await other[Symbol.asyncDispose]();
  });
});

describe('what is shown', () => {
  test('X1 the first rows, with numbers as the language writes them, empty cells marked, and no markup of theirs', async () => {
    const { status, body } = await textOf(page('luft-csv'));
    expect(status).toBe(200);
    expect(body).toContain('<h1 class="ds-heading" data-size="lg">luft.csv</h1>');
    expect(body).toContain('Viser alt: 3 rader.');
    expect(body).toContain('Tegnsett: UTF-8. Skilletegn: semikolon.');
    expect(body).toContain('<td class="app-number">10,50</td>');
    expect(body).toContain('<span class="app-missing">tom</span>');
    expect(body).toContain('<td dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</td>');
    expect(body).not.toContain(HOSTILE);
    expect((await textOf(page('luft-csv', 'en'))).body).toContain(
      '<td class="app-number">10.50</td>',
    );
  });

  test('its chart and its map have a name, and stand beside the table', async () => {
    expect((await textOf(page('luft-csv'))).body).toContain('id="diagram-bilde-t">no2 etter dato');
    expect((await textOf(page('kart-geojson'))).body).toContain('Kartet viser 1 sted i filen.');
  });

  test('the same for programs, with the columns in CSVW', async () => {
    const json = await textOf('/distribusjon/luft-csv/forhandsvisning.json');
    expect(json.headers.get('content-type')).toMatch(/^application\/json/);
    expect(JSON.parse(json.body)).toMatchObject({ path: 'luft.csv', rows: 3, delimiter: ';' });
    const csvw = await textOf('/distribusjon/luft-csv/forhandsvisning.csvw.json');
    expect(csvw.headers.get('content-type')).toBe('application/csvm+json');
    expect(JSON.parse(csvw.body)).toMatchObject({
      url: 'https://data.eksempel.example/fil/luft.csv',
    });
    expect((await textOf('/distribusjon/kart-geojson/forhandsvisning.csvw.json')).status).toBe(404);
  });

  test('without a language one is led to the page in one’s own', async () => {
    const { status, headers } = await textOf('/distribusjon/luft-csv/forhandsvisning');
    expect([status, headers.get('location')]).toEqual([303, page('luft-csv')]);
  });

  test('the dataset and the file lead to the preview and tell of the columns', async () => {
    for (const place of ['/nb/datasett/luft', '/nb/distribusjon/luft-csv']) {
      const { body } = await textOf(place);
      expect(body).toContain(`href="${page('luft-csv')}"`);
      expect(body).toContain('Innhold (kolonner)');
      expect(body).toContain('desimaltall');
    }
    expect((await textOf('/nb/datasett/personer')).body).not.toContain('forhandsvisning');
  });

  test('robots are asked to leave previews alone', async () => {
    expect((await textOf('/robots.txt')).body).toContain('Disallow: /*/forhandsvisning\n');
    expect((await textOf('/sitemap.xml')).body).not.toContain('forhandsvisning');
  });
});

describe('what nobody is told', () => {
  test('a file without a preview has the same page whatever the reason', async () => {
    const pages = await Promise.all(
      ['personer-csv', 'odelagt-csv', 'tekst-pdf', 'andre-csv'].map(async (key) => {
        const { status, body } = await textOf(page(key));
        return [status, /<p class="ds-paragraph app-lead">.*?<\/main>/s.exec(body)?.[0]];
      }),
    );
    expect(pages[0]![0]).toBe(200);
    expect(pages[0]![1]).toContain('Forhåndsvisning er ikke tilgjengelig.');
    for (const other of pages) expect(other).toEqual(pages[0]);
  });

  test('C5 what is not public and what never was are answered alike', async () => {
    for (const end of ['', '.json', '.csvw.json']) {
      const hidden = await textOf(`/distribusjon/skjult-csv/forhandsvisning${end}`);
      const never = await textOf(`/distribusjon/aldrit-csv/forhandsvisning${end}`);
      expect(hidden.status).toBe(404);
      expect(hidden.body.replaceAll('skjult', 'aldrit')).toBe(never.body);
    }
    const [hidden, never] = [await textOf(page('skjult-csv')), await textOf(page('aldrit-csv'))];
    expect([hidden.status, hidden.body.replaceAll('skjult', 'aldrit')]).toEqual([404, never.body]);
  });

  test('a thing that is no file has no preview', async () => {
    expect((await textOf('/nb/datasett/luft/forhandsvisning')).status).toBe(404);
  });
});

test('C8 a dataset that is closed takes its preview with it', async () => {
  await stop();
  await world.set(ROWS.map((one) => (one.id === 'luft' ? { ...one, recordClass: 'Intern' } : one)));
  await world.publish({ acceptRemovals: true });
  expect(await readdir(join(zone(), 'forhandsvisning'))).not.toContain('luft-csv.json');
  await world.serving(async (ask) => {
    expect((await textOf(page('luft-csv'), ask)).status).toBe(410);
    expect((await textOf('/distribusjon/luft-csv/forhandsvisning.json', ask)).status).toBe(404);
  });
});
