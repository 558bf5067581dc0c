/**
 * The tables of GGM's relational dump and what may be kept of them (model.md 8.1): ten sheets of one workbook, or ten CSV files.
 * A field in FIELDS is P: the model is public. All others are known and not read: MIM's registration data, which are template
 * noise in GGM, and `author`, which names persons (N). What is in neither list is reported as unknown.
 */
import type { Cells, Columns } from '../../src/harvest/columns.js';

const FIELDS = {
  packages: ['id', 'name', 'parent_package_id', 'stereotype'],
  classes: [
    ...['id', 'name', 'package_id', 'stereotype', 'is_datatype', 'definitie', 'synoniemen'],
    'gemma_url',
  ],
  attributes: [
    ...['id', 'clazz_id', 'name', 'primitive', 'enumeration_id', 'type_class_id', 'definitie'],
    ...['herkomst', 'mogelijk_geen_waarde'],
  ],
  enumerations: ['id', 'name', 'package_id', 'definitie'],
  enumerationliterals: ['id', 'enumeratie_id', 'name', 'alias', 'definitie'],
  associations: [
    ...['id', 'name', 'definitie', 'src_class_id', 'src_role', 'src_mult_start', 'src_mult_end'],
    ...['dst_class_id', 'dst_role', 'dst_mult_start', 'dst_mult_end'],
  ],
  generalizations: ['id', 'subclass_id', 'superclass_id'],
} as const;

export type TableName = keyof typeof FIELDS;
export type Field = (typeof FIELDS)[TableName][number];
export type GgmCells = Cells<Field>;

export const TABLE_NAMES = Object.keys(FIELDS) as readonly TableName[];

/** Sheets that say where things are drawn, not what they are. */
export const DRAWINGS: ReadonlySet<string> = new Set(
  'diagrams diagram_class diagram_enumeration diagram_association diagram_generalization'.split(
    ' ',
  ),
);

export function columnsOf(table: TableName): Columns<Field> {
  return Object.fromEntries(FIELDS[table].map((field) => [field, []])) as unknown as Columns<Field>;
}

/** All that a table cannot do without: the ids, and the ends of a relation. */
export function requiredOf(table: TableName): readonly Field[] {
  const isOptional = new Set<Field>(['definitie', 'synoniemen', 'gemma_url', 'herkomst', 'alias']);
  return FIELDS[table].filter((field) => !isOptional.has(field));
}

/** Columns of v2.5.1 that are not read. */
export const UNREAD: ReadonlySet<string> = new Set(
  (
    'alias afkorting archimate_type authentiek author begrip bron created datum_opname datum_tijd_export definitie domein_dcat ' +
    'domein_iv3 dst_documentation dst_multiplicity eenheid formeel_patroon gemma_definitie gemma_naam gemma_toelichting ' +
    'gemma_type gemma_url heeft_tijdlijn_geldigheid heeft_tijdlijn_registratie herkomst herkomst_definitie ' +
    'indicatie_classificerend indicatie_formele_historie indicatie_in_onderzoek indicatie_materiele_historie kwaliteit lengte ' +
    'maximumwaarde_exclusief maximumwaarde_inclusief minimumwaarde_exclusief minimumwaarde_inclusief modelnaam_kort modified ' +
    'mogelijk_geen_waarde name nullable order patroon phase populatie release schema_id src_documentation src_multiplicity status ' +
    'stereotype synoniemen toelichting type uri verplicht version visibility'
  ).split(' '),
);
