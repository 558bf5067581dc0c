/** The explorer of a data service (site.md 2 "API try-out"): what its description says it can be asked, tried with one's own values. */
import type { ApiDescription } from '../../src/model/api-description.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { operationName, type ServiceRequest } from '../api/service-request.js';
import type { Fact, Value } from './page-model.js';
import {
  authenticationFact,
  descriptionOf,
  explorerHref,
  serviceAddress,
} from './service-facts.js';
import { operationGroups, type Explored, type OperationGroup } from './service-operations.js';
import { fetchSnippets, type Snippet } from './snippets.js';
import { pageHref, valuesOf, type ViewContext } from './values.js';

export interface ExplorerPage {
  readonly heading: string;
  readonly service: Value;
  readonly lead: readonly string[];
  readonly facts: readonly Fact[];
  readonly groups: readonly OperationGroup[];
  /** Said when there are no operations to show. */
  readonly empty?: string | undefined;
  /** Of the address alone, where there are no operations. */
  readonly snippets: readonly Snippet[];
  readonly note?: string | undefined;
}
/** Undefined for an operation that the service does not have. */
export function explorerPage(
  context: ViewContext,
  iri: string,
  asked: ServiceRequest,
): ExplorerPage | undefined {
  const { catalogue, text } = context;
  const description = descriptionOf(context, iri);
  const names = description?.operations.map(operationName) ?? [];
  if (asked.operation !== undefined && !names.includes(asked.operation)) return undefined;
  const address = serviceAddress(context, iri);
  const label = catalogue.label(iri, text.lang);
  const body =
    description && names.length > 0
      ? operationsPart({
          context,
          page: explorerHref(context, iri) ?? '',
          asked,
          description,
          address,
        })
      : addressPart(context, address);
  return {
    heading: text.t('explorer.heading', { name: label.text }),
    service: { ...label, href: pageHref(context, iri) },
    facts: facts(context, iri, description),
    ...body,
  };
}

type Part = Pick<ExplorerPage, 'lead' | 'groups' | 'snippets' | 'note' | 'empty'>;

function operationsPart(explored: Explored): Part {
  const { text } = explored.context;
  const { description: more, isCut, operations } = explored.description;
  return {
    lead: [text.t('explorer.lead'), ...(more === undefined ? [] : [more])],
    groups: operationGroups(explored),
    snippets: [],
    note: isCut ? text.t('explorer.cut', { shown: operations.length }) : undefined,
  };
}

/** A service without a description that can be shown. */
function addressPart({ text }: ViewContext, address: string | undefined): Part {
  return {
    lead: [text.t('explorer.leadNone')],
    groups: [],
    empty: text.t('explorer.empty'),
    snippets: address === undefined ? [] : fetchSnippets(address),
  };
}

function facts(
  context: ViewContext,
  iri: string,
  description: ApiDescription | undefined,
): readonly Fact[] {
  const { text } = context;
  const missing = text.t('value.notStated');
  const version = description?.version;
  return [
    {
      label: text.t('prop.dcat:endpointURL'),
      values: valuesOf(context, iri, dcat.endpointURL),
      missing,
    },
    authenticationFact(context, iri),
    ...(version === undefined
      ? []
      : [{ label: text.t('explorer.version'), values: [{ text: version }] }]),
    {
      label: text.t('prop.dcat:endpointDescription'),
      values: valuesOf(context, iri, dcat.endpointDescription),
      missing,
    },
  ];
}
