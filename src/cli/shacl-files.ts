/** Which of the words are files: RDF files that are there, and patterns (`curated/*.ttl`, `data/**`) that fit some. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, resolve, sep } from 'node:path';
import { RDF_EXTENSIONS } from '../compose-files.js';

export interface Words {
  /** Absolute paths, sorted, each once. */
  readonly files: readonly string[];
  /** Patterns that fit no file. */
  readonly unmatched: readonly string[];
  /** Everything else. */
  readonly words: readonly string[];
}

export function splitWords(given: readonly string[], folder: string): Words {
  const files = new Set<string>();
  const unmatched: string[] = [];
  const words: string[] = [];
  for (const word of given) {
    const isPattern = /[*?[\]{}]/.test(word) && !/^https?:/.test(word);
    const path = resolve(folder, word);
    if (isPattern) {
      const found = filesOf(word, folder);
      if (found.length === 0) unmatched.push(word);
      for (const one of found) files.add(one);
    } else if (isRdf(word) && existsSync(path)) files.add(path);
    else words.push(word);
  }
  return { files: [...files].sort(), unmatched, words };
}

/** RDF files in the folders that the words point into, as the words would name them: for "did you mean". */
export function filesNear(words: readonly string[], folder: string): string[] {
  const folders = [...new Set(words.map((word) => dirname(word)))];
  return folders
    .filter((one) => existsSync(resolve(folder, one)))
    .flatMap((one) => readdirSync(resolve(folder, one)).map((name) => join(one, name)))
    .filter(isRdf);
}

function isRdf(path: string): boolean {
  return RDF_EXTENSIONS.includes(extname(path).toLowerCase());
}

/** Walks from the last folder before the first sign of a pattern. */
function filesOf(pattern: string, folder: string): string[] {
  const parts = pattern.split('/');
  const fixed = parts
    .slice(
      0,
      parts.findIndex((part) => /[*?[\]{}]/.test(part)),
    )
    .join('/');
  const start = isAbsolute(pattern) ? `/${fixed}` : join(folder, fixed);
  if (!existsSync(start) || !statSync(start).isDirectory()) return [];
  const wanted = patternOf(
    isAbsolute(pattern) ? pattern : join(folder, pattern).split(sep).join('/'),
  );
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .map((name) => join(start, name))
    .filter((path) => wanted.test(path.split(sep).join('/')) && isRdf(path))
    .sort();
}

/** `*` within a name, `**` across folders, `?` one sign, `{a,b}` either. */
function patternOf(glob: string): RegExp {
  const text = glob.replace(/\*\*\/|\*\*|[*?]|\{[^{}]*\}|[.+^$()|[\]\\{}]/g, (sign) => {
    if (sign === '**/') return '(?:.*/)?';
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    if (sign === '?') return '[^/]';
    if (sign.length > 1) return `(?:${sign.slice(1, -1).split(',').map(escaped).join('|')})`;
    return escaped(sign);
  });
  return new RegExp(`^${text}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');
}
