/** A request as it is written: fetch tidies paths and refuses headers. */
import { request } from 'node:http';

export interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly bytes: Buffer;
}
interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly method: string;
}

export function rawRequest(root: string, { path, headers, method }: Sent): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(root);
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: bytes.toString(), bytes });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

export function withoutDate({ status, headers, body }: Raw): object {
  return { status, headers: { ...headers, date: undefined }, body };
}
