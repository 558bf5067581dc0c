/**
 * Previews of data files: `/{lang}/distribusjon/{key}/forhandsvisning`, and the same for programs. Every public distribution has
 * the page; one without a preview says so, in the same words whatever the reason (ADR 0027).
 */
import { Router, type Request, type Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import type { Preview } from '../../src/model/preview.js';
import { previewFile } from '../../src/store/public-zone.js';
import { pageLinks, seeOther, send } from '../headers.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { sendTombstone } from '../send-tombstone.js';
import { previewPage } from '../view-models/preview.js';
import { PREVIEW } from '../view-models/preview-section.js';
import { contextOf, drawPage, visitOf } from '../visit.js';
import { wholeFile } from '../whole-file.js';
import { sendZoneFile } from './files.js';

const PATH = `/distribusjon/:key/${PREVIEW}`;
const FILES = [
  { extension: 'json', type: 'application/json' },
  // Metadata Vocabulary for Tabular Data, §C.
  { extension: 'csvw.json', type: 'application/csvm+json' },
] as const;

export function previewRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const { extension, type } of FILES)
    router.get(`${PATH}.${extension}`, async (request, response) => {
      const { catalogue } = visitOf(response);
      const iri = published(request, catalogue);
      const name = iri && previewFile(catalogue.settings.base, iri, extension);
      if (name === undefined) throw new Problem('notFound');
      await sendZoneFile(request, response, { name, type });
    });
  router.get(PATH, (request, response) => {
    const { catalogue, lang } = visitOf(response);
    if (published(request, catalogue) === undefined) throw new Problem('notFound');
    seeOther(response, `/${lang}${request.originalUrl}`);
  });
  router.get(`/:lang${PATH}`, async (request, response, next) => {
    if (isLang(request.params['lang'])) await page(request, response);
    else next();
  });
  return router;
}

/** The distribution that is asked for, as far as it is public now. */
function published({ params }: Request, catalogue: PublicCatalogue): string | undefined {
  const thing = catalogue.resolve(`/distribusjon/${String(params['key'])}`);
  return thing?.state === 'public' && thing.kind === 'distribusjon' ? thing.iri : undefined;
}

async function page(request: Request, response: Response): Promise<void> {
  const visit = visitOf(response);
  const { catalogue, lang } = visit;
  const gone = catalogue.resolve(`/distribusjon/${String(request.params['key'])}`);
  if (gone?.state === 'gone') {
    sendTombstone(request, response, gone.iri);
    return;
  }
  const iri = published(request, catalogue);
  if (iri === undefined) throw new Problem('notFound');
  const { zone, settings } = catalogue;
  const has = (extension: 'json' | 'csvw.json'): string | undefined => {
    const name = previewFile(settings.base, iri, extension);
    return name !== undefined && Object.hasOwn(zone.files, name) ? name : undefined;
  };
  const name = has('json');
  const found = name === undefined ? undefined : await readPreview(zone, name);
  const context = contextOf(visit);
  const model = previewPage(
    context,
    iri,
    found && { preview: found, hasCsvw: has('csvw.json') !== undefined },
  );
  const path = `${catalogue.pathOf(iri) ?? ''}/${PREVIEW}`;
  const files = FILES.filter(({ extension }) => has(extension) !== undefined);
  const body = drawPage(visit, 'preview', model, {
    title: context.text.t('preview.title', { name: model.heading }),
    description: model.lead,
    path,
    breadcrumbs: [
      { href: `/${lang}/datasett`, text: context.text.t('list.datasett.title') },
      ...model.back,
      { text: context.text.t('preview.kind') },
    ],
    section: 'datasett',
  });
  send(request, response, {
    body,
    type: 'text/html; charset=utf-8',
    language: lang,
    links: pageLinks(
      catalogue,
      lang,
      path,
      files.map(({ extension, type }) => ({ name: `${path.slice(1)}.${extension}`, type })),
    ),
  });
}

async function readPreview(zone: PublicCatalogue['zone'], name: string): Promise<Preview> {
  const content = await (await wholeFile(zone, name)).read();
  return JSON.parse(content.toString('utf8')) as Preview;
}
