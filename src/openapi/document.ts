/**
 * An untrusted OpenAPI document, and how it is looked into: nothing in it is believed to have the type it should have, texts are
 * cut, and references are followed within the document only, a bounded number of steps.
 */
import { parse } from 'yaml';

/** A larger one is no description for people. */
export const MAX_BYTES = 2 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_NODES = 500_000;
/** Reference to a reference to …: a loop ends here. */
const MAX_STEPS = 16;

export type Node = Readonly<Record<string, unknown>>;

/** JSON or YAML; undefined for what is neither, too large, or no object. */
export function readDocument(content: Uint8Array): Node | undefined {
  if (content.byteLength > MAX_BYTES) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const isJson = text.trimStart().startsWith('{');
    // Aliases are the YAML way to make little text into much.
    const document: unknown = isJson
      ? JSON.parse(text)
      : parse(text, { maxAliasCount: 50, logLevel: 'error' });
    return isModest(document) ? asNode(document) : undefined;
  } catch {
    // Whatever the two parsers make of a text that is no document: it describes nothing.
    return undefined;
  }
}

/** Neither deeper nor, with aliases written out, larger than any description that is meant to be read. */
function isModest(document: unknown): boolean {
  const waiting: (readonly [unknown, number])[] = [[document, 0]];
  for (let seen = 0; seen <= MAX_NODES; seen += 1) {
    const next = waiting.pop();
    if (next === undefined) return true;
    const [value, depth] = next;
    if (depth > MAX_DEPTH) return false;
    if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) waiting.push([one, depth + 1]);
  }
  return false;
}

export function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Node)
    : undefined;
}

export function listAt(node: Node | undefined, key: string): readonly unknown[] {
  const value = valueAt(node, key);
  return Array.isArray(value) ? value : [];
}

export function nodeAt(node: Node | undefined, key: string): Node | undefined {
  return asNode(valueAt(node, key));
}

/** Own keys only: a document may have one that is called `constructor`. */
export function valueAt(node: Node | undefined, key: string): unknown {
  return node !== undefined && Object.hasOwn(node, key) ? node[key] : undefined;
}

/** Trimmed and cut; undefined for what is empty or no text. */
export function textAt(node: Node | undefined, key: string, max: number): string | undefined {
  const value = valueAt(node, key);
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return trimmed.length > max ? `${trimmed.slice(0, max - 1).trimEnd()}…` : trimmed;
}

/** What a Reference Object points to (OpenAPI 3.1.1 §4.8.23), else the node itself; undefined for what lies elsewhere. */
export function resolved(root: Node, value: unknown): Node | undefined {
  let node = asNode(value);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const reference = valueAt(node, '$ref');
    if (typeof reference !== 'string') return node;
    node = reference.startsWith('#/') ? pointedTo(root, reference.slice(2)) : undefined;
  }
  return undefined;
}

/** JSON Pointer in a fragment (RFC 6901 §6). */
function pointedTo(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const part of pointer.split('/')) node = nodeAt(node, unescaped(part));
  return node;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return part;
  }
}
