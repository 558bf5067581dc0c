import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS, endpointOf, RECORD_TYPES } from '../../harvesters/kartoteket/endpoints.js';
import { FIELDS } from '../../harvesters/kartoteket/fields.js';
import type { FieldTable } from '../../harvesters/kartoteket/field-kinds.js';
import { isGraded, readClass } from '../../harvesters/kartoteket/labels.js';
import { reduce, type Reduced } from '../../harvesters/kartoteket/reduce.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { FIXTURES, SCHEME, fetchAll, sourceOf } from './kartoteket-support.js';

type Row = Record<string, unknown>;
const listOf = (list: string): Row[] =>
  (JSON.parse(readFileSync(`${FIXTURES}/register/${list}.json`, 'utf8')) as { data: Row[] }).data;
const system = listOf('systemer')[0] ?? {};
const SYSTEMS = endpointOf('system');
function payloadOf(reduced: Reduced): Row {
  if ('rejected' in reduced) throw new Error(reduced.rejected.message.nb);
  return { ...reduced.payload };
}
function without(row: Row, name: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== name));
}
const reduceSystem = (change: Row): Reduced => reduce({ ...system, ...change }, SYSTEMS, SCHEME);

describe('H19 reduce before keep', () => {
  test('a system has 40 fields, all of them known', () => {
    expect(Object.keys(FIELDS.system).sort()).toEqual(Object.keys(system).sort());
    expect(Object.keys(FIELDS.system)).toHaveLength(40);
  });

  test.each(ENDPOINTS)('the table of $type knows every field of $list', ({ type, list }) => {
    for (const row of listOf(list))
      expect(Object.keys(row).filter((name) => !Object.hasOwn(FIELDS[type], name))).toEqual([]);
  });

  test('these fields, and no fewer, are never kept', () => {
    const never = RECORD_TYPES.flatMap((type) => {
      const table: FieldTable = FIELDS[type];
      const names = Object.entries(table).filter(([, field]) => field.mark === 'N');
      return names.map(([name]) => `${type}.${name}`).filter((name) => !name.endsWith('.class'));
    });
    expect(never).toMatchInlineSnapshot(`
      [
        "virksomhet.klientplattform",
        "virksomhet.office365_tenant",
        "virksomhet.intranett_url",
        "virksomhet.rolle_virksomhetsleder",
        "virksomhet.rolle_uke_hovedkontakt",
        "virksomhet.rolle_ikt_kontakt",
        "virksomhet.rolle_autoriserte_bestillere_infotorg",
        "virksomhet.rolle_autoriserte_bestillere_uketjenester",
        "virksomhet.rolle_personvernkoordinator",
        "virksomhet.rolle_informasjonssikkerhetskoordinator",
        "virksomhet.rolle_uke_kam",
        "virksomhet.rolle_arkitekturkontakter",
        "virksomhet.rolle_ks_fiks_admins",
        "leverandor.kontaktinfo",
        "leverandor.notater",
        "driftsplattform.eier_virksomhet",
        "driftsplattform.bool_utviklingsplattform",
        "driftsplattform.bool_samarbeidspartner",
        "los.overordnede_begreper",
        "system.visningsnavn",
        "system.systemeier_kontaktpersoner",
        "system.systemforvalter_kontaktpersoner",
        "system.superbrukere",
        "system.nokkelpersonell",
        "system.teknisk_egnethet",
        "system.strategisk_egnethet",
        "system.funksjonell_egnethet",
        "system.service_offerings_external_id",
        "system.service_offerings_navn",
        "systembruk.lokal_konfidensialitetsvurdering",
        "systembruk.lokal_systemforvalter_kontaktpersoner",
        "systembruk.lokal_systemeier_kontaktpersoner",
      ]
    `);
  });

  test('nothing of what may not be kept is left anywhere', async () => {
    const { records, rejections, reported } = await fetchAll(sourceOf({ folder: 'register' }));
    const left = JSON.stringify([records.map((one) => one.payload), rejections, reported]);
    // One planted text is in a field that is kept until `map` has judged it.
    expect(left.replace('"forvaltning_epost":"Hemmelig Person"', '')).not.toMatch(/hemmelig/i);
    const mails = left.match(/[^"\s]+@[^"\s]+/g);
    expect(mails).toEqual(['vakart@register.example']);
  });

  test('persons are counted, empty texts not', () => {
    expect(payloadOf(reduceSystem({}))['systemeier_kontaktpersoner']).toBe(1);
    expect(payloadOf(reduceSystem({ systemeier_kontaktpersoner: [] }))).toMatchObject({
      systemeier_kontaktpersoner: 0,
    });
  });

  test('H18 an unknown field is named, its value is not kept', () => {
    const reduced = reduceSystem({ ny_kontakt: 'Hemmelig Person' });
    expect(reduced).toMatchObject({ unknown: ['ny_kontakt'] });
    expect(JSON.stringify(reduced)).not.toContain('Hemmelig');
  });

  test('H18 drift is reported once a field, with its count', async () => {
    const { records, reported } = await fetchEditedSystems((row) => ({ ...row, ny: 1, ny2: null }));
    expect(records.filter((one) => one.type === 'system')).toHaveLength(4);
    expect(reported.map((one) => one.message.nb)).toEqual([
      expect.stringContaining('feltet «ny» (type: «system», antall poster: 4)'),
      expect.stringContaining('feltet «ny2» (type: «system», antall poster: 4)'),
    ]);
  });

  test('H18 a required field missing in one record is its finding; the record stays', async () => {
    const { records, reported } = await fetchEditedSystems((row, index) =>
      index === 0 ? { ...row, navn: null } : row,
    );
    expect(records.filter((one) => one.type === 'system')).toHaveLength(4);
    expect(reported).toMatchObject([{ code: 'FIELD_MISSING', record: 'system 1' }]);
  });

  test('H18 an optional field gone from all is reported once', async () => {
    const { reported } = await fetchEditedSystems((row) => without(row, 'alias'));
    expect(reported.map((one) => one.message.nb)).toEqual(['Feltet «alias» mangler.']);
  });

  test('all 40 fields null: only the number is missed so much that the record goes', () => {
    const nulls = Object.fromEntries(Object.keys(system).map((name) => [name, null]));
    expect(reduce({ ...nulls, class: 'System', id: 7 }, SYSTEMS, SCHEME)).toMatchObject({
      empty: ['navn', 'systemforvalter_virksomhet'],
      absent: [],
    });
    expect(reduce({ ...nulls, class: 'System' }, SYSTEMS, SCHEME)).toHaveProperty('rejected');
  });

  test.each([
    ['navn', 7],
    ['ibruk', 'ja'],
    ['urler', 'https://x.example'],
    ['urler', [7]],
    ['systemtyper', [{ class: 'LOS', id: 1 }]],
    ['systemeier_virksomhet', { class: 'Virksomhet', id: '3' }],
    ['systemeier_virksomhet', 'VAV'],
    ['plattformklassifisering', 'Privat datasenter'],
    ['konfidensialitet', 3],
    ['systemforvalter_orgenhet_ouid', { hr_ouid: 'x' }],
    ['id', '1'],
    ['id', null],
  ])('H18 %s of the wrong type (%j) rejects the record', (name, value) => {
    const reduced = reduceSystem({ [name]: value });
    expect(reduced).toMatchObject({
      rejected: { code: expect.stringMatching(/^(FIELD|REFERENCE)_FORM$/) as string },
    });
  });

  test.each([
    [
      'driftsplattform',
      'Sky',
      'Skriv {"class":"Driftsplattform","id":1}. Id-ene står i driftsplattformer.json.',
    ],
    [
      'systemtyper',
      ['Web'],
      'Skriv [{"class":"Systemtype","id":1}]. Id-ene står i systemtyper.json.',
    ],
    ['ibruk', 'ja', 'Skriv det slik: true / false / null.'],
  ])('%s: %j is refused, and the form to write is told', (name, value, hint) => {
    expect(reduceSystem({ [name]: value })).toMatchObject({ rejected: { hint: { nb: hint } } });
  });

  test('a row of another class is malformed', () => {
    const reduced = reduceSystem({ class: 'Programvare' });
    expect(reduced).toMatchObject({ rejected: { code: 'RECORD_MALFORMED' } });
  });

  test('a reference may be the id alone', () => {
    const alone = reduceSystem({ systemeier_virksomhet: 3, systemtyper: [1, 2] });
    expect(payloadOf(alone)).toMatchObject({ systemeier_virksomhet: '3', systemtyper: ['1', '2'] });
  });

  test.each([null, 7, 'x', []])('a row that is %j is malformed', (row) => {
    expect(reduce(row, SYSTEMS, SCHEME)).toMatchObject({ rejected: { code: 'RECORD_MALFORMED' } });
  });

  test('no platform is none', () => {
    const none = { driftsplattform: { class: 'Driftsplattform', id: null } };
    expect(payloadOf(reduceSystem(none))['driftsplattform']).toBeNull();
    const other = { driftsplattform: { class: 'Driftsmodell', id: 2 } };
    expect(payloadOf(reduceSystem(other))['driftsplattform']).toBe('2');
  });
});

