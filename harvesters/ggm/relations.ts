/** Associations and generalisations (model.md 8.2, rules 1 and 4): both begin at a class, which has them as properties. */
import { classRef, isEcho } from './attributes.js';
import { multiplicity, isReadable } from './multiplicity.js';
import type { AssociationPayload, Described } from './payload.js';
import type { Placement } from './placement.js';
import type { Row } from './read.js';
import { dangling, missing, record, rejection, wordsOf, type GgmRecord } from './rows.js';
import type { Translations } from './translations.js';

export interface Relation {
  /** The class at which it begins; undefined for one that cannot be used. */
  readonly owner?: string;
  readonly record: GgmRecord;
}

export interface RelationContext {
  /** Classes by id. */
  readonly classes: ReadonlyMap<string, Row>;
  readonly placement: Placement;
  readonly translations: Translations;
}

export function associations(
  rows: readonly Row[],
  echoes: ReadonlyMap<string, End>,
  context: RelationContext,
): readonly Relation[] {
  return rows.map((row) => association(row, echoes, context));
}

function association(
  row: Row,
  echoes: ReadonlyMap<string, End>,
  context: RelationContext,
): Relation {
  const { id, src_class_id: from, dst_class_id: to } = row.cells;
  const fault = endFault(context.classes, { id, src_class_id: from, dst_class_id: to });
  if (fault || id === undefined || from === undefined || to === undefined)
    return { record: rejection('assosiasjon', row, fault ?? missing('id')) };
  const echo = echoes.get(echoKey(id));
  const payload: AssociationPayload = {
    id,
    ...associationWords(id, row, context.translations),
    to: classRef(to, context.classes),
    ...context.placement.moduleOf(context.classes.get(from)),
    ...multiplicities(row),
    ...(echo === undefined ? {} : { isNavigable: echo === 'dst' }),
  };
  return { owner: from, record: record('assosiasjon', row, payload) };
}

/** Rule 4: without a name, the role at either end will do. */
function associationWords(
  id: string,
  { cells }: Row,
  translations: Translations,
): Described | undefined {
  const name = cells.name ?? cells.dst_role ?? cells.src_role;
  return wordsOf(id, { ...cells, name }, translations);
}

function multiplicities({ cells }: Row): Pick<AssociationPayload, 'target' | 'written' | 'isVoid'> {
  const source = [cells.src_mult_start, cells.src_mult_end] as const;
  const target = [cells.dst_mult_start, cells.dst_mult_end] as const;
  const isWhole = isReadable(...source) && isReadable(...target);
  const written = `${source.map(shown).join('..')} – ${target.map(shown).join('..')}`;
  return {
    target: multiplicity(...target),
    ...(isWhole ? {} : { written }),
    ...([source, target].some(isVoid) ? { isVoid: true } : {}),
  };
}

function shown(bound: string | undefined): string {
  return bound ?? '?';
}
function isVoid([start, end]: readonly [string | undefined, string | undefined]): boolean {
  return start === '0' && end === '0';
}

export function specializations(
  rows: readonly Row[],
  { classes, placement }: RelationContext,
): readonly Relation[] {
  return rows.map((row) => {
    const { id, subclass_id: special, superclass_id: general } = row.cells;
    const fault = endFault(classes, { id, subclass_id: special, superclass_id: general });
    if (fault || id === undefined || special === undefined || general === undefined)
      return { record: rejection('spesialisering', row, fault ?? missing('id')) };
    const payload = {
      id,
      general: classRef(general, classes),
      ...placement.moduleOf(classes.get(special)),
    };
    return { owner: special, record: record('spesialisering', row, payload) };
  });
}

function endFault(
  classes: ReadonlyMap<string, Row>,
  { id, ...ends }: Readonly<Record<string, string | undefined>>,
): ReturnType<typeof missing> | undefined {
  if (id === undefined) return missing('id');
  for (const [field, end] of Object.entries(ends)) {
    if (end === undefined) return missing(field);
    if (!classes.has(end)) return dangling(field, end);
  }
  return undefined;
}

export type End = 'src' | 'dst';

/**
 * Which end of an association can be reached: EA writes it as an attribute without a name whose id is the association's with
 * `src` or `dst` instead of the first two characters of the GUID.
 */
export function echoesOf(attributes: readonly Row[]): ReadonlyMap<string, End> {
  return new Map(
    attributes.filter(isEcho).flatMap(({ cells }): [string, End][] => {
      const [, end, rest] = /^\{?EAID_(src|dst)(.+)$/i.exec(cells.id ?? '') ?? [];
      return rest !== undefined
        ? [[rest.toLowerCase(), end?.toLowerCase() === 'src' ? 'src' : 'dst']]
        : [];
    }),
  );
}

function echoKey(id: string): string {
  return id.toLowerCase().replace(/^\{?eaid_../, '');
}
