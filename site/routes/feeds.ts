/**
 * The catalogue for portals (portals.md 3.1): whole, page by page, and the registered feeds. `/katalog` and its pages answer with
 * what Accept prefers; an address with an extension has one syntax, whatever Accept says.
 */
import { Router, type Request, type Response } from 'express';
import { FDK_FILE, FDK_SERVICES_FILE } from '../../src/feed/feed-files.js';
import { pageFile } from '../../src/feed/pages.js';
import { isDerived } from '../derived-document.js';
import {
  DOCUMENT_SYNTAXES,
  DOCUMENT_TYPES,
  syntaxOfType,
  type DocumentSyntax,
} from '../document-syntaxes.js';
import { alternatesOf, catalogueLinks, pageAddress, pagingLinks } from '../feed-links.js';
import { formatLinks, seeOther, VARY, type Link } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { visitOf } from '../visit.js';
import { sendZoneFile, type ZoneFile } from './files.js';

/** Turtle first: it is the answer to any Accept. A page only for those who prefer one. */
const OFFERS = [...DOCUMENT_TYPES, 'text/html'];
/** What is registered with data.norge.no: one syntax, never compressed unasked, never a page. */
const REGISTERED = [FDK_FILE, FDK_SERVICES_FILE];
const TURTLE = 'text/turtle; charset=utf-8';

/** The whole catalogue, or one page of it. */
interface Feed {
  /** Of its files in the zone, and of its addresses. */
  readonly stem: string;
  readonly address: string;
  readonly links: readonly Link[];
}

export function feedRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/catalog', (_request, response) => seeOther(response, '/katalog', 301));
  router.get('/katalog', negotiated);
  for (const syntax of DOCUMENT_SYNTAXES) {
    const { extension } = syntax;
    router.get(`/catalog.${extension}`, (_request, response) =>
      seeOther(response, `/katalog.${extension}`, 301),
    );
    router.get(`/katalog.${extension}`, (request, response) =>
      sendFeed(request, response, wholeOf(visitOf(response).catalogue), syntax),
    );
    router.get(`/katalog/side-:number.${extension}`, (request, response) => {
      const page = pageOf(visitOf(response).catalogue, request.params['number']);
      return sendFeed(request, response, page, syntax);
    });
  }
  for (const name of REGISTERED) {
    router.get(`/${name}`, async (request, response) => {
      const { catalogue } = visitOf(response);
      const links = [
        { href: catalogue.settings.base + name, rel: 'canonical' },
        ...catalogueLinks(catalogue),
      ];
      response.set('Link', formatLinks(links));
      setLastModified(response, newestChange(catalogue));
      await sendZoneFile(request, response, { name, type: TURTLE });
    });
  }
  return router;
}

async function negotiated(request: Request, response: Response): Promise<void> {
  const { catalogue, lang } = visitOf(response);
  const { base, catalog } = catalogue.settings;
  const { side } = request.query;
  response.set('Vary', VARY);
  const feed = side === undefined ? wholeOf(catalogue) : pageOf(catalogue, side);
  const wanted = negotiateType(request.headers.accept, OFFERS);
  if (wanted === undefined)
    throw new Problem('notAcceptable', { alternates: alternatesOf(base, feed.stem) });
  const syntax = syntaxOfType(wanted);
  const page = catalogue.pathOf(catalog);
  if (syntax) {
    response.set('Content-Location', `/${feed.stem}.${syntax.extension}`);
    await sendFeed(request, response, feed, syntax);
  } else if (page === undefined) throw new Problem('notFound');
  else seeOther(response, `/${lang}${page}`);
}

function wholeOf({ settings: { base } }: PublicCatalogue): Feed {
  return { stem: 'katalog', address: `${base}katalog`, links: [] };
}

/** Throws Problem 404, which leads to the pages that there are. */
function pageOf({ settings: { base }, zone }: PublicCatalogue, asked: unknown): Feed {
  const last = lastPage(zone.files);
  const number = typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 0;
  if (number >= 1 && number <= last)
    return {
      stem: stemOf(number),
      address: pageAddress(base, number),
      links: [{ href: `${base}katalog`, rel: 'collection' }, ...pagingLinks(base, number, last)],
    };
  const ends = pagingLinks(base, 0, last).filter(({ rel }) => rel === 'first' || rel === 'last');
  throw new Problem('notFound', { alternates: last > 0 ? ends : [] });
}

function stemOf(number: number): string {
  return pageFile(number, 'ttl').replace(/\.ttl$/, '');
}

/** Pages are numbered from 1 without a gap. */
function lastPage(files: PublicCatalogue['zone']['files']): number {
  let number = 0;
  while (Object.hasOwn(files, pageFile(number + 1, 'ttl'))) number += 1;
  return number;
}

async function sendFeed(
  request: Request,
  response: Response,
  { stem, address, links }: Feed,
  syntax: DocumentSyntax,
): Promise<void> {
  const { catalogue } = visitOf(response);
  response.set(
    'Link',
    formatLinks([
      { href: address, rel: 'canonical' },
      ...alternatesOf(catalogue.settings.base, stem),
      ...links,
      ...catalogueLinks(catalogue),
    ]),
  );
  setLastModified(response, newestChange(catalogue));
  await sendZoneFile(request, response, fileOf(stem, syntax));
}

function fileOf(stem: string, { contentType: type, syntax, writtenAs }: DocumentSyntax): ZoneFile {
  const name = `${stem}.${isDerived(writtenAs) ? 'nt' : writtenAs}`;
  return syntax === writtenAs && !isDerived(writtenAs)
    ? { name, type }
    : { name, type, as: syntax };
}
