/** What a server answers to a URL, 200 and 304, recorded so that another can answer the same. */
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Recorded } from '../children/serve-bytes.js';

/** Written by every server itself. */
const OWN_HEADERS = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

export async function record(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Recorded> {
  const ask = (more: Readonly<Record<string, string>>): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      get(origin + path, { headers: { ...headers, ...more } }, resolve).on('error', reject);
    });
  const whole = await ask({});
  const { etag } = whole.headers;
  const body = await buffer(whole);
  if (whole.statusCode !== 200 || etag === undefined)
    throw new Error(`${path}: ${String(whole.statusCode)}, ${etag ?? 'no ETag'}`);
  const same = await ask({ 'if-none-match': etag });
  same.resume();
  if (same.statusCode !== 304) throw new Error(`${path}: ${String(same.statusCode)}, not 304`);
  return {
    path,
    etag,
    headers: kept(whole),
    notModified: kept(same),
    body: body.toString('base64'),
  };
}

function kept({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.flatMap((name, at) => {
    if (at % 2 === 1 || OWN_HEADERS.has(name.toLowerCase())) return [];
    return [name, rawHeaders[at + 1] ?? ''];
  });
}
