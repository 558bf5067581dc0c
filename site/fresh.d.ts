declare module 'fresh' {
  import type { IncomingHttpHeaders } from 'node:http';
  /** RFC 9110 §13.1: whether the client has this answer already. */
  export default function fresh(
    request: IncomingHttpHeaders,
    response: { readonly etag: string; readonly 'last-modified': string | undefined },
  ): boolean;
}
