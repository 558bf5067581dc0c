/** The walk by OAI-PMH 2.0, which data.europa.eu prefers: Identify, then every header of ListIdentifiers, token by token. */
import { FetchFailure, type Source } from '../source.js';
import type { Traps } from '../trap.js';
import type { EuLimits } from './contract.js';
import { headersOf, textOf, tokenOf } from './oai-xml.js';

export interface OaiState {
  /** Identifiers of what is there. */
  readonly present: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
}

const PREFIX = 'dcat_ap';

/** Undefined, with the trap, when the walk did not come to its end. */
export async function walkOai(
  source: Source,
  address: string,
  limits: EuLimits,
  traps: Traps,
): Promise<OaiState | undefined> {
  const ask = async (parameters: string): Promise<string | undefined> => {
    const answer = await get(source, `${address}?${parameters}`, limits);
    const fault = typeof answer === 'string' ? faultOf(answer) : answer.fault;
    if (fault !== undefined) traps.add('EU-20', `${parameters}: ${fault}`);
    return fault === undefined ? (answer as string) : undefined;
  };
  const identity = await ask('verb=Identify');
  if (identity === undefined) return undefined;
  const kept = textOf(identity, 'deletedRecord');
  if (kept !== 'persistent') traps.add('EU-22', `deletedRecord: ${kept ?? '–'}`);
  const [present, deleted, tokens] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let rest = `metadataPrefix=${PREFIX}`; ;) {
    const list = await ask(`verb=ListIdentifiers&${rest}`);
    if (list === undefined) return undefined;
    for (const { identifier, isDeleted } of headersOf(list))
      (isDeleted ? deleted : present).add(identifier);
    const token = tokenOf(list);
    if (token === undefined) return { present, deleted };
    if (tokens.has(token) || tokens.size >= limits.maxPages) {
      traps.add('EU-21', token);
      return undefined;
    }
    tokens.add(token);
    rest = `resumptionToken=${encodeURIComponent(token)}`;
  }
}

async function get(
  source: Source,
  url: string,
  { timeoutMs, maxBytes }: EuLimits,
): Promise<string | { readonly fault: string }> {
  try {
    const { status, body } = await source.get(url, {
      accept: 'text/xml, application/xml',
      timeoutMs,
      maxBytes,
    });
    return status === 200 ? new TextDecoder().decode(body) : { fault: String(status) };
  } catch (error) {
    if (error instanceof FetchFailure) return { fault: error.message };
    throw error;
  }
}

/** A list without records is no fault: the portal has nothing to do. */
function faultOf(xml: string): string | undefined {
  if (!/<(\w+:)?OAI-PMH[\s>]/.test(xml)) return 'OAI-PMH';
  const code = /<(?:\w+:)?error\s[^>]*code=["']([^"']*)["']/.exec(xml)?.[1];
  return code === 'noRecordsMatch' ? undefined : code;
}
