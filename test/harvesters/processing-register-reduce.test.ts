import { expect, test } from 'vitest';
import { CRITERIA, dpiaNeed } from '../../harvesters/processing-register/dpia-need.js';
import { parseDuration } from '../../harvesters/processing-register/duration.js';
import { FIELDS } from '../../harvesters/processing-register/fields.js';
import processingRegister from '../../harvesters/processing-register/index.js';
import { parseLaws, parseLegalBases } from '../../harvesters/processing-register/legal-basis.js';
import { WrongType } from '../../harvesters/processing-register/readers.js';
import { fetchAll, filesOf, mapAll } from './dataset-register-support.js';
import { WORLD } from './processing-register-world.js';

const CANARY = 'kanarifugl';
const NOT_KEPT = Object.entries(FIELDS).filter(([, rule]) => rule.to === undefined);

async function everythingAfter(files: Readonly<Record<string, string>>): Promise<string> {
  const options = processingRegister.options.parse({ files: Object.keys(files) });
  const source = { id: 'protokoll', kind: 'processing-register', options };
  const found = await fetchAll(processingRegister, source, filesOf(files));
  expect(found.records).toHaveLength(1);
  const { quads, issues } = mapAll(processingRegister, source, found.records, WORLD);
  const statements = quads.map((one) => [one.subject.value, one.object.value]);
  return JSON.stringify([found, statements, issues]);
}

test('H19 nothing of a field that is not kept is found anywhere after fetch', async () => {
  const row = {
    id: 1,
    behandlingen: 'Utlån',
    behandlingsansvarlig: { id: 3, class: CANARY, epost: CANARY },
    ...Object.fromEntries(NOT_KEPT.map(([field]) => [field, CANARY])),
    dpia_steg_2_kjente_problemer: CANARY,
    frekvens_noe: [CANARY],
    et_nytt_felt: { navn: CANARY },
    sikkerhetstiltak: CANARY,
    innsyn_egenkontroll: CANARY,
    rette_opplysninger: CANARY,
    databehandleravtaler: [{ id: 1, kortnavn: CANARY, avtaletype: { navn: CANARY } }],
    kategorier_personopplysninger: [
      { navn: 'Navn', hovedkategori: CANARY, eksempler: CANARY, hemmelig: CANARY },
    ],
    den_registrerte: [{ kategorinavn: 'Ansatte', definisjon: CANARY, saarbar_gruppe: null }],
    systemer: [{ id: 1, navn: 'System', systemeier_personer: [CANARY] }],
    behovForDPIA: { [CRITERIA.evaluering]: 2, konklusjon: CANARY },
  };
  const everything = await everythingAfter({ 'a.json': JSON.stringify({ data: [row] }) });
  expect(everything).not.toContain(CANARY);
  for (const field of [
    'et_nytt_felt',
    'behandlingsansvarlig.epost',
    'systemer.systemeier_personer',
  ])
    expect(everything).toContain(`«${field}»`);
});

test('H19 nor of a column that is not kept, or not known', async () => {
  const headers = NOT_KEPT.map(([field, { headers: names }]) => names[0] ?? field);
  const names = ['Virksomhet', 'Behandlingen', 'Registrerte', 'Opplysninger', 'Systemer'];
  const header = [...names, ...headers, 'Fødselsnummer'].join(';');
  const cells = ['VANN', 'Utlån', 'Ansatte', 'Navn', 'Gebyrsystem'];
  const row = [...cells, ...headers.map(() => CANARY), CANARY].join(';');
  const everything = await everythingAfter({ 'a.csv': `${header}\n${row}\n` });
  expect(everything).not.toContain(CANARY);
  expect(everything).toContain('«Fødselsnummer»');
});

test('persons and breaches are marked N and have nowhere to go', () => {
  for (const field of ['oppdateringsansvarlig', 'virksomhet_blacklist', 'tidligere_brudd'])
    expect(FIELDS[field]).toMatchObject({ mark: 'N' });
  const kept = Object.values(FIELDS).filter(({ mark }) => mark === 'N');
  expect(kept.every(({ to }) => to === undefined)).toBe(true);
});

