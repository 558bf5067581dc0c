/** `/graf` and the drawings on things' pages: what is tied to what, by links, in a table, and as files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, startSite, type TestSite } from '../site-server.js';
import { MORE, PREFIXES } from './graph-fixture.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());

async function text(path: string): Promise<string> {
  const answer = await site.get(path);
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
}
/** The part below a heading. */
function section(html: string, id: string): string {
  return new RegExp(`<section aria-labelledby="${id}-h".*?</section>`, 's').exec(html)?.[0] ?? '';
}
/** Boxes from left to right, from above, as they are heard. */
function boxes(html: string): string[] {
  const found = [...html.matchAll(/<g class="app-box[^"]*"><title>([^<]*)<\/title>/g)];
  return found.map(([, label]) => label ?? '');
}
/** Cells of the table rows, without markup. */
function rows(html: string): string[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => cell.replace(/<[^>]+>/g, '').trim()),
  );
}

describe('from system to data file', () => {
  test('a dataset stands between where it comes from and what one can have', async () => {
    const chain = section(await text('/nb/datasett/apent'), 'kjede');
    expect(boxes(chain)).toEqual([
      'System: Fagsystemet',
      'Du er her · Datasett: Åpent datasett',
      'Datafil: Alt som CSV',
      'API: API for skoler',
    ]);
    expect(rows(chain)).toEqual([
      ['Fagsystemet', 'inneholder', 'Åpent datasett'],
      ['Åpent datasett', 'kan hentes som', 'Alt som CSV'],
      ['Åpent datasett', 'kan hentes gjennom', 'API for skoler'],
    ]);
  });

  test('every box is one link, and the thing itself is marked by words and by its border', async () => {
    const chain = section(await text('/nb/datasett/apent'), 'kjede');
    expect(chain).toContain(
      '<a href="/nb/system/fag" aria-label="System: Fagsystemet"><g class="app-box"><title>',
    );
    expect(chain.match(/app-box--current/g)).toHaveLength(1);
    expect(chain).not.toContain('style=');
  });

  test('layers of a data platform follow each other, a column each', async () => {
    const chain = section(await text('/nb/datasett/solv'), 'kjede');
    expect(boxes(chain)).toEqual([
      'System: Fagsystemet',
      'Bronse: rådata: Innlastet',
      'Du er her · Datasett: Vasket',
      'Datasett: Klart til bruk',
      'Datafil: Gull som CSV',
    ]);
  });

  test('a processing shows the systems it uses and the data it processes', async () => {
    expect(boxes(section(await text('/nb/behandling/opptak'), 'kjede'))).toEqual([
      'System: Fagsystemet',
      'Du er her · Behandling: Opptak til skole',
      'Datasett: Lukket datasett',
    ]);
  });

  test('a file shows where it comes from', async () => {
    expect(boxes(section(await text('/nn/distribusjon/apent-csv'), 'kjede'))).toEqual([
      'System: Fagsystemet',
      'Datasett: Ope datasett',
      'Du er her · Datafil: Alt som CSV',
    ]);
  });

  test('what goes in a circle comes to an end', async () => {
    expect(boxes(section(await text('/nb/datasett/ring-a'), 'kjede')).sort()).toEqual([
      'Datasett: Ring B',
      'Du er her · Datasett: Ring A',
    ]);
  });

  test('nothing is drawn where nothing is known but the file', async () => {
    expect(await text('/nb/datasett/alene')).not.toContain('kjede');
    expect(await text('/nb/datasett/farlig')).not.toContain('kjede');
  });

  test('of 500 datasets eleven have a box, and one more says how many there are besides', async () => {
    const chain = section(await text('/nb/system/stort'), 'kjede');
    expect(boxes(chain)).toHaveLength(13);
    expect(boxes(chain).at(-1)).toBe('Datasett: + 489 til');
    expect(rows(chain)).toHaveLength(100);
    expect(chain).toContain('Tabellen viser 100 av 500 forhold.');
  });
});

