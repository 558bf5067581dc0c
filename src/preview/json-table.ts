/** JSON lists of objects, and the features of GeoJSON (RFC 7946), as rows under one heading. Pure. */
import { isJsonObject, member, type JsonObject } from '../harvest/json-document.js';

export interface JsonTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly geometries?: readonly unknown[];
}

/** Undefined when the document is of another form. */
export function jsonTable(document: unknown, format: 'json' | 'geojson'): JsonTable | undefined {
  if (format === 'json') return isList(document) ? tableOf(document) : undefined;
  if (!isJsonObject(document) || member(document, 'type') !== 'FeatureCollection') return undefined;
  const features = member(document, 'features');
  if (!isList(features)) return undefined;
  const properties = features.map((one): JsonObject => {
    const own = member(one, 'properties');
    return isJsonObject(own) ? own : {};
  });
  return { ...tableOf(properties), geometries: features.map((one) => member(one, 'geometry')) };
}

function isList(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every((one: unknown) => isJsonObject(one));
}

function tableOf(objects: readonly JsonObject[]): JsonTable {
  const header = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  return { header, rows: objects.map((one) => header.map((name) => cellText(member(one, name)))) };
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // JSON may escape characters that no text of a page may hold.
  return text.normalize('NFC').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
