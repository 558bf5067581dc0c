/**
 * A page about the catalogue as a whole: `/hvd` leads to the visitor's language, `/{lang}/hvd` is the page, and files of the
 * revision beside it say the same to programs.
 */
import { Router, type Request } from 'express';
import { isLang, type Lang } from '../../src/model/lang-text.js';
import { pageLinks, seeOther, send, type Link } from '../headers.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { TemplateName } from '../render.js';
import type { LayoutOptions } from '../view-models/layout.js';
import type { ViewContext } from '../view-models/values.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { sendZoneFile } from './files.js';

export interface CataloguePage<Asked, Page extends { readonly heading: string }> {
  /** Without the language. */
  readonly path: string;
  readonly template: TemplateName;
  readonly files?: readonly { readonly name: string; readonly type: string }[];
  /** Unknown parameters are left alone; known ones that make no sense throw a Problem (400). */
  readonly read: (request: Request) => Asked;
  /** Undefined where there is no such page (404). */
  readonly page: (context: ViewContext, asked: Asked) => Page | undefined;
  /** More than its languages and files. */
  readonly links?: (catalogue: PublicCatalogue, lang: Lang) => readonly Link[];
  /** What is not as usual: the path with the parameters that the page knows, breadcrumbs, section. */
  readonly layout?: (context: ViewContext, page: Page, asked: Asked) => Partial<LayoutOptions>;
}

export function cataloguePage<Asked, Page extends { readonly heading: string }>(
  what: CataloguePage<Asked, Page>,
): Router {
  const { path, files = [] } = what;
  const router = Router({ strict: true, caseSensitive: true });
  for (const file of files)
    router.get(`/${file.name}`, (request, response) => sendZoneFile(request, response, file));
  router.get(path, (request, response) =>
    seeOther(response, `/${visitOf(response).lang}${request.originalUrl}`),
  );
  router.get(`/:lang${path}`, (request, response, next) => {
    if (!isLang(request.params['lang'] ?? '')) {
      next();
      return;
    }
    const visit = visitOf(response);
    const context = contextOf(visit);
    const asked = what.read(request);
    const page = what.page(context, asked);
    if (!page) throw new Problem('notFound');
    const layout: LayoutOptions = {
      ...{ title: page.heading, path, breadcrumbs: [{ text: page.heading }] },
      ...what.layout?.(context, page, asked),
    };
    const { zone } = visit.catalogue;
    send(request, response, {
      body: drawPage(visit, what.template, page, layout),
      type: 'text/html; charset=utf-8',
      language: visit.lang,
      links: [
        ...pageLinks(
          visit.catalogue,
          visit.lang,
          layout.path ?? path,
          files.filter(({ name }) => Object.hasOwn(zone.files, name)),
        ),
        ...(what.links?.(visit.catalogue, visit.lang) ?? []),
      ],
    });
  });
  return router;
}
