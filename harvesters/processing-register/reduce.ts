/** From a row as the source gives it to what may be kept. Pure; runs before anything is stored (sources.md 0.3). */
import { isWithheld } from '../../src/harvest/cell-values.js';
import type { JsonObject } from '../../src/harvest/json-document.js';
import { DROPPED_PATTERN, FIELDS } from './fields.js';
import type { Processing } from './payload.js';
import { WrongType } from './readers.js';

export class FieldOfWrongType extends Error {
  readonly field: string;

  constructor(field: string) {
    super(field);
    this.field = field;
  }
}

/** Names of unknown fields go to `drift`, never their values. Throws FieldOfWrongType. */
export function reduceJson(row: JsonObject, drift: (field: string) => void): Processing {
  const kept: Record<string, unknown> = {};
  const withheld: string[] = [];
  for (const [field, value] of Object.entries(row)) {
    const rule = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
    if (!rule && !DROPPED_PATTERN.test(field)) drift(field);
    if (!rule?.to || !rule.reader) continue;
    if (typeof value === 'string' && isWithheld(value)) withheld.push(field);
    else
      kept[rule.to] = read(field, () =>
        rule.reader?.json(value, (name) => drift(`${field}.${name}`)),
      );
  }
  return processing(kept, withheld);
}

export function reduceCells(cells: Readonly<Partial<Record<string, string>>>): Processing {
  const kept: Record<string, unknown> = {};
  const withheld: string[] = [];
  for (const [field, cell] of Object.entries(cells)) {
    const rule = FIELDS[field];
    if (!rule?.to || !rule.reader || cell === undefined) continue;
    if (isWithheld(cell)) withheld.push(field);
    else kept[rule.to] = rule.reader.cell(cell);
  }
  return processing(kept, withheld);
}

function read(field: string, reader: () => unknown): unknown {
  try {
    return reader();
  } catch (error) {
    if (error instanceof WrongType) throw new FieldOfWrongType(field);
    throw error;
  }
}

/** The readers of the field table give what the members of Processing want; the table is where that is decided. */
function processing(kept: Readonly<Record<string, unknown>>, withheld: string[]): Processing {
  const filled = Object.entries(kept).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(filled) as Processing),
    ...(withheld.length > 0 ? { withheld: withheld.sort() } : {}),
  };
}
