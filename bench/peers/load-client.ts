/** Requests a second that a server answers: autocannon in a process of its own, 32 connections. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const PROGRAM = createRequire(import.meta.url).resolve('autocannon');
const CONNECTIONS = 32;
/** Our server asks for a new connection after 1,000; autocannon does not notice by itself. */
const REQUESTS_A_CONNECTION = 900;
/** Of Linux: `getconf CLK_TCK`. */
const TICKS_A_SECOND = 100;

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The status that every answer must have. */
  readonly status: number;
  readonly seconds: number;
  /** Process of the server. */
  readonly pid: number;
}
export interface Rate {
  readonly perSecond: number;
  /** For each second of processor time that the server used: holds where the client is the slower of the two. */
  readonly perProcessorSecond: number;
}

interface AutocannonResult {
  readonly requests: { readonly average: number; readonly total: number };
  readonly errors: number;
  readonly timeouts: number;
  readonly statusCodeStats: Readonly<Record<string, unknown>>;
}

/** Rejects when an answer has another status, or none came. */
export async function rateOf({ url, headers, status, seconds, pid }: Load): Promise<Rate> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const numbers = ['-c', CONNECTIONS, '-D', REQUESTS_A_CONNECTION, '-d', seconds].map(String);
  const args = ['--json', ...numbers, ...given, url];
  const before = processorSeconds(pid);
  const client = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const result = JSON.parse(await text(client.stdout)) as AutocannonResult;
  const used = processorSeconds(pid) - before;
  const statuses = Object.keys(result.statusCodeStats);
  if (statuses.length !== 1 || statuses[0] !== String(status) || result.timeouts > 0)
    throw new Error(`${url}: ${JSON.stringify(result.statusCodeStats)}, ${result.timeouts} waited`);
  return { perSecond: result.requests.average, perProcessorSecond: result.requests.total / used };
}

function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
