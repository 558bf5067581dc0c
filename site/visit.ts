/** What a request needs: the zone it began with, its language, and how to draw a page. */
import type { Request, Response } from 'express';
import { isLang, type Lang } from '../src/model/lang-text.js';
import type { PublicCatalogue } from './public-catalogue.js';
import type { Render, TemplateName } from './render.js';
import type { StaticFiles } from './static-files.js';
import type { Translators } from './translator.js';
import { negotiateLanguage } from './negotiation.js';
import { layoutModel, type LayoutOptions } from './view-models/layout.js';
import type { ViewContext } from './view-models/values.js';

export interface Ui {
  readonly texts: Translators;
  readonly render: Render;
  readonly files: StaticFiles;
}
export interface Visit {
  readonly catalogue: PublicCatalogue;
  readonly ui: Ui;
  /** From the path's prefix, else from Accept-Language. */
  readonly lang: Lang;
}

export function beginVisit(
  request: Request,
  response: Response,
  catalogue: PublicCatalogue,
  ui: Ui,
): void {
  const prefix = request.path.split('/', 2)[1] ?? '';
  const lang = isLang(prefix) ? prefix : negotiateLanguage(request.headers['accept-language']);
  response.locals['visit'] = { catalogue, ui, lang } satisfies Visit;
}

export function visitOf(response: Response): Visit {
  return response.locals['visit'] as Visit;
}

export function contextOf({ catalogue, ui, lang }: Visit): ViewContext {
  return { catalogue, text: ui.texts[lang] };
}

/** A whole page in the visit's language. */
export function drawPage(
  visit: Visit,
  template: TemplateName,
  page: object,
  layout: LayoutOptions,
): string {
  const context = contextOf(visit);
  const model = { page, layout: layoutModel(context, visit.ui.files, layout) };
  return visit.ui.render(template, context.text, model);
}
