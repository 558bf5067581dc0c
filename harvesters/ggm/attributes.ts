/** Attributes of classes (model.md 8.2, rules 2, 3, 5 and 7), and the simple types they use. */
import type { Issue } from '../../src/model/issue.js';
import { elementKey, nameKey } from './ids.js';
import type { AttributePayload, AttributeType, ClassRef } from './payload.js';
import type { Row } from './read.js';
import { dangling, missing, wordsOf, type GgmRecord } from './rows.js';
import { simpleType } from './simple-type.js';
import { cleanText } from './text.js';
import type { Translations } from './translations.js';

export interface Attributes {
  readonly byClass: ReadonlyMap<string, readonly AttributePayload[]>;
  readonly simpleTypes: readonly GgmRecord[];
}

export interface AttributeContext {
  /** Classes by id. */
  readonly classes: ReadonlyMap<string, Row>;
  readonly translations: Translations;
  readonly report: (issue: Issue) => void;
}

export function joinAttributes(rows: readonly Row[], context: AttributeContext): Attributes {
  const byClass = new Map<string, AttributePayload[]>();
  const simpleTypes = new Map<string, GgmRecord>();
  for (const row of rows.filter((one) => !isEcho(one))) {
    const fault = faultOf(row, context.classes);
    if (fault) context.report({ ...fault, origin: row.origin });
    const { clazz_id: classId, name, primitive = '' } = row.cells;
    if (fault || classId === undefined || name === undefined) continue;
    const attribute = attributeOf(row, { classId, name, context });
    byClass.set(classId, [...(byClass.get(classId) ?? []), attribute]);
    const { type } = attribute;
    if (type.kind === 'simple' && !simpleTypes.has(type.key))
      simpleTypes.set(type.key, {
        type: 'enkeltype',
        key: type.key,
        origin: row.origin,
        payload: { primitive },
      });
  }
  return { byClass, simpleTypes: [...simpleTypes.values()] };
}

/** Rule 2: the end of an association, which EA writes as an attribute without a name. */
export function isEcho({ cells }: Row): boolean {
  return cells.name === undefined && cells.type_class_id !== undefined;
}

/** Why the row is no attribute: it lacks a name (m2), or lies in no class that is kept. */
function faultOf({ cells }: Row, classes: ReadonlyMap<string, Row>): Issue | undefined {
  const { clazz_id: classId, name } = cells;
  if (name === undefined) return missing('name');
  if (classId === undefined) return missing('clazz_id');
  return classes.has(classId) ? undefined : dangling('clazz_id', classId);
}

function attributeOf(
  { cells, origin }: Row,
  { classId, name, context }: { classId: string; name: string; context: AttributeContext },
): AttributePayload {
  const { id = '', type_class_id: target } = cells;
  if (target !== undefined && !context.classes.has(target))
    context.report({ ...dangling('type_class_id', target), origin });
  const source = cleanText(cells.herkomst);
  return {
    ...(wordsOf(id, cells, context.translations) ?? { id, title: { nl: name } }),
    key: id === '' ? nameKey(classId, name) : elementKey(id),
    ...(source === undefined ? {} : { source }),
    // `verplicht` is false everywhere; this column is the one that is kept (rule 5).
    isRequired: cells.mogelijk_geen_waarde === 'Nee',
    type: typeOf(cells, context.classes),
  };
}

/** Rule 7, in this order: some rows with an enumeration say Boolean as well. */
function typeOf(cells: Row['cells'], classes: ReadonlyMap<string, Row>): AttributeType {
  const { enumeration_id: list, type_class_id: target, primitive } = cells;
  if (list !== undefined) return { kind: 'list', id: list };
  if (target !== undefined && classes.has(target))
    return { kind: 'class', to: classRef(target, classes) };
  const simple = simpleType(primitive);
  return simple
    ? { kind: 'simple', key: simple.key }
    : { kind: 'unknown', written: primitive ?? '' };
}

export function classRef(id: string, classes: ReadonlyMap<string, Row>): ClassRef {
  return { type: isDataType(classes.get(id)) ? 'datatype' : 'objekttype', id };
}

export function isDataType(row: Row | undefined): boolean {
  return row?.cells.is_datatype?.toLowerCase() === 'true';
}
