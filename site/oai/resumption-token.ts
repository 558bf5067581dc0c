/**
 * Resumption tokens (OAI-PMH 2.0, section 3.5): the whole request and the place in the list, so nothing is kept here and a token
 * never expires. When the catalogue changes between two pages, what changed has moved to the end of the list and comes there:
 * nothing is lost, and no version of a record comes twice.
 */
import type { ListVerb } from './arguments.js';
import { OaiError } from './oai-error.js';
import { readSelection, type Position, type Selection } from './selection.js';

export interface Resumption {
  readonly verb: ListVerb;
  readonly selection: Selection;
  readonly after: Position;
}

const FIELDS = 8;
/** Raised when the meaning of the fields changes: older tokens are then refused. */
const VERSION = '1';

export function writeToken({ verb, selection, after }: Resumption): string {
  const { metadataPrefix, from = '', until = '', set = '' } = selection;
  const place = [after.at, after.identifier, String(after.count)];
  const fields = [VERSION + verb, metadataPrefix, from, until, set, ...place];
  return Buffer.from(fields.join('\n')).toString('base64url');
}

/** Throws OaiError badResumptionToken for a token that this repository never gave out for the verb. */
export function readToken(token: string, verb: ListVerb): Resumption {
  const fields = Buffer.from(token, 'base64url').toString().split('\n');
  const [kind, metadataPrefix = '', from, until, set, at = '', identifier = '', count = ''] =
    fields;
  const given = Object.entries({ metadataPrefix, from, until, set }).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  );
  const isOurs =
    kind === VERSION + verb &&
    fields.length === FIELDS &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) &&
    /^[1-9]\d{0,9}$/.test(count);
  if (!isOurs) throw new OaiError('badResumptionToken');
  const after = { at, identifier, count: Number(count) };
  const resumption = { verb, selection: selectionOf(new Map(given)), after };
  // Base64 has more than one spelling of the same bytes, and bytes need not be text.
  if (writeToken(resumption) !== token) throw new OaiError('badResumptionToken');
  return resumption;
}

function selectionOf(given: ReadonlyMap<string, string>): Selection {
  try {
    return readSelection(given);
  } catch {
    throw new OaiError('badResumptionToken');
  }
}
