/**
 * Parameters of our own addresses, as schemas: what the handlers read with is what `/openapi.json` and `/api` tell. A value that a
 * schema refuses is answered with 400.
 */
import { z } from 'zod';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { RESOURCE_TYPES } from '../../src/model/resource-type.js';
import { FACETS, SEARCH_TYPES } from '../../src/model/search-file.js';
import { DOCUMENT_SYNTAXES } from '../document-syntaxes.js';
import { VERBS, type Verb } from '../oai/arguments.js';
import { SORTS } from '../search-request.js';
import { GRAPH_OFFERS, RESULT_OFFERS } from '../sparql/formats.js';

export const language = z.enum(LANGUAGES);
/** From 1; `01` would be a second address of the same page. */
export const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(999_999));
const key = z.string().regex(/^[A-Za-z0-9][\w.-]{0,79}$/);
const words = z.string().max(200);

export const changeParameters = z.object({
  type: z.enum(RESOURCE_TYPES).optional(),
  utgiver: key.optional(),
  tema: key.optional(),
  datasett: key.optional(),
  fra: z.iso.date().optional(),
  til: z.iso.date().optional(),
  q: words.optional(),
  side: pageNumber.optional(),
});

export const suggestionParameters = z.object({
  q: z.string().normalize('NFC').trim().min(1).max(200),
  lang: language.default('nb'),
});

export type SuggestionParameters = z.infer<typeof suggestionParameters>;

/** What is not known is left out of the search: no value of these is refused. */
export const searchParameters = z.object({
  q: words.optional(),
  type: z.enum(SEARCH_TYPES).optional(),
  ...(Object.fromEntries(FACETS.map((facet) => [facet, key.optional()])) as Record<
    (typeof FACETS)[number],
    z.ZodOptional<typeof key>
  >),
  sorter: z.enum(SORTS).optional(),
});

export const oaiParameters = z.object({
  verb: z.enum(Object.keys(VERBS) as [Verb, ...Verb[]]),
  metadataPrefix: z.string().optional(),
  identifier: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  set: z.string().optional(),
  resumptionToken: z.string().optional(),
});

export const sparqlParameters = z.object({
  query: z.string(),
  'default-graph-uri': z.url().optional(),
  'named-graph-uri': z.url().optional(),
  format: z.enum([...RESULT_OFFERS, ...GRAPH_OFFERS].map((one) => one.format)).optional(),
});

export const documentExtension = z.enum(DOCUMENT_SYNTAXES.map((one) => one.extension));
export const thingType = z.enum(RESOURCE_TYPES);
export const thingKey = key;
