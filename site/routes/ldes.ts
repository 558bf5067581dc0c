/**
 * The event stream `/feed/endringer` (DCAT-AP Feeds): its root, pages `?side=n`, both under fixed addresses too
 * (`/feed/endringer.ttl`, `/feed/endringer/side-1.trig`).
 */
import { Router, type Request, type Response } from 'express';
import { pageFile } from '../../src/feed/ldes-files.js';
import {
  eventStream,
  pageDataset,
  rootQuads,
  type EventStream,
  type StreamPage,
} from '../../src/feed/ldes.js';
import { serialize } from '../../src/rdf/serialize.js';
import {
  DOCUMENT_SYNTAXES,
  syntaxOfExtension,
  syntaxOfType,
  type DocumentSyntax,
} from '../document-syntaxes.js';
import { allowOtherOrigins, formatLinks, seeOther, send, VARY, type Link } from '../headers.js';
import { newestChange, setLastModified } from '../last-modified.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { visitOf } from '../visit.js';
import { sendZoneFile } from './files.js';

const ROOT = '/feed/endringer';
const PREBUILT: ReadonlySet<string> = new Set(['trig', 'jsonld']);
/** Pages name graphs: those that cannot would lose what belongs to which activity. TriG first, the stream's own. */
const PAGE_SYNTAXES = ['trig', 'jsonld', 'nq', 'trix'].flatMap(
  (extension) => syntaxOfExtension(extension) ?? [],
);
/** The root names none, so every syntax holds it. */
const ROOT_SYNTAXES = [
  ...PAGE_SYNTAXES,
  ...DOCUMENT_SYNTAXES.filter((one) => !PAGE_SYNTAXES.includes(one)),
];

export function eventStreamRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ROOT, async (request, response) => {
    const side = request.query['side'];
    if (side === undefined) negotiateRoot(request, response);
    else await negotiatePage(request, response, side);
  });
  for (const syntax of ROOT_SYNTAXES) {
    router.get(`${ROOT}.${syntax.extension}`, (request, response) =>
      sendRoot(request, response, syntax),
    );
  }
  router.get(`${ROOT}/side-:side.:extension`, async (request, response) => {
    const { side, extension } = request.params;
    const syntax = PAGE_SYNTAXES.find((one) => one.extension === extension);
    if (!syntax) throw new Problem('notFound');
    const page = pageOf(visitOf(response).catalogue, side);
    await sendPage(request, response, page, syntax);
  });
  return router;
}

const streams = new WeakMap<PublicCatalogue, EventStream>();

function streamOf(catalogue: PublicCatalogue): EventStream {
  const found =
    streams.get(catalogue) ?? eventStream(catalogue.settings.base, catalogue.zone.changes);
  streams.set(catalogue, found);
  return found;
}

function negotiateRoot(request: Request, response: Response): void {
  const { catalogue } = visitOf(response);
  const links = rootLinks(catalogue);
  const syntax = chosenSyntax(request, response, { stem: ROOT, syntaxes: ROOT_SYNTAXES, links });
  if (syntax) sendRoot(request, response, syntax);
}

async function negotiatePage(request: Request, response: Response, side: unknown): Promise<void> {
  const { catalogue } = visitOf(response);
  const page = pageOf(catalogue, side);
  const links = pageLinks(catalogue, page.number);
  const stem = `${ROOT}/side-${page.number}`;
  const syntax = chosenSyntax(request, response, { stem, syntaxes: PAGE_SYNTAXES, links });
  if (syntax) await sendPage(request, response, page, syntax);
}

interface Offer {
  /** Of the addresses that have one syntax each. */
  readonly stem: string;
  readonly syntaxes: readonly DocumentSyntax[];
  readonly links: readonly Link[];
}

/** Undefined: answered with the page of changes, which is what the stream tells people. */
function chosenSyntax(
  request: Request,
  response: Response,
  { stem, syntaxes, links: alternates }: Offer,
): DocumentSyntax | undefined {
  const offers = [...syntaxes.map(({ mediaType }) => mediaType), 'text/html'];
  const wanted = negotiateType(request.headers.accept, offers);
  response.set('Vary', VARY);
  if (wanted === undefined) throw new Problem('notAcceptable', { alternates });
  const syntax = syntaxOfType(wanted);
  if (syntax) response.set('Content-Location', `${stem}.${syntax.extension}`);
  else seeOther(response, `/${visitOf(response).lang}/endringer`);
  return syntax;
}

function sendRoot(request: Request, response: Response, syntax: DocumentSyntax): void {
  const { catalogue } = visitOf(response);
  allowOtherOrigins(response);
  setLastModified(response, newestChange(catalogue));
  send(request, response, {
    body: serialize(rootQuads(streamOf(catalogue)), syntax.writtenAs),
    type: syntax.contentType,
    links: rootLinks(catalogue),
  });
}

async function sendPage(
  request: Request,
  response: Response,
  page: StreamPage,
  { extension, syntax, contentType: type }: DocumentSyntax,
): Promise<void> {
  const { catalogue } = visitOf(response);
  const links = pageLinks(catalogue, page.number);
  // A page loses what is outdated by a change on a later one.
  setLastModified(response, newestChange(catalogue));
  if (PREBUILT.has(extension)) {
    response.set('Link', formatLinks(links));
    await sendZoneFile(request, response, { name: pageFile(page.number, extension), type });
    return;
  }
  allowOtherOrigins(response);
  const { base } = catalogue.settings;
  const quads = pageDataset(streamOf(catalogue), base, page, catalogue.feed);
  send(request, response, { body: serialize(quads, syntax), type, links });
}

/** Throws `gone` for a page whose activities are all outdated: a client takes it as empty (LDES server primer, status codes). */
function pageOf(catalogue: PublicCatalogue, side: unknown): StreamPage {
  const { pages, lastPage } = streamOf(catalogue);
  const number = typeof side === 'string' && /^[1-9]\d{0,8}$/.test(side) ? Number(side) : Infinity;
  const page = pages.find((one) => one.number === number);
  if (page) return page;
  throw new Problem(number > lastPage ? 'notFound' : 'gone', { alternates: rootLinks(catalogue) });
}

function rootLinks({ settings }: PublicCatalogue): Link[] {
  const root = settings.base + ROOT.slice(1);
  return [
    { href: root, rel: 'canonical' },
    ...ROOT_SYNTAXES.map(({ extension, mediaType }) => ({
      href: `${root}.${extension}`,
      rel: 'alternate',
      type: mediaType,
    })),
  ];
}

function pageLinks({ settings }: PublicCatalogue, number: number): Link[] {
  const root = settings.base + ROOT.slice(1);
  return [
    { href: `${root}?side=${number}`, rel: 'canonical' },
    { href: root, rel: 'collection' },
    ...PAGE_SYNTAXES.map(({ extension, mediaType }) => ({
      href: settings.base + pageFile(number, extension),
      rel: 'alternate',
      type: mediaType,
    })),
  ];
}