test('an object type stands between what is more general and what it refers to', async () => {
  const drawn = section(await text('/nb/objekttype/hund'), 'relasjoner');
  expect(boxes(drawn)).toEqual([
    'Objekttype: Dyr',
    'Du er her · Objekttype: Hund',
    'Objekttype: Person',
  ]);
  expect(drawn.match(/app-line--inheritance app-line--head/g)).toHaveLength(1);
  expect(drawn.match(/app-line--association app-line--head/g)).toHaveLength(1);
  const general = section(await text('/nb/objekttype/dyr'), 'relasjoner');
  expect(boxes(general)).toEqual(['Du er her · Objekttype: Dyr', 'Objekttype: Hund']);
});

describe('neighbours', () => {
  test('one step away, by kind: who answers for a system, and what it is used for', async () => {
    const html = await text('/nb/graf?fra=system/fag');
    expect(boxes(html)).toEqual([
      'Eier: Prøveetaten',
      'Leverandør: Leverandøren AS',
      'Bruker: Underetaten',
      'Du er her · System: Fagsystemet',
      'Behandling: Opptak til skole',
      'Datasett: Innlastet',
      'Datasett: Åpent datasett',
    ]);
    expect(rows(section(html, 'tabell'))).toEqual([
      ['Fagsystemet', 'brukes i', 'Opptak til skole'],
      ['Fagsystemet', 'inneholder', 'Innlastet'],
      ['Fagsystemet', 'inneholder', 'Åpent datasett'],
      ['Prøveetaten', 'eier', 'Fagsystemet'],
      ['Leverandøren AS', 'leverer', 'Fagsystemet'],
      ['Fagsystemet', 'brukes av', 'Underetaten'],
    ]);
  });

  test('the same stands on the page of the system', async () => {
    const [page, graph] = await Promise.all([
      text('/nb/system/fag'),
      text('/nb/graf?fra=system/fag'),
    ]);
    expect(boxes(section(page, 'naboer'))).toEqual(boxes(graph));
  });

  test('two steps away there is more, each thing once', async () => {
    const found = boxes(await text('/nb/graf?fra=system/fag&dybde=2'));
    expect(found).toContain('Begrep: Skole');
    expect(found).toContain('Datasett: Lukket datasett');
    expect(new Set(found).size).toBe(found.length);
  });

  test('kinds that are chosen are shown, and no others', async () => {
    const html = await text('/nb/graf?fra=system/fag&typer=datasett&typer=behandling');
    expect(boxes(html)).toEqual([
      'Du er her · System: Fagsystemet',
      'Behandling: Opptak til skole',
      'Datasett: Innlastet',
      'Datasett: Åpent datasett',
    ]);
    expect(html).toContain('name="typer" value="datasett" checked');
    expect(html).not.toContain('name="typer" value="system" checked');
  });

  test('500 of a kind are one box that leads to them', async () => {
    const html = await text('/nb/graf?fra=system/stort');
    expect(boxes(html).at(-1)).toBe('Datasett: 500 i alt');
    expect(html).toContain('href="/nb/graf?fra=system/stort&typer=datasett"');
    const narrow = await text('/nb/graf?fra=system/stort&typer=datasett');
    expect(narrow).toContain('href="/nb/graf?fra=system/stort&typer=datasett#tabell"');
    expect(rows(section(narrow, 'tabell'))).toHaveLength(100);
  });

  test('no drawing has more than 60 boxes', async () => {
    for (const thing of ['system/stort', 'virksomhet/1', 'datasett/apent', 'begrep/skole'])
      expect(boxes(await text(`/nb/graf?fra=${thing}&dybde=2`)).length).toBeLessThanOrEqual(60);
  });

  test('X1 a name full of markup stays text', async () => {
    for (const path of ['/nb/graf?fra=system/stort', '/nb/system/stort']) {
      const html = await text(path);
      expect(html).not.toContain('<script>alert');
      expect(html.match(/<svg/g)).toHaveLength(html.match(/<\/svg>/g)?.length ?? 0);
    }
  });

  test('a thing without neighbours says so', async () => {
    const html = await text('/nb/graf?fra=system/fag&typer=begrep');
    expect(section(html, 'bilde')).toContain('Katalogen kjenner ingen sammenhenger');
    expect(html).not.toContain('graf.svg');
  });

  test('without a thing the page says how to find one', async () => {
    const html = await text('/en/graf');
    expect(html).toContain('<a class="ds-link" href="/en/system">');
    expect(html).not.toContain('<form class="app-graph-form"');
  });
});

