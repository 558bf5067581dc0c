/** YAML with places: a wrong value is reported with file, line and column, a wrong key with the nearest valid one. */
import { LineCounter, parseDocument, isMap, isNode, isScalar, type Document } from 'yaml';
import { z } from 'zod';
import { CatalogError } from '../model/errors.js';
import { nearest } from '../model/nearest.js';

export interface Located<T> {
  readonly value: T;
  /** `file:line:column` of a path inside the file, for errors found later. */
  place(path: readonly PropertyKey[]): string;
}

/** Throws CatalogError CONFIG_INVALID naming place, fault and the nearest valid key. */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): Located<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors[0];
  if (broken)
    throw new CatalogError(
      'CONFIG_INVALID',
      { place: placeAt(broken.pos[0]), cause: broken.message },
      broken,
    );
  const place = (path: readonly PropertyKey[]): string => placeAt(offsetOf(document, path));
  const result = schema.safeParse(document.toJS() as unknown);
  if (!result.success) throw configError(result.error, place, file);
  return { value: result.data, place };
}

/** Turns the first zod issue into a CatalogError with the place of the offending key. */
export function configError(
  error: z.ZodError,
  place: (path: readonly PropertyKey[]) => string,
  file: string,
): CatalogError {
  const first = error.issues[0];
  if (!first)
    return new CatalogError('CONFIG_INVALID', { place: file, cause: error.message }, error);
  const path =
    first.code === 'unrecognized_keys' ? [...first.path, first.keys[0] ?? ''] : first.path;
  const cause =
    first.code === 'unrecognized_keys' ? unknownKey(first.keys[0] ?? '', file) : first.message;
  return new CatalogError(
    'CONFIG_INVALID',
    { place: `${place(path)} (${path.join('.')})`, cause },
    error,
  );
}

function unknownKey(key: string, file: string): string {
  const suggestion = nearest(key, KNOWN_KEYS);
  return `ukjent nøkkel «${key}» i ${file}${suggestion ? `; mente du «${suggestion}»?` : ''}`;
}

/** Every key the configuration knows, collected once from the schemas. */
const KNOWN_KEYS = new Set<string>();
export function registerKeys(schema: unknown): void {
  if (!(schema instanceof z.ZodType)) return;
  const inner = schema as z.ZodType & {
    shape?: Record<string, unknown>;
    element?: unknown;
    unwrap?: () => unknown;
    options?: unknown[];
  };
  for (const [key, value] of Object.entries(inner.shape ?? {})) {
    KNOWN_KEYS.add(key);
    registerKeys(value);
  }
  registerKeys(inner.element);
  if (typeof inner.unwrap === 'function') registerKeys(inner.unwrap());
  if (Array.isArray(inner.options)) inner.options.forEach(registerKeys);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isScalar(item.key) && item.key.value === path[length - 1],
      );
      if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
