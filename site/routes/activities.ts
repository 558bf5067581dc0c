/** The RDF of the activities of the change log: `/id/endring/{key}` leads to the page or to `/endring/{key}.ttl`. */
import { Router, type Request, type Response } from 'express';
import { activityQuads } from '../../src/feed/ldes.js';
import type { Change } from '../../src/model/change.js';
import { serialize } from '../../src/rdf/serialize.js';
import { changeLog } from '../changes/change-log.js';
import { hasPatch, PATCH_TYPE } from '../changes/rdf-patch.js';
import {
  DOCUMENT_SYNTAXES,
  DOCUMENT_TYPES,
  syntaxOfExtension,
  syntaxOfType,
  type DocumentSyntax,
} from '../document-syntaxes.js';
import { allowOtherOrigins, seeOther, send, VARY, type Link } from '../headers.js';
import { setLastModified } from '../last-modified.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { visitOf } from '../visit.js';

const OFFERS = ['text/html', ...DOCUMENT_TYPES];

export function activityRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const path of ['/id/endring/:key', '/endring/:key']) router.get(path, answer);
  return router;
}

/** Every activity of the log answers, also one that the stream has dropped for a later one. */
function answer(request: Request, response: Response, next: () => void): void {
  const { catalogue, lang } = visitOf(response);
  const name = String(request.params['key']);
  const [, key = name, extension = ''] = /^([^.]*)\.(.*)$/.exec(name) ?? [];
  const change = changeLog(catalogue.zone.changes).byKey(key);
  const syntax = syntaxOfExtension(extension);
  if (!change || (extension !== '' && (!syntax || request.path.startsWith('/id/')))) {
    next();
    return;
  }
  if (syntax) {
    sendActivity(request, response, change, syntax);
    return;
  }
  const wanted = negotiateType(request.headers.accept, OFFERS);
  response.set('Vary', VARY);
  const alternates = activityLinks(catalogue, change);
  if (wanted === undefined) throw new Problem('notAcceptable', { alternates });
  const chosen = syntaxOfType(wanted);
  seeOther(response, chosen ? `/endring/${key}.${chosen.extension}` : `/${lang}/endring/${key}`);
}

function sendActivity(
  request: Request,
  response: Response,
  change: Change,
  { writtenAs, contentType: type }: DocumentSyntax,
): void {
  const { catalogue } = visitOf(response);
  allowOtherOrigins(response);
  setLastModified(response, change.at);
  const body = serialize(activityQuads(catalogue.settings.base, change), writtenAs);
  send(request, response, { body, type, links: activityLinks(catalogue, change) });
}

function activityLinks({ settings }: PublicCatalogue, change: Change): Link[] {
  const address = `${settings.base}endring/${change.key}`;
  return [
    ...DOCUMENT_SYNTAXES.map(({ extension, mediaType }) => ({
      href: `${address}.${extension}`,
      rel: 'alternate',
      type: mediaType,
    })),
    // What exactly was altered, statement by statement.
    ...(hasPatch(change) ? [{ href: `${address}.rdfp`, rel: 'related', type: PATCH_TYPE }] : []),
  ];
}
