/** Example queries: `.rq` files that begin with group, title and description in each language. Read once, run by a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Lang, type LangText } from '../../src/model/lang-text.js';
import { SITE_FOLDER } from '../site-folder.js';

/** In the order of the page. */
export const EXAMPLE_GROUPS = [
  'oppdag',
  'kvalitet',
  'hvd',
  'personvern',
  'modell',
  'sammenligning',
] as const;
export type ExampleGroup = (typeof EXAMPLE_GROUPS)[number];

export interface ExampleQuery {
  readonly name: string;
  readonly group: ExampleGroup;
  readonly groupTitle: LangText;
  readonly title: LangText;
  readonly description: LangText;
  readonly query: string;
}

/** `hvd-2-lisenser.rq` is the second of its group. Throws for a file without its texts, or of no group. */
export function loadExampleQueries(): readonly ExampleQuery[] {
  const folder = join(SITE_FOLDER, 'queries');
  const read = readdirSync(folder)
    .filter((file) => file.endsWith('.rq'))
    .sort()
    .map((file) => parseExample(file, readFileSync(join(folder, file), 'utf8')));
  return EXAMPLE_GROUPS.flatMap((group) => read.filter((one) => one.group === group));
}

function parseExample(file: string, source: string): ExampleQuery {
  const textOf = (part: string): LangText => {
    const entries = LANGUAGES.map((lang) => {
      const found = new RegExp(`^# ${part}-${lang}: (.+)$`, 'm').exec(source)?.[1];
      if (found === undefined) throw new Error(`${file} has no ${part}-${lang}`);
      return [lang, found] as const;
    });
    return Object.fromEntries(entries) as Record<Lang, string>;
  };
  const group = EXAMPLE_GROUPS.find((one) => file.startsWith(`${one}-`));
  if (group === undefined) throw new Error(`${file} is of no group`);
  return {
    name: file.replace(/\.rq$/, ''),
    group,
    groupTitle: textOf('group'),
    title: textOf('title'),
    description: textOf('description'),
    query: source.replace(/^#.*\n/gm, '').trim(),
  };
}
