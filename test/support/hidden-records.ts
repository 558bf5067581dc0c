/**
 * Plants what must not be seen: records that are not public, in every source, and canary strings in every field of them and
 * in every internal or forbidden field of records that are public. Each canary tells where it was planted.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const CANARY = 'KANARI';

/** How the hidden records of a variant look: other wording, so that an edit shows if anything of it leaks. */
export interface Variant {
  readonly word: string;
  readonly count: number;
}

interface Dump {
  antall: number;
  data: Record<string, unknown>[];
}

export const PUBLIC_SYSTEM = 101;

export async function plantHidden(folder: string, variant: Variant): Promise<void> {
  await plantSystems(folder, variant);
  await plantProcessing(folder, variant);
  await plantDatasets(folder, variant);
  await plantCurated(folder, variant);
  await plantAssessments(folder, variant);
}

async function plantSystems(folder: string, { word, count }: Variant): Promise<void> {
  const name = (kind: string, id: number) => `${CANARY}-${word}-${kind}-${id}`;
  await edit(folder, 'samples/kartoteket/systemer.json', (rows) => {
    const model = rows.find(({ id }) => id === PUBLIC_SYSTEM)!;
    for (let id = 9001; id < 9001 + count; id++) {
      rows.push({
        ...model,
        id,
        navn: name('system', id),
        visningsnavn: name('visning', id),
        alias: name('alias', id),
        beskrivelse: name('beskrivelse', id),
        kartotek_url: `https://kartoteket.example/${id}/`,
        forvaltning_epost: null,
        systemeier_virksomhet: { class: 'Virksomhet', id: 9001 },
      });
    }
  });
  await edit(folder, 'samples/kartoteket/virksomheter.json', (rows) => {
    const model = rows[0]!;
    rows.push({
      ...model,
      id: 9001,
      virksomhetsnavn: name('virksomhet', 9001),
      virksomhetsforkortelse: 'KANX',
      gamle_virksomhetsforkortelser: null,
      orgnummer: null,
      www_url: null,
    });
  });
  await edit(folder, 'samples/kartoteket/systemintegrasjoner.json', (rows) => {
    const model = rows[0]!;
    for (let id = 9001; id < 9001 + count; id++) {
      // Half of them lead to a system that is public: the edge must not show there either.
      rows.push({
        ...model,
        id,
        system_kilde: { class: 'System', id },
        system_destinasjon: { class: 'System', id: id % 2 ? PUBLIC_SYSTEM : 9001 },
        beskrivelse: name('integrasjon', id),
      });
    }
  });
  await edit(folder, 'samples/kartoteket/systembruk.json', (rows) => {
    const model = rows[0]!;
    for (let id = 9001; id < 9001 + count; id++) {
      rows.push({
        ...model,
        id,
        system: { class: 'System', id },
        virksomhet: { class: 'Virksomhet', id: 2 },
        kommentar: name('bruk', id),
        antall_brukere: 7_000 + id,
      });
    }
  });
}

async function plantProcessing(folder: string, { word, count }: Variant): Promise<void> {
  await edit(folder, 'samples/processing/behandlinger.json', (rows) => {
    const model = rows[0]!;
    for (let id = 9001; id < 9001 + count; id++) {
      const text = (field: string) => `${CANARY}-${word}-${field}-${id}`;
      rows.push({
        ...model,
        id,
        behandlingen: text('behandlingen'),
        formaal: text('formaal'),
        personopplysninger_utdyping: text('utdyping'),
        planlagte_slettefrister: text('frist'),
        opplysningskilde: text('kilde'),
        utlevering_ekstern_myndighet_utdyping: text('mottaker'),
        behandlingsgrunnlag_utdyping: text('lov'),
        fellesbehandling: true,
        den_registrerte: [
          { class: 'Registrerte', id: 900, kategorinavn: text('registrert'), saarbar_gruppe: true },
        ],
        kategorier_personopplysninger: [
          {
            class: 'Personsonopplysningskategori',
            id: 900,
            navn: text('opplysning'),
            artikkel: 9,
            hovedkategori: 'x',
          },
        ],
        systemer: [{ class: 'System', id: PUBLIC_SYSTEM, navn: 'Barnehageportalen' }],
      });
    }
  });
}

