/** Free text is read before it goes out: what must not go is found, what is harmless passes (PUB-06, N4). */
import { expect, test } from 'vitest';
import { heldText, isIdentityNumber, scanText, type TextRisk } from '../../src/model/text-scan.js';

/** The numbers are synthetic: their months lie beyond twelve, so they belong to nobody. */
const PERSON = '01819010001';
const HOSTS = ['intern.eksempel.example', 'sql-prod'];

const RISKS: Readonly<Record<TextRisk, readonly string[]>> = {
  'identity-number': [
    PERSON,
    `fnr ${PERSON}.`,
    `(${PERSON})`,
    `${PERSON.slice(0, 6)} ${PERSON.slice(6)}`,
    `${PERSON.slice(0, 6)}\u00A0${PERSON.slice(6)}`,
    `${PERSON.slice(0, 6)}-${PERSON.slice(6)}`,
    `${PERSON.slice(0, 2)}.${PERSON.slice(2, 4)}.${PERSON.slice(4, 6)} ${PERSON.slice(6)}`,
    `nr.${PERSON},x`,
    `id=${PERSON}&y`,
    `${PERSON.slice(0, 4)}\u200B${PERSON.slice(4)}`,
    [...PERSON].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
  ],
  email: [
    'Kontakt ola.nordmann@eksempel.example',
    'ola@eksempel.example.',
    'OLA@EKSEMPEL.EXAMPLE',
    '<ola@eksempel.example>',
    'ola+test@sub.eksempel.example',
    'øyvind@eksempel.example',
    'mailto:ola@eksempel.example?subject=x',
    'ola_n-1@eksempel.example, kari@eksempel.example',
  ],
  telephone: [
    '+47 00 00 00 00',
    '+4700000000',
    '0047 22 00 00 00',
    'tlf. 22 00 00 00',
    'Ring 900 00 000',
    'mobil 90000000',
    '(+47) 22 00 00 00',
    'tlf 22\u00A000\u00A000\u00A000',
    '22 00 00 00/22 00 00 01',
    'telefon: 40000000.',
  ],
  'private-address': [
    'http://10.0.0.5/x',
    '10.255.255.255',
    'ssh 192.168.1.10',
    '192.168.0.1:8080',
    '172.16.0.1',
    '172.31.255.254/24',
    '(10.1.2.3)',
    'tjener=10.20.30.40;',
  ],
  'internal-host': [
    'https://intern.eksempel.example/a',
    'INTERN.EKSEMPEL.EXAMPLE',
    'ligger på sql-prod, se runbook',
    '\\\\sql-prod\\deling',
    'db.intern.eksempel.example',
  ],
  'person-name': [
    'Ola Nordmann: ansvarlig',
    'Spør Kari Nordmann: hun vet',
    '(Ola Nordmann: slettet)',
    'Kari M. Nordmann: godkjent',
    'Øyvind Åsen: ok',
    'Anne-Lise Berg: ok',
    'Ola Nordmann-Hansen: ok',
  ],
};

const HARMLESS = [
  '',
  'Barnehager i kommunen, med adresse og antall plasser.',
  '2022 2023',
  '2019–2023',
  '2020 2021 2022 2023 2024',
  'Gjelder 2024-10-01 til 2025-09-30',
  '01.10.2024',
  'kl. 10.30',
  'kl 08.00–15.30',
  'Organisasjonsnummer 958935420',
  'org.nr. 958 935 420',
  'NO 974 760 673 MVA',
  'Forvaltningsloven § 13 første ledd nr. 1',
  'personopplysningsloven §§ 6–9, jf. GDPR artikkel 6 nr. 1 bokstav e',
  'LOV-2018-06-15-38',
  'FOR-2004-06-25-988 § 15',
  'https://lovdata.no/lov/1967-02-10/§13',
  'https://www.eksempel.example/data/badeplasser?side=2',
  'Se eksempel.example for mer.',
  'Statistikkbanken, tabell 07459',
  'Saksnummer 24/12345',
  'gnr. 208, bnr. 50',
  'EPSG:25833',
  'UTM 33, nord 6 642 000, øst 597 000',
  '59.9139, 10.7522',
  'Totalt 25 000 000 kroner',
  '1 234 567 innbyggere',
  '123 456 rader',
  'ISO 8601, ISO/IEC 27001:2022',
  'RFC 3987',
  'ISBN 978-82-00-00000-0',
  'versjon 10.2.1',
  'versjon 2.10.0.1',
  'IP-adressen 8.8.8.8',
  '172.32.0.1',
  '192.169.1.1',
  '12345678901',
  'nummer 11111111112',
  '0150 Oslo',
  'Postnummer 0001–1295',
  'Systemet eies av Digitaliseringsetaten.',
  'Formål: sende faktura',
  'Eksempel: badeplasser',
  'Behandlingsgrunnlag: artikkel 6',
  'Merk: Tallene er foreløpige',
  'Temperatur @ 20 grader',
  '@prefix dct: <http://purl.org/dc/terms/>',
  'CC BY 4.0',
  'Åpen mandag 10–16, tirsdag 10–18',
  '5 G, 4 K, 100 %',
];

test('the lists are long enough to mean something', () => {
  expect(Object.values(RISKS).flat().length).toBeGreaterThanOrEqual(40);
  expect(HARMLESS.length).toBeGreaterThanOrEqual(40);
});

test.each(
  Object.entries(RISKS).flatMap(([risk, texts]) => texts.map((text) => [risk, text] as const)),
)('PUB-06 finds %s in %j', (risk, text) => {
  expect(scanText(text, HOSTS)).toBe(risk);
});

test.each(HARMLESS)('PUB-06 lets pass %j', (text) => {
  expect(scanText(text, HOSTS)).toBeUndefined();
});

test.each([
  [PERSON, true],
  ['41819010117', false],
  ['12345678901', false],
  ['0181901003', false],
  ['0181901003a', false],
])('both check digits of %s hold: %s', (digits, expected) => {
  expect(isIdentityNumber(digits)).toBe(expected);
});

test('the finding names the kind of what was found, never the value', () => {
  expect(heldText('description', 'identity-number').message).toEqual({
    nb: 'Teksten i «description» ser ut til å inneholde et fødselsnummer og vises ikke utad.',
    nn: 'Teksten i «description» ser ut til å innehalde eit fødselsnummer og blir ikkje vist utover.',
    en: 'The text of "description" seems to hold a national identity number and is not shown in public.',
  });
});

test('digits of a GUID are no telephone number, those beside it are', () => {
  const id = 'EAID_90835500_2830_4eb0_812A_4088C8C3F672';
  expect(scanText(id, HOSTS)).toBeUndefined();
  expect(scanText('{90835500-2830-4eb0-812A-408812345678}', HOSTS)).toBeUndefined();
  expect(scanText(`${id} 90835500`, HOSTS)).toBe('telephone');
  expect(scanText('90835500_2830', HOSTS)).toBe('telephone');
});
