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
  const token = /["{}[\]]/g;
  const colon = /\s*:/y;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] !== '"') bracket(open, match[0]);
    else {
      const end = endOfString(text, match.index);
      if (end === undefined) return { fault: 'cut' };
      token.lastIndex = colon.lastIndex = end;
      const key = text.slice(match.index, end);
      if (colon.test(text) && keyTwice(open.at(-1), key))
        return { fault: 'key-twice', key: key.slice(0, 60) };
    }
    if (open.length > MAX_DEPTH) return { fault: 'too-deep' };
  }
  return open.length > 0 ? { fault: 'cut' } : undefined;
}

/** By search, not by one pattern: a pattern over a literal of megabytes runs out of stack. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return undefined;
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