test('twenty users are one box, and the owner keeps its own', async () => {
  const users = Array.from({ length: 41 }, (_, at) => `<virksomhet/b${at}>`);
  const crowded = await startSite(`${PREFIXES}
${users.map((one) => `${one} a org:FormalOrganization ; foaf:name "${one.slice(1, -1)}"@nb .`).join('\n')}
<system/mye-brukt> a kdm:System ; dct:title "Mye brukt"@nb ; kdm:systemOwner <virksomhet/1> ; kdm:usedBy ${users.join(' , ')} .`);
  try {
    const html = await (await crowded.get('/nb/graf?fra=system/mye-brukt')).text();
    expect(boxes(html)).toEqual([
      'Eier: Prøveetaten',
      'Bruker: 41 i alt',
      'Du er her · System: Mye brukt',
    ]);
  } finally {
    await crowded.close();
  }
});

describe('files', () => {
  test('the picture is XML by itself, with addresses of our own and no style sheet', async () => {
    const answer = await site.get('/nb/graf.svg?fra=system/stort');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await answer.text();
    expect(svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns=')).toBe(true);
    expect(svg).toContain(`<a href="${BASE}nb/virksomhet/1">`);
    expect(svg).not.toMatch(/<style|style=|class=|<script|\u0001/);
    expect(svg.match(/<a /g)).toHaveLength(svg.match(/<\/a>/g)?.length ?? 0);
  });

  test('the table has every tie', async () => {
    const csv = await text('/nb/graf.csv?fra=system/fag&typer=behandling');
    expect(csv).toBe(
      'fra,fra_iri,forhold,til,til_iri\r\n' +
        `Fagsystemet,${BASE}id/system/fag,brukes i,Opptak til skole,${BASE}id/behandling/opptak\r\n`,
    );
    expect((await text('/nb/graf.csv?fra=system/stort')).split('\r\n')).toHaveLength(503);
  });

  test('the statements are those of the catalogue', async () => {
    const ttl = await text('/nb/graf.ttl?fra=system/fag&typer=behandling');
    expect(ttl).toMatch(/id\/behandling\/opptak>?\s+(\S+:|<\S+#)usesSystem/);
  });
});

describe('what is asked', () => {
  test.each(['dybde=3', 'dybde=0', 'typer=alt', 'typer=system&typer=x', 'fra=a&fra=b'])(
    '%s makes no sense',
    async (query) => {
      for (const path of ['/nb/graf', '/nb/graf.svg'])
        expect((await site.get(`${path}?${query}`)).status).toBe(400);
    },
  );

  test('C5 what never was, what is gone and what has no place in drawings look alike', async () => {
    const things = [
      'system/finnes-ikke',
      'datasett/trukket',
      'kontakt/data',
      '../../etc/passwd',
      '%00',
    ];
    const bodies = await Promise.all(
      things.flatMap((one) =>
        ['/nb/graf', '/nb/graf.svg', '/nb/graf.csv', '/nb/graf.ttl'].map(async (path) => {
          const answer = await site.get(`${path}?fra=${one}`, { accept: 'text/html' });
          expect(answer.status, one).toBe(404);
          return answer.text();
        }),
      ),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  test('/graf leads to the visitor’s language, with what is asked', async () => {
    const answer = await site.get('/graf?fra=system/fag', { 'accept-language': 'nn' });
    expect(answer.headers.get('location')).toBe('/nn/graf?fra=system/fag');
  });
});