async function plantDatasets(folder: string, { word, count }: Variant): Promise<void> {
  // No class, another scheme's word, a look-alike letter, a zero-width character, a bare number: none of them is open (C2).
  const classes = [
    'Intern',
    'Beskyttet',
    'Strengt beskyttet',
    '',
    'Offentlig',
    'Åpеn',
    'Åpen\u200b',
    '1',
    'Åpen|Intern',
  ];
  await appendRows(join(folder, 'samples/datasets/datasett.csv'), (header) =>
    Array.from({ length: count }, (_, index) => {
      const text = (field: string) => `${CANARY}-${word}-${field}-${index}`;
      const row: Record<string, string> = {
        datasett_id: `kanari-${word}-${index}`,
        tittel_nb: text('tittel'),
        tittel_en: text('title'),
        beskrivelse_nb: text('beskrivelse'),
        utgiver: 'DIG',
        kontakt: 'kanari',
        tema: 'EDUC',
        nokkelord_nb: text('ord'),
        tilgang: 'PUBLIC',
        konfidensialitet: 'Åpen',
        postklasse: classes[index % classes.length]!,
        serie: 'folkemengde-per-bydel',
        system_id: String(PUBLIC_SYSTEM),
        avledet_av: 'folkemengde-per-bydel-2025',
        endret: '2027-01-01',
        begrep: 'bydel',
        hjemmel: `${text('hjemmel')} <https://lovdata.no/${CANARY}>`,
        behandling_id: '421',
        personvernniva: '0',
        dataeier: 'DIG',
      };
      return header.map((name) => row[name] ?? '');
    }),
  );
  await appendRows(join(folder, 'samples/datasets/kontakter.csv'), (header) => [
    header.map(
      (name) =>
        ({
          kontakt_id: 'kanari',
          navn: `${CANARY}-${word}-kontakt`,
          epost: 'post@bym.oslo.example',
        })[name] ?? '',
    ),
  ]);
  await appendRows(join(folder, 'samples/datasets/distribusjoner.csv'), (header) =>
    Array.from({ length: count }, (_, index) => {
      const row: Record<string, string> = {
        distribusjon_id: `kanari-${word}-${index}-csv`,
        datasett_id: `kanari-${word}-${index}`,
        tittel_nb: `${CANARY}-${word}-fil-${index}`,
        format: 'CSV',
        medietype: 'text/csv',
        lisens: 'CC0',
        fil: 'kanari.csv',
        postklasse: 'Åpen',
      };
      return header.map((name) => row[name] ?? '');
    }),
  );
  await writeFile(join(folder, 'files/kanari.csv'), `${CANARY}-${word};1\n`);
}

async function plantCurated(folder: string, { word, count }: Variant): Promise<void> {
  const resources = Array.from({ length: count }, (_, index) => {
    const id = `https://data.oslo.example/id/begrep/kanari-${word}-${index}`;
    return `<${id}> a skos:Concept ; skos:prefLabel "${CANARY}-${word}-begrep-${index}"@nb ; skos:related <https://data.oslo.example/id/begrep/bydel> ;
  skos:inScheme <https://data.oslo.example/id/begrep/begreper> ; kdm:recordClass <https://data.oslo.example/kode/konfidensialitet/${index % 2 ? 'intern' : 'beskyttet'}> .`;
  });
  const prefixes =
    '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix kdm: <https://w3id.org/datavev/def/kdm#> .\n';
  await writeFile(join(folder, 'curated/kanari.ttl'), `${prefixes}${resources.join('\n')}\n`);
}

/** Classes that are never public, whatever their descriptions say (model.md 7): half of these say that they are open. */
const NEVER_PUBLIC = [
  ...['kdm:RiskAssessment', 'kdm:RiskScenario', 'kdm:DpiaNeed', 'dpv:DPIA', 'kdm:Agreement'],
  ...['kdm:DataRequest', 'kdm:RequestAssessment', 'kdm:RequestDecision', 'odrl:Agreement'],
];

async function plantAssessments(folder: string, { word, count }: Variant): Promise<void> {
  const id = 'https://data.oslo.example/id';
  const resources = NEVER_PUBLIC.flatMap((type, at) =>
    Array.from({ length: count / 10 }, (_, index) => {
      const text = `${CANARY}-${word}-vurdering-${at}-${index}`;
      return `<${id}/vurdering/kanari-${word}-${at}-${index}> a ${type} ; dct:title "${text}"@nb ; dct:description "${text}"@nb ;
  dct:publisher <${id}/virksomhet/958935420> ; dct:relation <${id}/katalog/oslo> ;
  kdm:recordClass <https://data.oslo.example/kode/konfidensialitet/${index % 2 ? 'apen' : 'beskyttet'}> .`;
    }),
  );
  const prefixes = [
    '@prefix dct: <http://purl.org/dc/terms/> .',
    '@prefix dpv: <https://w3id.org/dpv#> .',
    '@prefix kdm: <https://w3id.org/datavev/def/kdm#> .',
    '@prefix odrl: <http://www.w3.org/ns/odrl/2/> .',
  ];
  await writeFile(
    join(folder, 'curated/kanari-vurderinger.ttl'),
    `${[...prefixes, ...resources].join('\n')}\n`,
  );
}

export async function edit(
  folder: string,
  path: string,
  change: (rows: Record<string, unknown>[]) => void,
): Promise<void> {
  const file = join(folder, path);
  const dump = JSON.parse(await readFile(file, 'utf8')) as Dump;
  change(dump.data);
  dump.antall = dump.data.length;
  await writeFile(file, JSON.stringify(dump));
}

async function appendRows(file: string, rows: (header: string[]) => string[][]): Promise<void> {
  const text = await readFile(file, 'utf8');
  const header = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)[0]!
    .split(';');
  const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
  await writeFile(
    file,
    `${text.trimEnd()}\n${rows(header)
      .map((row) => row.map(cell).join(';'))
      .join('\n')}\n`,
  );
}
