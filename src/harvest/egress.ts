/** The egress port: the only way out of the process (safety S1). Built in compose, one per source. */
export interface EgressRequest {
  /** GET unless it says HEAD, which is answered without a body. */
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Bytes after which the answer is refused (S3). */
  readonly maxBytes: number;
  /** Milliseconds until the first byte. */
  readonly firstByteMs: number;
  /** The answer as the server gives it: no compression is asked for or undone, and a redirect is an answer like others. */
  readonly plain?: boolean;
}

export interface EgressResponse {
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** The Retry-After header as it came: seconds or a date (H7). */
  readonly retryAfter?: string;
  /** Names in small letters; of a plain answer only. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Egress {
  /**
   * Rejects with CatalogError SOURCE_REFUSED (host not listed, private address), SOURCE_UNREACHABLE, SOURCE_TIMEOUT,
   * SOURCE_TRUNCATED or SOURCE_TOO_LARGE. Any status is an answer.
   */
  get(url: string, request: EgressRequest): Promise<EgressResponse>;
}
