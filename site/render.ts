/**
 * Handlebars with its doors closed (X1): `{{ }}` only, no prototype access, templates from our own folder compiled at start,
 * a handful of audited helpers. A template with a raw tag is refused.
 */
import Handlebars from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafeHref } from './local-paths.js';
import { SITE_FOLDER } from './site-folder.js';
import type { Translator } from './translator.js';

export type TemplateName =
  | 'about'
  | 'glossary'
  | 'home'
  | 'list'
  | 'coverage'
  | 'developers'
  | 'graph'
  | 'hvd'
  | 'life-situation'
  | 'life-situations'
  | 'portals'
  | 'preview'
  | 'protected-data'
  | 'quality'
  | 'api'
  | 'search'
  | 'service-explorer'
  | 'thing'
  | 'changes'
  | 'change'
  | 'sparql'
  | 'gone'
  | 'error';
export type Render = (template: TemplateName, text: Translator, model: object) => string;

interface HelperOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly text: Translator };
}

/** Throws at start for a template that cannot be parsed or that writes unescaped text. */
export function loadRender(): Render {
  const engine = Handlebars.create();
  const views = join(SITE_FOLDER, 'views');
  for (const file of templatesIn(join(views, 'partials')))
    engine.registerPartial(file.name, checked(file));
  registerHelpers(engine);
  const templates = new Map(
    templatesIn(views).map((file) => [file.name, engine.compile(engine.parse(checked(file)))]),
  );
  return (template, text, model) => {
    const compiled = templates.get(template);
    if (!compiled) throw new RangeError(`no template ${template}`);
    return compiled(model, { data: { text } });
  };
}

interface TemplateFile {
  readonly name: string;
  readonly source: string;
}

function templatesIn(folder: string): TemplateFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => ({
      name: file.replace(/\.hbs$/, ''),
      source: readFileSync(join(folder, file), 'utf8'),
    }));
}

function checked({ name, source }: TemplateFile): string {
  if (/\{\{\{|\{\{~?&/.test(source)) throw new Error(`template ${name} writes unescaped text`);
  return source;
}

function registerHelpers(engine: typeof Handlebars): void {
  const helpers: Readonly<Record<string, (...args: never[]) => unknown>> = {
    t: (key: string, options: HelperOptions) =>
      options.data.text.t(key, options.hash as Record<string, string | number>),
    /** ` lang="nn"` where the text is in another language than the page. */
    langAttribute: (value: unknown) =>
      typeof value === 'string' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value)
        ? new engine.SafeString(` lang="${value}"`)
        : '',
    /** "på nynorsk", after a text in another language than the page: a fallback is never silent. */
    languageNote: (value: string, options: HelperOptions) => languageNote(value, options.data.text),
    /** A local path or a safe absolute address; anything else is no link (X1). */
    url: (value: unknown) =>
      typeof value === 'string' && (/^\/(?!\/)/.test(value) || isSafeHref(value)) ? value : '',
    isExternal: (value: unknown) => typeof value === 'string' && /^https?:/i.test(value),
    eq: (one: unknown, other: unknown) => one === other,
    /** JSON for a data block: nothing in it can end the element. */
    json: (value: unknown) => new engine.SafeString(jsonForHtml(value)),
  };
  for (const [name, helper] of Object.entries(helpers))
    engine.registerHelper(name, helper as Handlebars.HelperDelegate);
}

function languageNote(tag: string, text: Translator): string {
  const known = text.find(`inLanguage.${tag}`);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames([text.lang], { type: 'language', fallback: 'code' });
  const isTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag);
  return text.t('inLanguage.other', { language: isTag ? (names.of(tag) ?? tag) : tag });
}

/** X1: `<`, `>`, `&`, U+2028 and U+2029 as \u escapes. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
