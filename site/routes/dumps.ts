/** Everything at once: all public graphs in one file, and the sitemap. Files of the zone as they are. */
import { Router } from 'express';
import { sendZoneFile } from './files.js';

export const DUMP = 'dump.nq';

export function dumpRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(`/${DUMP}`, (request, response) =>
    sendZoneFile(request, response, { name: 'quads.nq', type: 'application/n-quads' }),
  );
  for (const path of ['/sitemap.xml', '/sitemap-:part.xml']) {
    router.get(path, (request, response) =>
      sendZoneFile(request, response, { name: request.path.slice(1), type: 'application/xml' }),
    );
  }
  return router;
}
