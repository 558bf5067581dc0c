/** The engines that answer the queries, each behind its own address. */
import { dirname } from 'node:path';
import type { BenchContext } from '../case.js';
import { serveInChild } from '../child.js';
import { startSite } from '../peers/site.js';
import { startVirtuoso, virtuosoVersion } from '../peers/virtuoso.js';

export const OURS = 'datavev';
/** Lossless: the others are compared with it. */
export const REFERENCE = 'Comunica';
/** Compared with where the reference has no answer in time. */
export const SECOND_REFERENCE = 'Oxigraph';
export const VIRTUOSO = 'Virtuoso';

export interface Engine {
  readonly name: string;
  readonly endpoint: () => string;
  /** Ready for the next query, whatever became of the last. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Started one after the other: loading takes memory. */
export function engineStarters(context: BenchContext): (() => Promise<Engine>)[] {
  return [
    () => site(context),
    () => bare(REFERENCE, 'sparql-comunica', context),
    () => bare(SECOND_REFERENCE, 'sparql-oxigraph', context),
    ...(virtuosoVersion() === undefined ? [] : [() => virtuoso(context)]),
  ];
}

async function bare(
  name: string,
  program: string,
  { catalogue, tell }: BenchContext,
): Promise<Engine> {
  tell(`loading ${name}`);
  const start = () => serveInChild(program, { data: catalogue.path });
  let child = await start();
  return {
    name,
    endpoint: () => `http://127.0.0.1:${child.port}/`,
    async again() {
      await child.close();
      child = await start();
    },
    close: () => child.close(),
  };
}

async function site({ catalogue, folder, tell }: BenchContext): Promise<Engine> {
  tell(`publishing for ${OURS}`);
  const running = await startSite(catalogue, folder);
  return {
    name: OURS,
    endpoint: () => `${running.origin}/sparql`,
    again: () => Promise.resolve(), // it ends a query whose client has left
    close: () => running.close(),
  };
}

async function virtuoso({ catalogue, tell }: BenchContext): Promise<Engine> {
  tell(`loading ${VIRTUOSO}`);
  const server = await startVirtuoso(dirname(catalogue.path));
  server.load(catalogue.path);
  return {
    name: VIRTUOSO,
    endpoint: () => server.endpoint,
    again: () => Promise.resolve(), // so does it, at its own limit
    close: () => server.close(),
  };
}
