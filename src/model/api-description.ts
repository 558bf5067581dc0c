/** `api.json`: what an OpenAPI description says of a data service, as far as its explorer shows it. */

export const PARAMETER_PLACES = ['path', 'query', 'header'] as const;
export type ParameterPlace = (typeof PARAMETER_PLACES)[number];

export interface ApiParameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly isRequired: boolean;
  readonly description?: string;
  /** `integer`, `string (date)`. */
  readonly type?: string;
  /** The only values there are; empty where all go. */
  readonly choices: readonly string[];
  /** What the description gives as an example, else as the default. */
  readonly example?: string;
}

/** A body that is sent, or an answer. */
export interface ApiContent {
  readonly types: readonly string[];
  readonly example?: string;
}

export interface ApiResponse extends ApiContent {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description?: string;
}

export interface ApiOperation {
  /** In capitals. */
  readonly method: string;
  /** With `{name}` where path parameters go. */
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tag?: string;
  readonly isDeprecated: boolean;
  /** Asks for no key, whatever others ask for. */
  readonly isOpen: boolean;
  readonly parameters: readonly ApiParameter[];
  readonly body?: ApiContent;
  readonly responses: readonly ApiResponse[];
}

/** One of the ways to say who one is; `maskinporten` is the State's service for machines. */
export type ApiAuthentication =
  | { readonly kind: 'apiKey'; readonly in: 'header' | 'query'; readonly name: string }
  | { readonly kind: 'basic' | 'bearer' }
  | { readonly kind: 'oauth2' | 'maskinporten'; readonly scopes: readonly string[] };

export interface ApiDescription {
  readonly title: string;
  readonly version?: string;
  readonly description?: string;
  /** Absolute, without a slash at the end; empty where the description names none. */
  readonly servers: readonly string[];
  readonly authentication: readonly ApiAuthentication[];
  /** In the order of the document. */
  readonly operations: readonly ApiOperation[];
  /** There are more operations than are kept. */
  readonly isCut: boolean;
}

/** IRI of the data service → what its description says. */
export type ApiDescriptions = Readonly<Record<string, ApiDescription>>;
