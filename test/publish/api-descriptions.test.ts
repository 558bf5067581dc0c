/** Descriptions of APIs among the municipality's own files: what is shown of them, and what the steward is told of the rest. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PublishReport } from '../../src/publish/publish.js';
import { publishWorld, type PublishWorld } from '../support/publish-world.js';
import { TINY_BASE, TINY_ORGANISATION } from '../support/tiny-catalogue.js';

const HEADER =
  'api_id;tittel_nb;beskrivelse_nb;utgiver;kontakt;tema;endepunkt;endepunktbeskrivelse;lisens;tilgang;konfidensialitet;postklasse;datasett';
const api = (id: string, description: string): string =>
  `${id};API ${id};Svarer på spørsmål om ${id}.;${TINY_ORGANISATION};stab;ENVI;https://api.example/${id};${description};CC_BY_4_0;PUBLIC;Åpen;Åpen;luft`;
const file = (name: string): string => `${TINY_BASE}fil/${name}`;
const iri = (id: string): string => `${TINY_BASE}id/datatjeneste/${id}`;

let world: PublishWorld;
let report: PublishReport;
beforeAll(async () => {
  world = await publishWorld({
    'datasets/apier.csv': [
      HEADER,
      api('god', file('god.yaml')),
      api('brutt', file('brutt.json')),
      api('annet', file('annet.yml')),
      api('xml', file('tjeneste.wsdl')),
      api('andre', 'https://andre.example/openapi.json'),
      '',
    ].join('\n'),
    'files/god.yaml':
      'openapi: 3.1.0\ninfo: { title: God, version: "1" }\npaths: { /maalinger: { get: {} } }\n',
    'files/brutt.json': '{ "openapi": "3.1.0", "paths": ',
    'files/annet.yml': 'asyncapi: 3.0.0\n',
    'files/tjeneste.wsdl': '<definitions/>',
  });
  await world.set([{ id: 'luft' }]);
  report = await world.publish();
});
afterAll(() => world[Symbol.asyncDispose]());

test('a file that looks like a description and is none is told of, with what to do', () => {
  const told = report.findings.filter(({ rule }) => rule === 'API_UNREADABLE');
  expect(told.map(({ focus, severity, message }) => [focus, severity, message.nb])).toEqual(
    [
      ['annet', 'annet.yml'],
      ['brutt', 'brutt.json'],
    ].map(([id = '', name]) => [
      iri(id),
      'warning',
      `Filen ${name} kan ikke leses som OpenAPI 3.0, 3.1 eller Swagger 2.0. Siden om tjenesten viser derfor ikke hva den kan svare på.`,
    ]),
  );
});

test('each service has its page, and an explorer when its description can be read', async () => {
  await world.serving(async (get) => {
    for (const id of ['god', 'brutt', 'annet', 'xml', 'andre']) {
      const page = await get(`/nb/datatjeneste/${id}`, { Accept: 'text/html' });
      const explorer = await get(`/nb/datatjeneste/${id}/utforsk`, { Accept: 'text/html' });
      const shown = (await explorer.text()).includes('/maalinger');
      expect([id, page.status, shown]).toEqual([id, 200, id === 'god']);
    }
  });
});
