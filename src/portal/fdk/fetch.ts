/** The fetch of data.norge.no (rows 1–5): one GET without Accept-Encoding, exactly 200, no coding, within limits. */
import { FetchFailure, type Answer, type FetchFault, type Source } from '../source.js';
import type { Traps } from '../trap.js';
import type { TrapId } from '../traps/table.js';
import type { FdkLimits } from './contract.js';

const FAULTS: Readonly<Record<FetchFault, TrapId>> = {
  unreachable: 'FDK-08',
  timeout: 'FDK-09',
  'too-large': 'FDK-05',
  redirects: 'FDK-07',
  'other-scheme': 'FDK-03',
};

/** The document's bytes; undefined, with the trap, when the portal would have broken off. */
export async function fetchFeed(
  source: Source,
  { url, accept }: { readonly url: string; readonly accept: string },
  { maxBytes, warnBytes, timeoutMs }: FdkLimits,
  traps: Traps,
): Promise<Uint8Array | undefined> {
  let answer: Answer;
  try {
    answer = await source.get(url, { accept, maxBytes, timeoutMs, sameScheme: true });
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    traps.add(FAULTS[error.fault], `${url}: ${error.message}`);
    return undefined;
  }
  const { status, headers, body } = answer;
  const coding = headers['content-encoding'];
  if (status !== 200) traps.add('FDK-02', `${url}: ${status}`);
  else if (coding !== undefined && coding.toLowerCase() !== 'utf-8')
    traps.add('FDK-04', `Content-Encoding: ${coding}`);
  else if (body.length > maxBytes) traps.add('FDK-05', sizeText(body));
  else {
    if (body.length > warnBytes) traps.add('FDK-06', sizeText(body));
    return body;
  }
  return undefined;
}

function sizeText({ length }: Uint8Array): string {
  return `${(length / 1024 / 1024).toFixed(1)} MiB`;
}
