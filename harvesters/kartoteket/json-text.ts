/**
 * JSON as others wrote it (P3, P4): depth at most 100, no key twice in one object, and a text that simply ends is told
 * from one that is no JSON. One pass without recursion, before the parser sees it.
 */
const MAX_DEPTH = 100;

export type JsonFault =
  | { readonly fault: 'empty' | 'html' | 'cut' | 'not-json' | 'too-deep' }
  | { readonly fault: 'key-twice'; readonly key: string };

/** The parsed value in a box, or what is wrong with the text. */
export function readJson(text: string): { readonly value: unknown } | JsonFault {
  const start = text.trimStart();
  if (start === '') return { fault: 'empty' };
  if (start.startsWith('<')) return { fault: 'html' };
  if (!/^[[{"\-\dtfn]/.test(start)) return { fault: 'not-json' };
  const fault = scan(text);
  if (fault) return fault;
  try {
    // `__proto__` becomes an ordinary own key here; nothing of ours copies keys it does not know.
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { fault: 'not-json' };
  }
}

function scan(text: string): JsonFault | undefined {
  // A set of its keys for each open object, nothing for an open array.
  const open: (Set<string> | undefined)[] = [];
  const token = /("[^"\\]*(?:\\.[^"\\]*)*("?))(\s*:)?|[{}[\]]/gs;
  for (const [found, key, quote, colon] of text.matchAll(token)) {
    if (quote === '') return { fault: 'cut' };
    if (key === undefined) bracket(open, found);
    else if (colon !== undefined && keyTwice(open.at(-1), key))
      return { fault: 'key-twice', key: key.slice(0, 60) };
    if (open.length > MAX_DEPTH) return { fault: 'too-deep' };
  }
  return open.length > 0 ? { fault: 'cut' } : undefined;
}

function bracket(open: (Set<string> | undefined)[], found: string): void {
  if (found === '{') open.push(new Set());
  else if (found === '[') open.push(undefined);
  else open.pop();
}

function keyTwice(keys: Set<string> | undefined, key: string): boolean {
  if (keys?.has(key)) return true;
  keys?.add(key);
  return false;
}