test.each([
  ['Artikkel 6 nr. 1 bokstav e', ['A6-1-e']],
  ['artikkel 9 nr. 2 bokstav h og artikkel 6 nr 1 bokstav c', ['A6-1-c', 'A9-2-h']],
  ['GDPR art. 6 (1) (a)', ['A6-1-a']],
  ['art 6.1.f', ['A6-1-f']],
  ['6 nr. 1 bokstav d', ['A6-1-d']],
  [
    'Artikkel 6 nr. 1 bokstav c og e, og artikkel 9 nr. 2 bokstav g',
    ['A6-1-c', 'A6-1-e', 'A9-2-g'],
  ],
  ['Smittevernloven § 3-6 nr. 1 bokstav b', []],
  ['personvernforordningen art. 9(2)(j)', ['A9-2-j']],
  ['Artikkel 6 nr. 1 bokstav g', []],
  ['Artikkel 6', []],
  ['Barnehageloven §§ 16 og 17', []],
  ['§ 6-1 andre ledd', []],
])('legal basis of "%s" is %j', (text, bases) => {
  expect(parseLegalBases(text)).toEqual(bases);
});

test.each([
  [
    'Helse- og omsorgstjenesteloven § 3-2 og pasientjournalloven § 8',
    ['Helse- og omsorgstjenesteloven § 3-2', 'pasientjournalloven § 8'],
  ],
  ['Forvaltningslova; offentleglova § 25', ['Forvaltningslova', 'offentleglova § 25']],
  ['Barnehageloven §§ 16 og 17', ['Barnehageloven §§ 16 og 17']],
  ['Jf. personvernforordningen art. 9', []],
  ['Etter avtale med den registrerte', []],
])('laws of "%s" are %j', (text, laws) => {
  expect(parseLaws(text)).toEqual(laws);
});

test.each([
  ['5 år', 'P5Y'],
  ['5 år etter regnskapsårets slutt', 'P5Y'],
  ['6 måneder', 'P6M'],
  ['13 mnd', 'P13M'],
  ['2 uker', 'P14D'],
  ['90 dager', 'P90D'],
  ['Lydopptak 6 måneder, hendelser 10 år', undefined],
  ['Vitnemål slettes ikke, øvrig 5 år', undefined],
  ['Når avtalen er avsluttet', undefined],
  ['5 år eller 10 år', undefined],
])('duration of "%s" is %s', (text, duration) => {
  expect(parseDuration(text)).toBe(duration);
});

/** The row's own answers, as the register writes them. */
const needOf = (row: Record<string, unknown>) => dpiaNeed.json(row, () => {});
const ALL = Object.fromEntries(Object.values(CRITERIA).map((name) => [name, 2]));

test('the nine answers on the need for a DPIA are kept, in one order', () => {
  expect(needOf({ ...ALL, storskala: 1, hinder: 0, konklusjon: 'Ufullstendig' })).toEqual({
    answers: ['nei', 'nei', 'nei', 'nei', 'ja', 'nei', 'nei', 'nei', 'ikke-vurdert'],
    conclusion: 'ufullstendig',
  });
});

test('a criterion that is not there was not assessed', () => {
  expect(needOf({})).toEqual({ answers: Array(9).fill('ikke-vurdert') });
});

test('a conclusion in words of its own is not kept', () => {
  expect(needOf({ ...ALL, konklusjon: 'Spør Kari' })).toEqual({ answers: Array(9).fill('nei') });
});

test.each([
  ['Ja', 'ja'],
  ['nei', 'nei'],
  ['Ikke vurdert', 'ikke-vurdert'],
  [true, 'ja'],
  [false, 'nei'],
])('an answer may be what the code stands for: %j', (value, answer) => {
  expect(needOf({ ...ALL, evaluering_profilering: value })).toEqual({
    answers: [answer, ...Array<string>(8).fill('nei')],
  });
});

test.each([3, -1, 1.5, '1', 'Kanskje', [1]])('an answer %j is of the wrong type', (value) => {
  expect(() => needOf({ ...ALL, hinder: value })).toThrow(WrongType);
});

test.each([
  ['Ja', 'ja'],
  ['✓ Trolig', 'trolig'],
])('a table has the conclusion alone: %s', (cell, conclusion) => {
  expect(dpiaNeed.cell(cell)).toEqual({ conclusion });
  expect(dpiaNeed.cell('***')).toBeUndefined();
});
