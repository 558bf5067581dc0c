/** Example queries: `.rq` files that begin with title and description in each language. Read once, run by a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type LangText } from '../../src/model/lang-text.js';
import { SITE_FOLDER } from '../site-folder.js';

export interface ExampleQuery {
  readonly name: string;
  readonly title: LangText;
  readonly description: LangText;
  readonly query: string;
}

/** Throws for a file without its texts. */
export function loadExampleQueries(): readonly ExampleQuery[] {
  const folder = join(SITE_FOLDER, 'queries');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.rq'))
    .sort()
    .map((file) => parseExample(file, readFileSync(join(folder, file), 'utf8')));
}

function parseExample(file: string, source: string): ExampleQuery {
  const textOf = (part: string): LangText => {
    const entries = LANGUAGES.map((lang) => {
      const found = new RegExp(`^# ${part}-${lang}: (.+)$`, 'm').exec(source)?.[1];
      if (found === undefined) throw new Error(`${file} has no ${part}-${lang}`);
      return [lang, found] as const;
    });
    return Object.fromEntries(entries) as Record<(typeof LANGUAGES)[number], string>;
  };
  return {
    name: file.replace(/\.rq$/, ''),
    title: textOf('title'),
    description: textOf('description'),
    query: source.replace(/^#.*\n/gm, '').trim(),
  };
}
