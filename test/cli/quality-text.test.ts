/** The words of `npm run quality`, from a report that needs no catalogue. */
import { describe, expect, test } from 'vitest';
import { GROUPINGS, qualityText, type Grouping } from '../../src/cli/quality-text.js';
import { LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { assessQuality } from '../../src/quality/report.js';
import { evidence, graphOf, METRICS } from '../quality/quality-world.js';

const GRAPH = graphOf(`
  <v/bym> foaf:name "Bymiljøetaten"@nb .
  <d/1> a dcat:Dataset ; dct:title "Badeplasser"@nb ; dct:publisher <v/bym> ; dct:accessRights right:PUBLIC ;
    dcat:distribution <x/1> .
  <x/1> a dcat:Distribution ; dct:format "regneark" ; dcat:accessURL <https://x.example/nede> ;
    dcat:downloadURL <https://x.example/ukjent> .
  <d/2> a dcat:Dataset ; dct:title "Et datasett med et navn som er lengre enn det er plass til i tabellen"@nb .
`);
const text = (grouping: Grouping, language: Lang = 'nb', graph = GRAPH): string => {
  const known = evidence({ statuses: { 'https://x.example/nede': 0 }, compliance: false });
  const { report } = assessQuality({ graph, metrics: METRICS, evidence: known });
  return qualityText(report, grouping, language);
};

test.each(LANGUAGES)('every form is whole in %s', (language) => {
  for (const grouping of GROUPINGS)
    expect(
      /\{\w+\}|undefined|NaN|\[object|https?:\/\/\S*#/.exec(text(grouping, language)),
    ).toBeNull();
});

describe('the table', () => {
  test('has sure points, possible points, what can be attained, the share and the portal’s word', () => {
    expect(text('publisher').split('\n').slice(0, 4)).toEqual([
      '                datasett   data.norge.no                 data.europa.eu',
      'Bymiljøetaten          1     65–95 / 365  18 %  Dårlig     65–95 / 405  16 %  Dårlig',
      'uten utgiver           1         0 / 365   0 %  Dårlig         0 / 405   0 %  Dårlig',
      'Hele utvalget          2     33–48 / 365   9 %  Dårlig     33–48 / 405   8 %  Dårlig',
    ]);
  });

  test('of the catalogue is one line', () => {
    expect(
      text('catalogue')
        .split('\n')
        .filter((line) => line.includes(' %')),
    ).toHaveLength(1);
  });

  test('cuts a long title', () => {
    expect(text('dataset')).toContain('Et datasett med et navn som er lengre enn d…');
  });
});

describe('what a dataset lacks', () => {
  const line = (start: string): string | undefined =>
    text('dataset')
      .split('\n')
      .find((one) => one.trimStart().startsWith(start));

  test('is told with the value that failed', () => {
    expect(line('−  10/10  Format fra kodeliste')).toContain(
      '; står nå: regneark → Bytt ut fritekst',
    );
  });
  test('is told with the address that did not answer', () => {
    expect(line('−  50/50  Adressen svarer')).toContain('https://x.example/nede svarte ikke →');
  });
  test('is told apart from what was not checked', () => {
    expect(line('?  30/30  Nedlastingen svarer')).toBe(
      '  ?  30/30  Nedlastingen svarer; ikke kontrollert; https://x.example/ukjent',
    );
  });
});

test('a gain that differs between the portals is told for each, with whose it is', () => {
  const graph =
    graphOf(`<d/1> a dcat:Dataset ; dcat:distribution <x/1> ; dcat:keyword "a" ; dcat:theme <t> ;
    dct:spatial <s> ; dct:temporal <p> ; dcat:contactPoint <k> ; dct:issued "2020" ; dct:modified "2026" .
    <x/1> a dcat:Distribution ; dct:format "regneark" ; dcat:mediaType iana:text ; dct:license licence:CC0 .`);
  expect(text('catalogue', 'nb', graph)).toContain(
    '  Bruk koder for filformat og medietype på 1 datasett: +0 hver hos data.norge.no (+0 på snittet), +50 hos data.europa.eu (+50); eier: uten utgiver (1)',
  );
});

test('what breaks the standard is the owners’ to mend', () => {
  const lines = text('catalogue').split('\n');
  expect(lines.find((one) => one.includes('bryter med standarden'))).toBe(
    '  Rett det som bryter med standarden på 2 datasett: +30 hver, +30 på snittet; den som drifter katalogen',
  );
});
