/** Plants canary strings in the internal and forbidden fields of records that are public themselves. */
import { CANARY, edit, PUBLIC_SYSTEM } from './hidden-records.js';

/** Never kept: dropped inside fetch, so these must not even be on disk (sources.md 1.2, 1.3). */
export const FORBIDDEN_FIELDS = [
  'visningsnavn',
  'systemeier_kontaktpersoner',
  'systemforvalter_kontaktpersoner',
  'superbrukere',
  'nokkelpersonell',
  'teknisk_egnethet',
  'strategisk_egnethet',
  'funksjonell_egnethet',
  'service_offerings_external_id',
  'service_offerings_navn',
] as const;
export const FORBIDDEN_WORD = `${CANARY}-ALDRI`;

/** Canaries in the internal and forbidden fields of a system that is public. */
export async function plantInPublicSystem(folder: string): Promise<void> {
  await edit(folder, 'samples/kartoteket/systemer.json', (rows) => {
    const system = rows.find(({ id }) => id === PUBLIC_SYSTEM)!;
    for (const field of FORBIDDEN_FIELDS) {
      const value = `${FORBIDDEN_WORD}-${field}`;
      system[field] =
        Array.isArray(system[field]) || /kontakt|service/.test(field) ? [value] : value;
    }
    system['kartotek_url'] = `https://kartoteket.example/${CANARY}-url`;
    system['urler'] = [`https://intern.example/${CANARY}-urler`];
    system['forvaltning_epost'] = `${CANARY}.person@oslo.example`;
    system['systemforvalter_orgenhet_ouid'] = {
      prk_ouid: 999_001,
      hr_navn: `${CANARY}-seksjon`,
      hr_ouid: 999_002,
    };
    system['alias'] = `${CANARY}: ring 22 33 44 55`;
  });
  await edit(folder, 'samples/kartoteket/virksomheter.json', (rows) => {
    for (const row of rows) {
      for (const field of Object.keys(row).filter((name) => name.startsWith('rolle_'))) {
        row[field] =
          field === 'rolle_virksomhetsleder'
            ? `${FORBIDDEN_WORD}-${field}`
            : [`${FORBIDDEN_WORD}-${field}@oslo.example`];
      }
      row['intranett_url'] = `https://intranett.example/${FORBIDDEN_WORD}`;
      row['office365_tenant'] = `${FORBIDDEN_WORD}-tenant`;
      row['klientplattform'] = `${FORBIDDEN_WORD}-klient`;
    }
  });
  await edit(folder, 'samples/kartoteket/leverandorer.json', (rows) => {
    for (const row of rows)
      Object.assign(row, {
        kontaktinfo: `${FORBIDDEN_WORD}-kontakt`,
        notater: `${FORBIDDEN_WORD}-notat`,
      });
  });
  for (const [file, fields] of [
    ['driftsplattformer', ['navn', 'kommentar']],
    ['programvarer', ['navn', 'alias', 'beskrivelse']],
    ['systembruk', ['kommentar']],
    ['systemintegrasjoner', ['beskrivelse']],
    ['kritiske_funksjoner', ['navn', 'kategori']],
    ['kritiske_kapabiliteter', ['navn', 'kategori']],
  ] as const) {
    await edit(folder, `samples/kartoteket/${file}.json`, (rows) => {
      for (const row of rows)
        for (const field of fields) row[field] = `${CANARY}-${file}-${field}-${String(row['id'])}`;
    });
  }
  await edit(folder, 'samples/processing/behandlinger.json', (rows) => {
    for (const row of rows) {
      Object.assign(row, {
        internt_ansvarlig: `${CANARY}-seksjon`,
        antall_registrerte: `${CANARY}-antall`,
        sikkerhetstiltak: `${CANARY}-tiltak`,
        begrensning_tilgang: `${CANARY}-tilgang`,
        tilgang_opplysninger: `${CANARY}-tilgang2`,
        databehandleravtale_status: `${CANARY}-avtale`,
        ekstern_DPIA_url: `https://intern.example/${CANARY}-dpia`,
      });
    }
  });
}
