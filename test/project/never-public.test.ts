/** What stays inside whatever its class says: kinds of system, risky text, mailboxes of persons (3.1, PUB-06 to 08). */
import { expect, test } from 'vitest';
import { OPEN, openDataset, shown } from './projection-world.js';

const SYSTEM = (said: string): string =>
  `:system\\/s a kdm:System ; ${OPEN} ; dct:title "S"@nb ; ${said} .\n`;

test.each([
  ['in procurement', SYSTEM('kdm:lifecycleStatus livslop:1'), 'et system under anskaffelse'],
  [
    'for infrastructure',
    `${SYSTEM('kdm:interfaceType :t')} :t kdm:isInfrastructure true .`,
    'et infrastruktur- eller integrasjonssystem',
  ],
  [
    'for integration',
    `${SYSTEM('kdm:interfaceType :u , :t')} :t kdm:isIntegrationType true . :u kdm:isInfrastructure false .`,
    'et infrastruktur- eller integrasjonssystem',
  ],
])('PUB-08 a system %s is never public, and its owner is told why', (_, graph, reason) => {
  const { subjects, lines, issues } = shown(graph);
  expect([subjects, lines]).toEqual([[], []]);
  expect(issues).toMatchObject([
    {
      code: 'NEVER_PUBLIC',
      message: { nb: expect.stringContaining(`men ${reason} publiseres aldri.`) as unknown },
    },
  ]);
});

test.each([
  ['in use', SYSTEM('kdm:lifecycleStatus livslop:3')],
  ['of an ordinary kind', `${SYSTEM('kdm:interfaceType :t')} :t kdm:isInfrastructure false .`],
])('PUB-08 a system %s may be public', (_, graph) => {
  expect(shown(graph)).toMatchObject({ subjects: ['system/s'], issues: [] });
});

test('a link to a system that is never public is removed', () => {
  const graph = openDataset('kdm:storedIn :system\\/s') + SYSTEM('kdm:lifecycleStatus livslop:1');
  expect(shown(graph).lines.join()).not.toContain('system/s');
});

test('an organisation without a number is not public', () => {
  const organisation = (said: string): string =>
    `:virksomhet\\/v a org:FormalOrganization , foaf:Agent ; ${OPEN} ; foaf:name "V"@nb ${said} .`;
  expect(shown(organisation('')).issues).toMatchObject([{ code: 'NEVER_PUBLIC' }]);
  expect(shown(organisation('; dct:identifier "310000006"')).subjects).toEqual(['virksomhet/v']);
});

test.each([
  ['a text', 'dct:description "Ring 22 00 00 00"@nb'],
  ['a text without a language', 'dct:description "ola@eksempel.example"'],
  ['a text that calls itself a date', 'dct:issued "Ola Nordmann: 2026"^^xsd:date'],
  ['a text that calls itself a number', 'dcat:version "tlf. 22 00 00 00"^^xsd:integer'],
  ['a link to an internal host', 'dcat:landingPage <https://intern.eksempel.example/x>'],
  ['a link to a private address', 'dcat:landingPage <http://10.0.0.5/x>'],
  ['a link that is a mailbox', 'foaf:page <mailto:ola@eksempel.example>'],
  ['a link that is a telephone', 'foaf:page <tel:+4722000000>'],
])('PUB-06 %s that gives something away is held, the rest of the record is not', (_, said) => {
  const { lines, issues } = shown(openDataset(`dct:title "D"@nb ; ${said}`));
  expect(lines).toHaveLength(2);
  expect(issues).toMatchObject([{ code: 'TEXT_HELD', severity: 'warning' }]);
  expect(JSON.stringify(issues)).not.toMatch(/22 ?00 ?00 ?00|ola@|10\.0\.0\.5|Nordmann/);
});

test.each([
  ['a date', 'dct:issued "2026-03-02"^^xsd:date'],
  ['a moment', 'dct:modified "2026-03-02T10:00:00+01:00"^^xsd:dateTime'],
  ['a duration', 'dcat:temporalResolution "P1D"^^xsd:duration'],
  ['an outside page', 'foaf:page <https://www.eksempel.example/side?tlf=90000000>'],
  ['a file of the municipality', 'dcat:landingPage <https://data.eksempel.example/fil/10.0.0.5>'],
])('PUB-06 %s passes', (_, said) => {
  expect(shown(openDataset(said))).toMatchObject({ lines: { length: 2 }, issues: [] });
});

const CONTACT = (said: string): string =>
  `${openDataset('dcat:contactPoint :kontakt\\/k')}:kontakt\\/k a vcard:Kind , vcard:Organization ; ${OPEN} ; vcard:fn "Staben" ; ${said} .`;

test.each([
  ['a role mailbox', 'vcard:hasEmail <mailto:datakatalog@eksempel.example>'],
  ['a role mailbox in capitals', 'vcard:hasEmail <mailto:Datakatalog@Eksempel.Example>'],
  ['a page', 'vcard:hasURL <https://www.eksempel.example/kontakt>'],
])('PUB-07 a contact with %s is public', (_, said) => {
  expect(shown(CONTACT(said))).toMatchObject({ subjects: ['datasett/d', 'kontakt/k'], issues: [] });
});

test.each([
  ['a mailbox of a person', 'vcard:hasEmail <mailto:ola.nordmann@eksempel.example>'],
  [
    'a mailbox with something more',
    'vcard:hasEmail <mailto:datakatalog@eksempel.example?cc=ola@eksempel.example>',
  ],
  ['a mailbox as text', 'vcard:hasEmail "datakatalog@eksempel.example"'],
])('PUB-07 a contact with only %s is not public, and its owner is told', (_, said) => {
  const { subjects, lines, issues } = shown(CONTACT(said));
  expect(subjects).toEqual(['datasett/d']);
  expect(lines.join()).not.toContain('kontakt/k');
  expect(issues).toMatchObject([{ code: 'CONTACT_NOT_APPROVED' }]);
  expect(JSON.stringify(issues)).not.toContain('ola');
});

test('PUB-07 a contact with a page and a person keeps the page alone', () => {
  const said =
    'vcard:hasEmail <mailto:ola@eksempel.example> ; vcard:hasURL <https://www.eksempel.example/kontakt>';
  const { subjects, lines } = shown(CONTACT(said));
  expect(subjects).toContain('kontakt/k');
  expect(lines.join()).not.toContain('mailto');
});

test('a contact without any address is not public', () => {
  expect(shown(CONTACT('dct:identifier "k"')).subjects).toEqual(['datasett/d']);
});
