/**
 * What a visitor of a data service's explorer asks for: one operation, with values. From the address of our page to that of the
 * service. Pure; nothing is ever asked of the service from here.
 */
import type {
  ApiAuthentication,
  ApiDescription,
  ApiOperation,
  ApiParameter,
} from '../../src/model/api-description.js';

export interface ServiceRequest {
  /** `GET /stasjoner/{id}`; undefined when nothing is asked for yet. */
  readonly operation?: string;
  /** Name of the field → what was filled in. */
  readonly values: ReadonlyMap<string, string>;
}

export const OPERATION_FIELD = 'operasjon';
const MAX_VALUE = 500;
const MAX_FIELDS = 60;

/** What is left empty is not asked for. */
export function readServiceRequest(parameters: URLSearchParams): ServiceRequest {
  const operation = parameters.get(OPERATION_FIELD);
  const given = [...parameters].slice(0, MAX_FIELDS).filter(([, value]) => value !== '');
  const fields = given.filter(([name]) => name !== OPERATION_FIELD);
  return { ...(operation === null ? {} : { operation }), values: new Map(fields) };
}

/** A query and a header may have parameters of the same name. */
export function fieldOf({ in: place, name }: Pick<ApiParameter, 'in' | 'name'>): string {
  return `${place}.${name}`;
}

export function operationName({ method, path }: Pick<ApiOperation, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

export type Fault = 'missing' | 'unfit';

export type MadeRequest =
  | { readonly faults: ReadonlyMap<string, Fault> }
  | { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The request that the values make, or which of the fields are wrong. */
export function makeRequest(
  description: Pick<ApiDescription, 'authentication'>,
  operation: ApiOperation,
  server: string,
  values: ReadonlyMap<string, string>,
): MadeRequest {
  const { parameters } = operation;
  const faults = new Map<string, Fault>();
  for (const parameter of parameters) {
    const fault = faultOf(parameter, values.get(fieldOf(parameter)));
    if (fault) faults.set(fieldOf(parameter), fault);
  }
  if (faults.size > 0) return { faults };
  const filled = (place: ApiParameter['in']): readonly (readonly [string, string])[] =>
    parameters.flatMap((one) => {
      const value = one.in === place ? values.get(fieldOf(one)) : undefined;
      return value === undefined ? [] : [[one.name, value] as const];
    });
  const keys = operation.isOpen ? [] : description.authentication.slice(0, 1).map(placeholder);
  const query = [...filled('query'), ...keys.flatMap((one) => one.query)]
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');
  const path = filled('path').reduce(
    (made, [name, value]) => made.replaceAll(`{${name}}`, () => encodeURIComponent(value)),
    operation.path,
  );
  const accept = answerType(operation);
  const headers = [
    ...(accept === undefined ? [] : [['Accept', accept] as const]),
    ...keys.flatMap((one) => one.headers),
    ...filled('header'),
  ];
  return {
    url: server + path + (query === '' ? '' : `?${query}`),
    headers: Object.fromEntries(headers),
  };
}

function faultOf(
  { in: place, isRequired, choices }: ApiParameter,
  value: string | undefined,
): Fault | undefined {
  if (value === undefined) return isRequired ? 'missing' : undefined;
  const isChoice = choices.length === 0 || choices.includes(value);
  // Such a part of a path leads up, however it is encoded (URL Standard, "double-dot URL path segment").
  const isDots = place === 'path' && /^(\.|%2e){1,2}$/i.test(value);
  // RFC 9110 §5.5, as far as all programs send it alike.
  const isHeader = place !== 'header' || /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value);
  const isFit = value.length <= MAX_VALUE && isChoice && !isDots && isHeader;
  return isFit ? undefined : 'unfit';
}

/** JSON where there is a choice: it is what the code reads. */
function answerType({ path, responses }: ApiOperation): string | undefined {
  // An address that ends in an extension says itself what it is.
  if (/\.[\w{}]+$/.test(path)) return undefined;
  const types = responses.find(({ status }) => /^(2|default)/.test(status))?.types ?? [];
  const plain = types.filter((one) => /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(one));
  return plain.find((one) => /[/+]json$/.test(one)) ?? plain[0];
}

type Pairs = readonly (readonly [string, string])[];

/** Where the visitor's own key goes. */
function placeholder(way: ApiAuthentication): { readonly headers: Pairs; readonly query: Pairs } {
  if (way.kind === 'apiKey') {
    const pair = [way.name, 'API_KEY'] as const;
    return way.in === 'header' ? { headers: [pair], query: [] } : { headers: [], query: [pair] };
  }
  const value = way.kind === 'basic' ? 'Basic CREDENTIALS' : 'Bearer ACCESS_TOKEN';
  return { headers: [['Authorization', value]], query: [] };
}
