/** Inter (OFL-1.1), served by us: the sheet of the package, and the files that it names. Browsers fetch the alphabets a page has. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FILE = /url\(\.\/files\/([\w-]+\.woff2)\)/g;

export interface Font {
  /** Names files as `font/x.woff2`, below the root of all static files. */
  readonly sheet: string;
  /** Name → content. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export function interFont(): Font {
  const source = createRequire(import.meta.url).resolve('@fontsource-variable/inter');
  const sheet = readFileSync(source, 'utf8');
  const names = [...sheet.matchAll(FILE)].map(([, name = '']) => name);
  return {
    sheet: sheet.replace(FILE, 'url("font/$1")'),
    files: new Map(
      names.map((name) => [name, readFileSync(join(dirname(source), 'files', name))] as const),
    ),
  };
}
