/** The Express app. It is handed the open zone and a query engine, and knows no other source (architecture.md 1, promise 1). */
import express, { type ErrorRequestHandler, type Express } from 'express';
import { instant, type Clock } from '../src/model/instant.js';
import type { QueryEngine } from '../src/query/query-engine.js';
import type { RequestListener } from 'node:http';
import { fastPath, isRead } from './finished/fast-path.js';
import { finishedAnswers, type FinishedAnswers } from './finished/finished-store.js';
import { setSecurityHeaders, type Keep } from './headers.js';
import { asProblem, Problem } from './problem.js';
import type { PublicCatalogue } from './public-catalogue.js';
import { loadRender } from './render.js';
import { aboutRoutes } from './routes/about.js';
import { activityRoutes } from './routes/activities.js';
import { apiRoutes } from './routes/api.js';
import { changeRoutes } from './routes/changes.js';
import { checkMethod, checkSizes, onePath } from './routes/canonical.js';
import { citizenRoutes } from './routes/citizens.js';
import { coverageRoutes } from './routes/coverage.js';
import { feedRoutes } from './routes/feeds.js';
import { developerRoutes } from './routes/developers.js';
import { dumpRoutes } from './routes/dumps.js';
import { fileRoutes } from './routes/files.js';
import { graphRoutes } from './routes/graph.js';
import { homeRoutes } from './routes/home.js';
import { hvdRoutes } from './routes/hvd.js';
import { eventStreamRoutes } from './routes/ldes.js';
import { listRoutes } from './routes/lists.js';
import { machineRoutes } from './routes/machine.js';
import { oaiRoutes } from './routes/oai.js';
import { portalRoutes } from './routes/portals.js';
import { previewRoutes } from './routes/preview.js';
import { protectedDataRoutes } from './routes/protected-data.js';
import { qualityRoutes } from './routes/quality.js';
import { searchRoutes } from './routes/search.js';
import { suggestionRoutes } from './routes/suggestions.js';
import { serviceExplorerRoutes } from './routes/service-explorer.js';
import { sparqlRoutes } from './routes/sparql.js';
import { thingRoutes } from './routes/things.js';
import { sendProblem } from './send-problem.js';
import { wellKnownRoutes } from './routes/well-known.js';
import { loadStaticFiles } from './static-files.js';
import { loadTranslators } from './translator.js';
import { beginVisit, visitOf, type Ui } from './visit.js';

export interface AppPorts {
  /** The catalogue that is served now; a request keeps the one it began with. */
  readonly zones: { current(): PublicCatalogue };
  readonly engine: QueryEngine;
  /** Addresses and networks whose X-Forwarded-For is believed (D5). Default: nobody's. */
  readonly trustedProxies?: readonly string[];
  /** Milliseconds, of a clock that never goes back. */
  readonly now?: () => number;
  /** The time of day, which some protocols want in their answers. */
  readonly clock?: Clock;
  /** Told of faults of the program; the visitor sees none of it (C9). */
  readonly onFault?: (error: unknown) => void;
}

/** The whole site: finished answers at once, the rest by Express. */
export function createSite(ports: AppPorts): RequestListener {
  const store = finishedAnswers();
  const content = (): string => ports.zones.current().zone.hash;
  return fastPath({ store, content, app: createApp(ports, store) });
}

const systemClock: Clock = () => instant(new Date().toISOString());

/** Without a store every answer is made anew. */
export function createApp(ports: AppPorts, store?: FinishedAnswers): Express {
  const { zones, engine, onFault, trustedProxies = [], now = () => performance.now() } = ports;
  const app = express();
  const ui: Ui = { texts: loadTranslators(), render: loadRender(), files: loadStaticFiles() };
  app.disable('x-powered-by');
  app.disable('etag'); // ours are made from the bytes that are sent
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', trustedProxies.length > 0 ? trustedProxies : false);
  app.use((request, response, next) => {
    const catalogue = zones.current();
    setSecurityHeaders(response);
    beginVisit(request, response, catalogue, ui);
    if (store && isRead(request)) {
      const keep: Keep = (made) => store.keep(catalogue.zone.hash, request.originalUrl, made);
      response.locals['keep'] = keep;
    }
    next();
  });
  app.use(checkSizes, checkMethod, onePath);
  app.use(machineRoutes(ui.files));
  app.use(wellKnownRoutes());
  app.use(feedRoutes());
  app.use(eventStreamRoutes());
  app.use(oaiRoutes(ports.clock ?? systemClock));
  app.use(activityRoutes());
  app.use(fileRoutes());
  app.use(dumpRoutes());
  app.use(sparqlRoutes({ engine, zones, now }));
  app.use(coverageRoutes());
  app.use(developerRoutes());
  app.use(hvdRoutes());
  app.use(citizenRoutes());
  app.use(aboutRoutes());
  app.use(graphRoutes());
  app.use(previewRoutes());
  app.use(protectedDataRoutes());
  app.use(changeRoutes());
  app.use(portalRoutes());
  app.use(qualityRoutes());
  app.use(searchRoutes());
  app.use(suggestionRoutes());
  app.use(apiRoutes());
  app.use(serviceExplorerRoutes());
  app.use(homeRoutes());
  app.use(listRoutes());
  app.use(thingRoutes());
  app.use(() => {
    throw new Problem('notFound');
  });
  app.use(faultHandler(onFault));
  return app;
}

/** What a handler may have said of the answer that it did not come to send. */
const NOT_OF_PROBLEMS = ['ETag', 'Last-Modified', 'Content-Location', 'Content-Disposition'];

/** Express knows an error handler by its four parameters. */
function faultHandler(onFault: AppPorts['onFault']): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent || response.destroyed) {
      next(error); // half an answer must not look like a whole one: the socket is closed
      return;
    }
    const problem = asProblem(error);
    if (problem.status === 500) onFault?.(error);
    for (const name of NOT_OF_PROBLEMS) response.removeHeader(name);
    sendProblem(request, response, problem, visitOf(response));
  };
}