describe('C graded records', () => {
  test.each([
    { konfidensialitet: '5 🔴 Gradert' },
    { konfidensialitet: 'Gradert' },
    { konfidensialitet: '4 Hemmelig' },
    { konfidensialitet: '5 🔴 Sikkerhetsloven' },
    { konfidensialitet: { id: 4, navn: 'Gradert' } },
    { klasse: '5 🔴 Gradert' },
    { lokal_konfidensialitetsvurdering: 'STRENGT HEMMELIG' },
  ])('%j is rejected without its content', (change) => {
    const reduced = reduceSystem(change);
    expect(reduced).toMatchObject({ rejected: { code: 'GRADED' } });
    expect(JSON.stringify(reduced)).not.toContain('VA-kart');
  });

  test('a word in a text is no grading', () => {
    expect(isGraded(SCHEME, 'sperret adresse, fortrolig')).toBe(false);
    expect(reduceSystem({ beskrivelse: 'Håndterer gradert fravær' })).toHaveProperty('payload');
  });
});

describe('C2 the class of a system', () => {
  test.each([
    ['1 🟢 Åpen', 'apen'],
    ['1 A\u030apen', 'apen'],
    ['2 🟡 Intern', 'intern'],
    ['2 intern', 'intern'],
    ['Intern', 'intern'],
    ['🔴 Strengt beskyttet', 'strengt-beskyttet'],
    ['3 🔴 Beskyttet', 'beskyttet'],
    ['4 🔴 Strengt beskyttet', 'strengt-beskyttet'],
    [{ id: 1, navn: '🟢 Åpen' }, 'apen'],
    [{ id: 5, navn: '🔴 Beskyttet' }, 'beskyttet'],
    [{ id: 3, navn: '🔴 Strengt beskyttet' }, 'strengt-beskyttet'],
  ])('%j is %s', (label, code) => {
    expect(readClass(SCHEME, label)).toMatchObject({ found: 'class', definition: { code } });
  });

  test.each([
    ['2 🔴 Beskyttet', 'conflict'],
    ['5 🔴 Beskyttet', 'conflict'],
    ['3 🔴 Strengt beskyttet', 'conflict'],
    ['3 Sikret', 'conflict'],
    ['9 Åpen', 'conflict'],
    ['0 Åpen', 'conflict'],
    [{ id: 3, navn: 'Beskyttet' }, 'conflict'],
    [{ id: 4, navn: 'Strengt beskyttet' }, 'conflict'],
    ['3 🔴 Vernet', 'unknown'],
    ['Aapen', 'unknown'],
    ['🟡', 'none'],
    ['1 Å\u200bpen', 'unknown'],
    ['Å\u200bpen', 'unknown'],
    ['1 Å\u200dpen', 'unknown'],
    ['1 Åpen Intern', 'unknown'],
    ['1 Аpen', 'unknown'],
    ['1', 'unknown'],
    ['0 ?', 'none'],
    ['', 'none'],
    ['-', 'none'],
    ['?', 'none'],
    [null, 'none'],
  ])('%j is no class: %s', (label, found) => {
    expect(readClass(SCHEME, label)).toEqual({ found });
  });
});

async function fetchEditedSystems(
  change: (row: Row, index: number) => Row,
): ReturnType<typeof fetchAll> {
  const files = catalogueFiles(FIXTURES);
  return fetchAll(sourceOf({ folder: 'register' }), {
    files: {
      ...files,
      read: async (path) => {
        const bytes = await files.read(path);
        if (!path.endsWith('systemer.json')) return bytes;
        const envelope = JSON.parse(Buffer.from(bytes).toString()) as { data: Row[] };
        const data = envelope.data.map(change);
        return Buffer.from(JSON.stringify({ ...envelope, data }));
      },
    },
  });
}
