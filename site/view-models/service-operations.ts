/**
 * The operations of an API, each with what it takes and gives, and for those that read a form whose answer is the finished address
 * and code that asks for it. Pure; works without a script (ADR 0029).
 */
import type {
  ApiContent,
  ApiDescription,
  ApiOperation,
  ApiParameter,
} from '../../src/model/api-description.js';
import {
  fieldOf,
  makeRequest,
  OPERATION_FIELD,
  operationName,
  type Fault,
  type ServiceRequest,
} from '../api/service-request.js';
import type { Link, Tag } from './page-model.js';
import { fetchSnippets, type Snippet } from './snippets.js';
import type { ViewContext } from './values.js';

/** Of more, those that are not asked for are folded. */
const MAX_OPEN = 4;

export interface OperationGroup {
  readonly id: string;
  /** Undefined for operations that the description does not group. */
  readonly heading?: string | undefined;
  readonly operations: readonly OperationModel[];
}
interface OperationModel {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly tags: readonly Tag[];
  readonly isOpen: boolean;
  readonly form?: Form | undefined;
  readonly body?: (ApiContent & { readonly type: string }) | undefined;
  /** Said of what is no GET. */
  readonly notTried?: string | undefined;
  readonly responses: readonly ResponseModel[];
}
interface Form {
  readonly action: string;
  readonly operation: { readonly name: string; readonly value: string };
  readonly fields: readonly Field[];
  readonly faults: readonly Link[];
  readonly result?: Result | undefined;
}
interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isRequired: boolean;
  readonly isDate: boolean;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly isChosen: boolean }[];
  readonly fault?: string | undefined;
}
interface Result {
  readonly address: string;
  /** Undefined where a browser could not ask: it sends no headers. */
  readonly open?: Link | undefined;
  readonly snippets: readonly Snippet[];
}
interface ResponseModel {
  readonly status: string;
  readonly description?: string | undefined;
  readonly types: string;
  readonly example?: string | undefined;
}

export interface Explored {
  readonly context: ViewContext;
  /** Of the page that shows them. */
  readonly page: string;
  readonly asked: ServiceRequest;
  readonly description: ApiDescription;
  /** Where the API is, without a slash at the end. */
  readonly address: string | undefined;
}

/** By the first tag, in the order of the document. */
export function operationGroups(explored: Explored): OperationGroup[] {
  const { operations } = explored.description;
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return tags.map((tag, index) => ({
    id: `gruppe-${index + 1}`,
    heading: tag,
    operations: operations.flatMap((one, at) =>
      one.tag === tag ? [operationModel(explored, one, `op-${at + 1}`)] : [],
    ),
  }));
}

function operationModel(explored: Explored, operation: ApiOperation, id: string): OperationModel {
  const { context, asked } = explored;
  const { text } = context;
  const { method, path, summary, description, body, isDeprecated, isOpen, responses } = operation;
  const isAsked = asked.operation === operationName(operation);
  const needsKey = !isOpen && explored.description.authentication.length > 0;
  return {
    ...{ id, method, path, summary, description },
    isOpen: isAsked || explored.description.operations.length <= MAX_OPEN,
    tags: [
      ...(isDeprecated ? [{ text: text.t('explorer.deprecated'), tone: 'warning' } as const] : []),
      ...(needsKey ? [{ text: text.t('explorer.needsKey'), tone: 'info' } as const] : []),
    ],
    form: method === 'GET' ? form(explored, operation, { id, isAsked }) : undefined,
    body: body && { ...body, type: body.types.join(', ') },
    notTried: method === 'GET' ? undefined : text.t('explorer.notTried', { method }),
    responses: responses.map((one) => ({ ...one, types: one.types.join(', ') })),
  };
}

function form(
  { context, page, asked, description, address }: Explored,
  operation: ApiOperation,
  { id, isAsked }: { readonly id: string; readonly isAsked: boolean },
): Form | undefined {
  if (address === undefined) return undefined;
  const values = isAsked ? asked.values : new Map<string, string>();
  const made = isAsked ? makeRequest(description, operation, address, values) : undefined;
  const faults = made && 'faults' in made ? made.faults : new Map<string, Fault>();
  const fields = operation.parameters.map((one, index) =>
    field(context, one, {
      id: `${id}-${index + 1}`,
      value: isAsked ? (values.get(fieldOf(one)) ?? '') : one.isRequired ? (one.example ?? '') : '',
      fault: faults.get(fieldOf(one)),
    }),
  );
  return {
    action: `${page}#${id}-svar`,
    operation: { name: OPERATION_FIELD, value: operationName(operation) },
    fields,
    faults: fields.flatMap((one) =>
      one.fault === undefined ? [] : [{ href: `#${one.id}`, text: `${one.label}: ${one.fault}` }],
    ),
    result: made && 'url' in made ? result(context, made, operation) : undefined,
  };
}

function field(
  { text }: ViewContext,
  parameter: ApiParameter,
  {
    id,
    value,
    fault,
  }: { readonly id: string; readonly value: string; readonly fault?: Fault | undefined },
): Field {
  const { name, description, type, example, isRequired, choices } = parameter;
  const hints = [
    description,
    choices.length === 0 ? text.find(`explorer.type.${type ?? ''}`) : undefined,
    example === undefined ? undefined : text.t('explorer.example', { example }),
  ].filter((one) => one !== undefined);
  return {
    ...{ id, name: fieldOf(parameter), label: name, isRequired, value },
    hint: hints.length > 0 ? hints.join(' ') : undefined,
    isDate: type === 'string (date)',
    choices: choices.map((one) => ({ value: one, isChosen: one === value })),
    fault: fault && text.t(`explorer.fault.${fault}`),
  };
}

function result(
  { text, catalogue }: ViewContext,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  { isOpen, parameters }: ApiOperation,
): Result {
  const needsHeader = parameters.some((one) => one.in === 'header' && one.isRequired);
  const { base } = catalogue.settings;
  // Our own addresses are local on every page, so that they hold on any host.
  const href = url.startsWith(base) ? `/${url.slice(base.length)}` : url;
  return {
    address: url,
    open: isOpen && !needsHeader ? { href, text: text.t('explorer.open') } : undefined,
    snippets: fetchSnippets(url, { headers }),
  };
}
