/**
 * Style sheets and scripts, read once and served under a path with their hash, so that they can be cached for ever. Icons that
 * Designsystemet draws from `data:` addresses become files: the content security policy allows images from here only (X2).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { editorFiles } from './editor-files.js';
import { interFont } from './font-files.js';
import { SITE_FOLDER } from './site-folder.js';

export interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
}
export interface StaticFiles {
  /** `/static/<hash>`. */
  readonly root: string;
  /** Path below the root. */
  get(path: string): StaticFile | undefined;
  /** The name if there is such a theme, else `standard`. */
  theme(name: string): string;
  /** Path below the root of the picture that links to a page are shown with elsewhere; undefined for a theme without. */
  picture(theme: string): string | undefined;
}

const CSS = 'text/css; charset=utf-8';
const SVG = 'image/svg+xml; charset=utf-8';
const WOFF2 = 'font/woff2';
const PNG = 'image/png';
const JS = 'text/javascript; charset=utf-8';
const DATA_IMAGE =
  /url\((?:"data:image\/svg\+xml;charset=utf-8,([^"]+)"|'data:image\/svg\+xml;charset=utf-8,([^']+)')\)/g;

export function loadStaticFiles(): StaticFiles {
  const own = join(SITE_FOLDER, 'static');
  const design = join(designFolder(), 'dist');
  const font = interFont();
  const texts = new Map<string, string>([
    ['inter.css', font.sheet],
    ['designsystemet.css', readFileSync(join(design, 'src', 'index.css'), 'utf8')],
    ['designsystemet-theme.css', readFileSync(join(design, 'theme', 'designsystemet.css'), 'utf8')],
    ['app.css', sheet(join(own, 'css'))],
    ...scripts(join(own, 'js')),
    ...editorFiles(),
  ]);
  const themes = readdirSync(join(own, 'theme')).map((file) => `theme/${file}`);
  for (const file of themes.filter((one) => one.endsWith('.css')))
    texts.set(file, readFileSync(join(own, file), 'utf8'));
  const pictures = themes
    .filter((one) => one.endsWith('.png'))
    .map((file) => [file, readFileSync(join(own, file))] as const);
  const hash = createHash('sha256');
  for (const [path, text] of texts) hash.update(`${path}\n${text}\n`);
  for (const [name, body] of [...font.files, ...pictures]) hash.update(name).update(body);
  const root = `/static/${hash.digest('hex').slice(0, 16)}`;
  const files = new Map<string, StaticFile>();
  for (const [name, body] of font.files) files.set(`font/${name}`, { body, type: WOFF2 });
  for (const [name, body] of pictures) files.set(name, { body, type: PNG });
  files.set('icon.svg', { body: readFileSync(join(own, 'icon.svg')), type: SVG });
  for (const [path, text] of texts) {
    const body = text.replace(
      DATA_IMAGE,
      (_whole: string, encoded: string | undefined, plain: string | undefined) => {
        const icon = encoded === undefined ? (plain ?? '') : decodeURIComponent(encoded);
        const name = `icon/${createHash('sha256').update(icon).digest('hex').slice(0, 12)}.svg`;
        files.set(name, { body: Buffer.from(icon), type: SVG });
        return `url("${root}/${name}")`;
      },
    );
    files.set(path, { body: Buffer.from(body), type: path.endsWith('.js') ? JS : CSS });
  }
  return {
    root,
    get: (path) => files.get(path),
    theme: (name) => (files.has(`theme/${name}.css`) ? name : 'standard'),
    picture: (theme) => {
      const path = `theme/${theme}.png`;
      return files.has(path) ? path : undefined;
    },
  };
}

/** One sheet of several files, in order of their names: what comes later wins. */
function sheet(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

/** What pages do more with a script: each works without. */
function scripts(folder: string): (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
}

/** The package exports no package.json: its folder is found from its main style sheet. */
function designFolder(): string {
  const sheet = createRequire(import.meta.url).resolve('@digdir/designsystemet-css');
  return join(dirname(sheet), '..', '..');
}
