/** The five tables of the register: their columns, their keys, and what a row of them is. */
import type { Cells, ColumnRule } from '../../src/harvest/columns.js';

export type Field =
  | 'kontakt_id'
  | 'navn'
  | 'epost'
  | 'url'
  | 'serie_id'
  | 'forste'
  | 'siste'
  | 'datasett_id'
  | 'tittel_nb'
  | 'tittel_nn'
  | 'tittel_en'
  | 'beskrivelse_nb'
  | 'beskrivelse_nn'
  | 'beskrivelse_en'
  | 'utgiver'
  | 'dataeier'
  | 'kontakt'
  | 'tema'
  | 'los'
  | 'nokkelord_nb'
  | 'nokkelord_nn'
  | 'nokkelord_en'
  | 'tilgang'
  | 'hjemmel'
  | 'konfidensialitet'
  | 'postklasse'
  | 'personvernniva'
  | 'frekvens'
  | 'utgitt'
  | 'endret'
  | 'dekning_fra'
  | 'dekning_til'
  | 'geografi'
  | 'sprak'
  | 'hvd_kategori'
  | 'hvd'
  | 'hvd_uten_api'
  | 'hvd_uten_nedlasting'
  | 'vernede_data'
  | 'vilkar_nb'
  | 'vilkar_nn'
  | 'vilkar_en'
  | 'sok_tilgang'
  | 'gebyr_kroner'
  | 'gebyr_nb'
  | 'gebyr_nn'
  | 'gebyr_en'
  | 'serie'
  | 'forrige'
  | 'system_id'
  | 'behandling_id'
  | 'politikkomrade'
  | 'begrep'
  | 'landingsside'
  | 'dokumentasjon'
  | 'samsvar'
  | 'avledet_av'
  | 'anonymisert_ved'
  | 'lag'
  | 'opphav'
  | 'status'
  | 'distribusjon_id'
  | 'format'
  | 'medietype'
  | 'lisens'
  | 'tilgangs_url'
  | 'nedlastings_url'
  | 'fil'
  | 'tilgjengelighet'
  | 'tjeneste'
  | 'api_id'
  | 'endepunkt'
  | 'endepunktbeskrivelse'
  | 'tjenestekvalitet'
  | 'bytes'
  | 'datasett';
export type RegisterCells = Cells<Field>;

export const TABLE_NAMES = ['kontakter', 'serier', 'datasett', 'distribusjoner', 'apier'] as const;
export type TableName = (typeof TABLE_NAMES)[number];
export type RecordType = 'kontakt' | 'serie' | 'datasett' | 'distribusjon' | 'datatjeneste';

export interface TableDefinition {
  readonly type: RecordType;
  readonly key: Field;
  /** Without this table there is no register. */
  readonly isRequired: boolean;
  readonly columns: ColumnRule<Field>;
}

const SYNONYMS: Partial<Record<Field, readonly string[]>> = {
  epost: ['e-post'],
  forste: ['første'],
  nokkelord_nb: ['nøkkelord_nb'],
  nokkelord_nn: ['nøkkelord_nn'],
  nokkelord_en: ['nøkkelord_en'],
  personvernniva: ['personvernnivå'],
  sprak: ['språk'],
  politikkomrade: ['politikkområde'],
  vilkar_nb: ['vilkår_nb'],
  vilkar_nn: ['vilkår_nn'],
  vilkar_en: ['vilkår_en'],
  sok_tilgang: ['søk_tilgang'],
};

const RESOURCE = 'tittel_nb tittel_nn tittel_en beskrivelse_nb beskrivelse_en utgiver kontakt tema';

export const TABLES: Readonly<Record<TableName, TableDefinition>> = {
  kontakter: table('kontakt', 'kontakt_id', {
    isRequired: true,
    required: 'kontakt_id navn',
    others: 'epost url',
  }),
  serier: table('serie', 'serie_id', {
    required: 'serie_id tittel_nb utgiver kontakt',
    others: `${RESOURCE} frekvens utgitt endret konfidensialitet postklasse forste siste hvd_kategori`,
  }),
  datasett: table('datasett', 'datasett_id', {
    isRequired: true,
    required: 'datasett_id tittel_nb beskrivelse_nb utgiver kontakt tema tilgang',
    others:
      `${RESOURCE} beskrivelse_nn los nokkelord_nb nokkelord_nn nokkelord_en hjemmel konfidensialitet ` +
      'postklasse personvernniva frekvens utgitt endret dekning_fra dekning_til geografi sprak hvd_kategori ' +
      'serie forrige system_id behandling_id politikkomrade begrep landingsside dokumentasjon samsvar ' +
      'avledet_av anonymisert_ved dataeier lag opphav status hvd_uten_api hvd_uten_nedlasting vernede_data ' +
      'vilkar_nb vilkar_nn vilkar_en sok_tilgang gebyr_kroner gebyr_nb gebyr_nn gebyr_en',
  }),
  distribusjoner: table('distribusjon', 'distribusjon_id', {
    required: 'distribusjon_id datasett_id',
    others:
      'tittel_nb tittel_nn tittel_en beskrivelse_nb beskrivelse_nn beskrivelse_en format medietype lisens ' +
      'tilgangs_url nedlastings_url fil bytes utgitt endret status tilgjengelighet sprak tjeneste samsvar ' +
      'postklasse hvd',
  }),
  apier: table('datatjeneste', 'api_id', {
    required: 'api_id tittel_nb endepunkt',
    others:
      `${RESOURCE} beskrivelse_nn nokkelord_nb nokkelord_nn nokkelord_en endepunktbeskrivelse dokumentasjon ` +
      'lisens tilgang hjemmel konfidensialitet postklasse datasett hvd_kategori format status tilgjengelighet ' +
      'samsvar landingsside hvd tjenestekvalitet',
  }),
};

function table(
  type: RecordType,
  key: Field,
  given: {
    readonly isRequired?: boolean;
    readonly required: string;
    readonly others: string;
  },
): TableDefinition {
  const names = `${given.required} ${given.others}`.split(' ') as Field[];
  const columns = Object.fromEntries(
    names.map((name): [Field, readonly string[]] => [name, SYNONYMS[name] ?? []]),
  ) as ColumnRule<Field>['columns'];
  const required = given.required.split(' ') as Field[];
  return { type, key, isRequired: given.isRequired ?? false, columns: { columns, required } };
}
