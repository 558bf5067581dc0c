/** The HTTP server around the site: limits against slow and large requests (R1, R2), and an orderly end (R4). */
import { createServer, type RequestListener, type Server } from 'node:http';

export interface RunningServer {
  readonly port: number;
  /** Takes no more requests, lets the ones under way end, and closes what is left after the time. */
  close(graceMs: number): Promise<void>;
}

/** Rejects when the address is taken. */
export async function listen(
  site: RequestListener,
  port: number,
  host: string,
): Promise<RunningServer> {
  const server = createServer(
    {
      // Node counts the request line too: ours are checked in routes/canonical.ts (safety.md 4).
      maxHeaderSize: 32_768,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 5_000,
    },
    site,
  );
  server.maxConnections = 2_000;
  server.maxRequestsPerSocket = 1_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return { port: actual, close: (graceMs) => closeServer(server, graceMs) };
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
  clearTimeout(force);
}
