/** What catalog.yaml and shapes/fdk-bridge.yaml may say of what data.norge.no gets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/compose.js';
import { readBridgeRules } from '../../src/config/bridge-rules.js';
import { loadCatalogue } from '../../src/config/load-catalogue.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { TINY_CATALOG_YAML, tinyCatalogue } from '../support/tiny-catalogue.js';

const GUIDE = readFileSync(join(PROJECT_ROOT, 'docs/guide/feeds.md'), 'utf8');
const UNIT = 'https://data.geonorge.no/administrativeEnheter/kommune/id/173018';

const feedsOf = (yaml: string): unknown => {
  const { dataFolder } = tinyCatalogue({ 'catalog.yaml': TINY_CATALOG_YAML + yaml });
  return loadCatalogue(dataFolder, 'eksempel').settings.feeds;
};

describe('catalog.yaml', () => {
  test('without a word the bridge is on and no place is known', () => {
    expect(feedsOf('')).toMatchObject({ fdk: { bridge: 'on' }, geonames: {} });
  });

  test('the example of docs/guide/feeds.md turns it off', () => {
    const example = /```yaml\n([^]*?)```/.exec(GUIDE)?.[1] ?? '';
    expect(feedsOf(example)).toMatchObject({ fdk: { bridge: 'off' } });
  });

  test('a place of GeoNames has an address as GeoNames writes it, and a name in three languages', () => {
    const place = (iri: string, names = '{ nb: Oslo, nn: Oslo, en: Oslo }'): string =>
      `feeds: { geonames: { "${UNIT}": { iri: "${iri}", name: ${names} } } }\n`;
    expect(feedsOf(place('http://sws.geonames.org/3143244/'))).toMatchObject({
      geonames: { [UNIT]: { iri: 'http://sws.geonames.org/3143244/' } },
    });
    expect(() => feedsOf(place('https://www.geonames.org/3143244/oslo.html'))).toThrow(
      'skal være som http://sws.geonames.org/3143244/',
    );
    expect(() => feedsOf(place('http://sws.geonames.org/3143244/', '{ nb: Oslo }'))).toThrow('nn');
  });
});

describe('shapes/fdk-bridge.yaml', () => {
  const rule = (more: string): string => `- id: B1
  since: 2026-06-01
  do: leave-out
  properties: [dcat:byteSize]
  shapes: [FDK-byte-size-decimal]
  saves: 30
  costs: 5
${more}`;
  const read = (text: string): unknown => {
    const folder = tempFolder();
    writeFiles(folder, { 'fdk-bridge.yaml': text });
    return readBridgeRules(folder);
  };

  test('docs/guide/feeds.md tells every rule, and no other', () => {
    const told = [...GUIDE.matchAll(/^\| (B\d+) \|/gm)].map(([, id]) => id);
    expect(readBridgeRules(join(PROJECT_ROOT, 'shapes')).map(({ id }) => id)).toEqual(told);
  });

  test('a rule is read as it stands', () => {
    expect(read(rule(''))).toEqual([
      {
        ...{ id: 'B1', since: '2026-06-01', do: 'leave-out', saves: 30, costs: 5 },
        properties: ['dcat:byteSize'],
        shapes: ['FDK-byte-size-decimal'],
      },
    ]);
  });

  test.each([
    ['an unknown key', rule('  unless: x\n'), 'fdk-bridge.yaml:8:3'],
    ['an action nobody knows', rule('').replace('leave-out', 'hide'), 'fdk-bridge.yaml:3:3'],
    ['a property written in full', rule('').replace('dcat:byteSize', 'http://x/y'), 'kort navn'],
  ])('%s is refused with its place', (_, text, told) => {
    expect(() => read(text)).toThrow(told);
  });
});
