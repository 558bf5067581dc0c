import { describe, expect, test } from 'vitest';
import {
  byCode,
  byDigit,
  byText,
  HOSTING,
  HOSTING_CODES,
  INTEGRATION_TYPE,
  LIFECYCLE,
  OWNERSHIP,
  RATING,
} from '../../harvesters/kartoteket/labels.js';
import { stripEmoji } from '../../src/model/coded-label.js';

const code = (found: string, changed = false): object => ({ found: 'code', code: found, changed });

const LIFECYCLE_LABELS: readonly (readonly [string, string])[] = [
  ['0 Ikke vurdert', '0'],
  ['1 💡 Under anskaffelse/utvikling', '1'],
  ['2 🤞 Nytt og moderne, men fortsatt litt umodent', '2'],
  ['3 👌 Moderne og modent', '3'],
  ['4 👍 Modent, men ikke lengre moderne', '4'],
  ['5 ☢️ Bør/skal byttes ut', '5'],
  ['6 💾 Ute av bruk, men tilgjengelig', '6'],
  ['7 ❌ Fullstendig avviklet', '7'],
  ['8 ❓ Ukjent', '8'],
];
const RATING_LABELS: readonly (readonly [string, string])[] = [
  ['5 🔴 Svært alvorlig', '5'],
  ['4 🔴 Alvorlig', '4'],
  ['3 🟡 Moderat', '3'],
  ['2 🟢 Lav', '2'],
  ['1 🟢 Ubetydelig', '1'],
  ['🔴5 Svært alvorlig', '5'],
  ['🔴4 Alvorlig', '4'],
  ['🟡3 Moderat', '3'],
  ['🟢2 Lav', '2'],
  ['🟢1 Ubetydelig', '1'],
];

describe.each([
  ['livslop_status', LIFECYCLE, LIFECYCLE_LABELS],
  ['ratings', RATING, RATING_LABELS],
] as const)('%s', (_name, labels, printed) => {
  test.each(printed)('%s is code %s', (text, expected) => {
    expect(byDigit(labels, text)).toEqual(code(expected));
  });
  test.each(printed)('%s without its emoji is the same', (text, expected) => {
    expect(byDigit(labels, stripEmoji(text))).toEqual(code(expected));
  });
  test.each(printed)('%s with changed text keeps its digit and is reported', (text, expected) => {
    expect(byDigit(labels, `${text} (revidert)`)).toEqual(code(expected, true));
  });
  test.each(['9 🧊 Fryst', 'Moderat', '12 Moderat', '33'])('%s is unknown', (text) => {
    expect(byDigit(labels, text)).toEqual({ found: 'unknown' });
  });
  test.each([null, '', '  '])('%j is no value', (text) => {
    expect(byDigit(labels, text)).toEqual({ found: 'none' });
  });
});

test.each(['0 ?', '0 Ikke vurdert'])('%s is no rating', (text) => {
  expect(byDigit(RATING, text)).toEqual({ found: 'none' });
});

test.each([
  ['Virksomhetssystem', 'virksomhetssystem'],
  ['Sektorsystem', 'sektorsystem'],
  ['Tverrsektorielt system', 'tverrsektorielt'],
  ['Fellessystem (valgfritt)', 'fellessystem'],
  ['Fellessystem (obligatorisk)', 'fellessystem-obligatorisk'],
  ['IKT-støttesystem', 'stotte'],
  ['Nasjonal felleskomponent', 'nasjonalfellesk'],
  ['FELLESSYSTEM_OBLIGATORISK', 'fellessystem-obligatorisk'],
])('ownership model %s is %s', (text, expected) => {
  expect(byText(OWNERSHIP, text)).toEqual(code(expected));
});

test('an ownership model nobody knows, and none at all', () => {
  expect(byText(OWNERSHIP, 'Delesystem')).toEqual({ found: 'unknown' });
  expect(byText(OWNERSHIP, null)).toEqual({ found: 'none' });
});

test.each([
  ['integration', 'Informasjonsoverføring', code('integration')],
  ['authentication', 'Federert pålogging', code('authentication')],
  ['publication', 'Applikasjonspublisering', code('publication')],
  ['component', 'Tilhørende systemkomponent', code('component')],
  ['component', 'Del av systemet', code('component', true)],
  ['1', 'Informasjonsoverføring', { found: 'unknown' }],
  ['constructor', null, { found: 'unknown' }],
])('integration type %s %s', (id, text, expected) => {
  expect(byCode(INTEGRATION_TYPE, id, text)).toEqual(expected);
});

test.each([
  ['0', 'Ukjent', code('ukjent')],
  ['1', 'Privat datasenter', code('privat')],
  ['2', 'Offentlig datasenter', code('offentlig')],
  ['3', 'Tåke', { found: 'unknown' }],
])('platform %s %s', (id, text, expected) => {
  expect(byCode(HOSTING, HOSTING_CODES[id], text)).toEqual(expected);
});
