/** `/api`: our own addresses for programs, shown as the explorer shows any API. Pure but for a memory that lives as long as the catalogue. */
import type { ApiDescription } from '../../src/model/api-description.js';
import type { Lang } from '../../src/model/lang-text.js';
import { apiDescription } from '../../src/openapi/api-description.js';
import { openApiDocument } from '../api/openapi-document.js';
import { operationName, type ServiceRequest } from '../api/service-request.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { Link } from './page-model.js';
import { operationGroups, type OperationGroup } from './service-operations.js';
import type { ViewContext } from './values.js';

export interface ApiPage {
  readonly heading: string;
  readonly lead: string;
  readonly address: string;
  readonly links: readonly Link[];
  readonly groups: readonly OperationGroup[];
}

/** Undefined for an operation that there is not. */
export function apiPage(context: ViewContext, asked: ServiceRequest): ApiPage | undefined {
  const { catalogue, text } = context;
  const description = ownDescription(context);
  const { operation } = asked;
  if (
    operation !== undefined &&
    !description.operations.some((one) => operationName(one) === operation)
  )
    return undefined;
  const address = catalogue.settings.base.replace(/\/$/, '');
  return {
    heading: text.t('api.heading'),
    lead: text.t('api.lead'),
    address,
    links: [
      { href: '/openapi.json', text: text.t('api.document') },
      { href: `/${text.lang}/utviklere`, text: text.t('api.developers') },
      { href: `/${text.lang}/sparql`, text: text.t('api.sparql') },
    ],
    groups: operationGroups({ context, page: `/${text.lang}/api`, asked, description, address }),
  };
}

const made = new WeakMap<PublicCatalogue, Map<Lang, ApiDescription>>();

/** Read back as anybody's document is read: what cannot be shown of it could not be shown of others'. */
function ownDescription({ catalogue, text }: ViewContext): ApiDescription {
  const known = made.get(catalogue) ?? new Map<Lang, ApiDescription>();
  made.set(catalogue, known);
  const found = known.get(text.lang);
  if (found) return found;
  const document = JSON.stringify(openApiDocument(catalogue, text));
  const read = apiDescription(Buffer.from(document), catalogue.settings.base);
  if (!read) throw new TypeError('our own OpenAPI document cannot be read');
  known.set(text.lang, read);
  return read;
}
