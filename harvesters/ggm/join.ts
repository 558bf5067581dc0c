/** From the rows of the tables to records: each model element with what belongs to it (model.md 8.2, rules 1–3 and 8–9). */
import type { Issue } from '../../src/model/issue.js';
import { isDataType, joinAttributes } from './attributes.js';
import { PackageTree, ROOT, type Domain } from './packages.js';
import type { AttributePayload, ClassPayload, CodePayload, RecordType } from './payload.js';
import { Placement } from './placement.js';
import type { GgmTables, Row } from './read.js';
import { associations, echoesOf, specializations, type Relation } from './relations.js';
import { dangling, missing, record, rejection, wordsOf, type GgmRecord } from './rows.js';
import { cleanText } from './text.js';
import type { Translations } from './translations.js';

export interface JoinContext {
  readonly translations: Translations;
  /** Of GEMMA's list: folded element → folded domain package. */
  readonly domains: ReadonlyMap<string, string>;
  readonly report: (issue: Issue) => void;
}

/** The key of the one record that stands for the whole model. */
export const MODEL_KEY = 'ggm';

export function joinTables(tables: GgmTables, context: JoinContext): readonly GgmRecord[] {
  const { translations, domains, report } = context;
  const tree = new PackageTree(tables.packages);
  const placement = new Placement(tree, domains);
  const kept = tables.classes.filter(isKept);
  const classes = new Map(kept.map((row) => [row.cells.id ?? '', row]));
  const attributes = joinAttributes(tables.attributes, { classes, translations, report });
  const relations = [
    ...associations(tables.associations, echoesOf(tables.attributes), {
      classes,
      placement,
      translations,
    }),
    ...specializations(tables.generalizations, { classes, placement, translations }),
  ];
  const owned = byOwner(relations);
  const records = [
    ...tree.domains().map((domain) => moduleRecord(domain, translations)),
    ...kept.map((row) =>
      classRecord(row, {
        placement,
        translations,
        attributes: attributes.byClass.get(row.cells.id ?? '') ?? [],
        relations: owned.get(row.cells.id ?? '') ?? [],
      }),
    ),
    ...attributes.simpleTypes,
    ...codeListRecords(tables, placement, context),
    ...relations.map((one) => one.record),
  ];
  return [modelRecord(tables.packages, records), ...records];
}

/** Rule 1: the rest are EA's proxies of connectors and diagrams. */
function isKept(row: Row): boolean {
  return row.cells.stereotype === 'Objecttype' || isDataType(row);
}

function byOwner(relations: readonly Relation[]): ReadonlyMap<string, readonly GgmRecord[]> {
  const owned = new Map<string, GgmRecord[]>();
  for (const { owner, record: one } of relations) {
    if (owner !== undefined) owned.set(owner, [...(owned.get(owner) ?? []), one]);
  }
  return owned;
}

function moduleRecord(
  { row, id, parent, area, layer }: Domain,
  translations: Translations,
): GgmRecord {
  const words = wordsOf(id, row.cells, translations);
  if (!words) return rejection('modul', row, missing('name'));
  return record('modul', row, {
    ...words,
    ...(parent === undefined ? {} : { parent }),
    ...(area === undefined ? {} : { area }),
    layer,
  });
}

interface ClassParts {
  readonly placement: Placement;
  readonly translations: Translations;
  readonly attributes: readonly AttributePayload[];
  readonly relations: readonly GgmRecord[];
}

function classRecord(row: Row, parts: ClassParts): GgmRecord {
  const { cells } = row;
  const type = isDataType(row) ? 'datatype' : 'objekttype';
  if (cells.id === undefined) return rejection(type, row, missing('id'));
  const words = wordsOf(cells.id, cells, parts.translations);
  if (!words) return rejection(type, row, missing('name'));
  const area = parts.placement.domainOf(row)?.area;
  const synonyms = (cleanText(cells.synoniemen) ?? '').split(/\s*,\s*/).filter(Boolean);
  const keysOf = (relation: RecordType): string[] =>
    parts.relations.filter((one) => one.type === relation).map(({ key }) => key);
  const payload: ClassPayload = {
    ...words,
    ...parts.placement.moduleOf(row),
    ...(area === undefined ? {} : { area }),
    ...(synonyms.length > 0 ? { synonyms } : {}),
    ...(cells.gemma_url === undefined ? {} : { gemmaUrl: cells.gemma_url }),
    attributes: parts.attributes,
    associations: keysOf('assosiasjon'),
    specializations: keysOf('spesialisering'),
  };
  return record(type, row, payload);
}

function codeListRecords(
  { enumerations, enumerationliterals }: GgmTables,
  placement: Placement,
  { translations, report }: JoinContext,
): readonly GgmRecord[] {
  const known = new Set(enumerations.map(({ cells }) => cells.id));
  const codes = new Map<string, CodePayload[]>();
  for (const { cells, origin } of enumerationliterals) {
    const { id, enumeratie_id: list } = cells;
    const words = id === undefined ? undefined : wordsOf(id, cells, translations);
    if (!words || list === undefined) report({ ...missing('name'), origin });
    else if (!known.has(list)) report({ ...dangling('enumeratie_id', list), origin });
    else {
      const code = { ...words, notation: cleanText(cells.alias) ?? words.title['nl'] ?? '' };
      codes.set(list, [...(codes.get(list) ?? []), code]);
    }
  }
  return enumerations.map((row) => {
    const { id } = row.cells;
    const words = id === undefined ? undefined : wordsOf(id, row.cells, translations);
    if (id === undefined || !words) return rejection('kodeliste', row, missing(id ? 'name' : 'id'));
    return record('kodeliste', row, {
      ...words,
      ...placement.moduleOf(row),
      codes: codes.get(id) ?? [],
    });
  });
}

/** Modules are not told of: they say themselves what they are part of. */
const ELEMENTS: ReadonlySet<string> = new Set(['objekttype', 'datatype', 'enkeltype', 'kodeliste']);

function modelRecord(packages: readonly Row[], records: readonly GgmRecord[]): GgmRecord {
  const root = packages.find(({ cells }) => cells.stereotype === ROOT);
  const elements = records
    .filter((one) => 'payload' in one && ELEMENTS.has(one.type))
    .map(({ type, key }) => [type as RecordType, key] as const);
  return { type: 'modell', key: MODEL_KEY, origin: root?.origin ?? '', payload: { elements } };
}
