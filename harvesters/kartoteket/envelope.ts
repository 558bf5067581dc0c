/** The envelope of an answer: `{beskrivelse, antall, kjoretid, data}` (sources.md 1.1). Whole, or a named failure (H4). */
import { CatalogError } from '../../src/model/errors.js';
import { decodeText } from '../../src/rdf/decode-text.js';
import type { Endpoint } from './endpoints.js';
import { isObject } from './field-kinds.js';
import { readJson, type JsonFault } from './json-text.js';

/** Rows of the list. Throws CatalogError SOURCE_NOT_JSON, SOURCE_TRUNCATED or SOURCE_INCONSISTENT. */
export function readEnvelope(bytes: Uint8Array, place: string, endpoint: Endpoint): unknown[] {
  const parsed = readJson(textOf(bytes, place));
  if ('fault' in parsed) throw jsonFailure(parsed, place);
  const envelope = parsed.value;
  const inconsistent = (cause: string): CatalogError =>
    new CatalogError('SOURCE_INCONSISTENT', { url: place, cause });

  if (!isObject(envelope)) throw inconsistent('svaret er ikke et objekt med «antall» og «data»');
  const { antall, data } = envelope;
  if (!Array.isArray(data)) throw inconsistent('svaret mangler listen «data»');
  if (antall !== data.length)
    throw inconsistent(`«antall» er ${shown(antall)}, men listen har ${data.length} poster`);
  const rows: unknown[] = data;
  // A class clash in the application once made two endpoints give the same rows.
  if (rows.length > 0 && !rows.some((row) => isOf(row, endpoint)))
    throw inconsistent(`ingen av postene er av klassen «${endpoint.classes[0]}»`);
  return rows;
}

export function isOf(row: unknown, endpoint: Endpoint): boolean {
  return isObject(row) && endpoint.classes.some((name) => name === row['class']);
}

function textOf(bytes: Uint8Array, place: string): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw new CatalogError('SOURCE_NOT_JSON', { url: place, found: 'noe annet enn UTF-8' }, error);
  }
}

function jsonFailure(fault: JsonFault, place: string): CatalogError {
  const notJson = (found: string): CatalogError =>
    new CatalogError('SOURCE_NOT_JSON', { url: place, found });
  const inconsistent = (cause: string): CatalogError =>
    new CatalogError('SOURCE_INCONSISTENT', { url: place, cause });
  switch (fault.fault) {
    case 'empty':
      return notJson('et tomt svar');
    case 'html':
      return notJson('HTML');
    case 'not-json':
      return notJson('en tekst som ikke lar seg tolke');
    case 'cut':
      return new CatalogError('SOURCE_TRUNCATED', { url: place, cause: 'JSON slutter midt i' });
    case 'too-deep':
      return inconsistent('dypere nøstet enn 100 nivåer');
    case 'key-twice':
      return inconsistent(`nøkkelen ${fault.key} står to ganger i samme objekt`);
  }
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : 'ikke et tall';
}
