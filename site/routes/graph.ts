/** `/graf`: what things are tied to, as a page, a picture, a table and statements. */
import { Router, type Request } from 'express';
import { csvLine } from '../../src/model/csv.js';
import { isLang } from '../../src/model/lang-text.js';
import { serialize } from '../../src/rdf/serialize.js';
import { allowOtherOrigins, send } from '../headers.js';
import { svgFile } from '../pictures/svg-file.js';
import { Problem } from '../problem.js';
import { graphAround, graphPage, type GraphQuestion } from '../view-models/graph.js';
import { DEPTHS, graphHref, KIND_CHOICE_NAMES } from '../view-models/graph-request.js';
import { relationText } from '../view-models/relations.js';
import type { ViewContext } from '../view-models/values.js';
import { contextOf, visitOf } from '../visit.js';
import { cataloguePage } from './catalogue-page.js';

type Around = NonNullable<ReturnType<typeof graphAround>>;
interface GraphFile {
  readonly type: string;
  readonly write: (context: ViewContext, around: Around) => string;
}

const FILES: Readonly<Record<string, GraphFile>> = {
  svg: {
    type: 'image/svg+xml',
    write: ({ catalogue }, { picture }) => svgFile(picture, catalogue.settings.base),
  },
  csv: { type: 'text/csv; charset=utf-8', write: relationsCsv },
  ttl: {
    type: 'text/turtle; charset=utf-8',
    write: (_, { found }) =>
      serialize(
        found.relations.map(({ quad }) => quad),
        'ttl',
      ),
  },
};

export function graphRoutes(): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const [extension, { type, write }] of Object.entries(FILES)) {
    router.get(`/:lang/graf.${extension}`, (request, response, next) => {
      if (!isLang(request.params['lang'])) {
        next();
        return;
      }
      const visit = visitOf(response);
      const context = contextOf(visit);
      const around = graphAround(context, parameters(request));
      if (!around) throw new Problem('notFound');
      allowOtherOrigins(response);
      send(request, response, { body: write(context, around), type, language: visit.lang });
    });
  }
  return router.use(
    cataloguePage({
      path: '/graf',
      template: 'graph',
      read: parameters,
      page: graphPage,
      layout: (context, { lead, heading, thing, request, downloads }) => ({
        description: lead,
        path: graphHref(context, request).slice(context.text.lang.length + 1),
        breadcrumbs: [
          ...(thing ? [{ text: thing.text, href: thing.href }] : []),
          { text: thing ? context.text.t('pictures.graph.title') : heading },
        ],
        alternates: downloads.map(({ href, type }) => ({ href, type })),
      }),
    }),
  );
}

const COLUMNS = ['fra', 'fra_iri', 'forhold', 'til', 'til_iri'];

function relationsCsv(context: ViewContext, { found }: Around): string {
  const { catalogue, text } = context;
  const name = (iri: string): string => catalogue.label(iri, text.lang).text;
  const rows = found.relations.map((one) => [
    ...[name(one.from), one.from],
    relationText(context, one),
    ...[name(one.to), one.to],
  ]);
  return [COLUMNS, ...rows].map((row) => csvLine(row)).join('');
}

function parameters({ query }: Request): GraphQuestion {
  const { fra, dybde = '1', typer = [] } = query;
  const depth = DEPTHS.find((one) => String(one) === dybde);
  const wanted = Array.isArray(typer) ? typer : [typer];
  const choices = KIND_CHOICE_NAMES.filter((one) => wanted.includes(one));
  if (depth === undefined || choices.length < new Set(wanted).size) throw new Problem('badRequest');
  if (fra !== undefined && typeof fra !== 'string') throw new Problem('badRequest');
  return { path: fra === '' ? undefined : fra, depth, choices };
}
