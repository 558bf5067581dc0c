/** What is asked of the repository (OAI-PMH 2.0, sections 3.1 and 4: http://www.openarchives.org/OAI/openarchivesprotocol.html). */
import { isXmlText } from '../../src/rdf/xml-text.js';
import { OaiError } from './oai-error.js';

const LIST = {
  required: ['metadataPrefix'],
  optional: ['from', 'until', 'set'],
  isResumable: true,
} as const;
/** `isResumable`: `resumptionToken` may stand instead of all other arguments. */
export const VERBS = {
  Identify: { required: [], optional: [], isResumable: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], isResumable: false },
  ListSets: { required: [], optional: [], isResumable: true },
  ListIdentifiers: LIST,
  ListRecords: LIST,
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], isResumable: false },
} as const;
export type Verb = keyof typeof VERBS;
export type ListVerb = 'ListIdentifiers' | 'ListRecords';

export interface Asked {
  readonly verb: Verb;
  /** All but the verb, as they were given. */
  readonly given: ReadonlyMap<string, string>;
}

/** `text`: arguments as `application/x-www-form-urlencoded`. Throws OaiError badVerb or badArgument. */
export function readArguments(text: string): Asked {
  const all = [...new URLSearchParams(text)];
  const verbs = all.filter(([name]) => name === 'verb');
  const verb = verbs[0]?.[1] ?? '';
  if (verbs.length !== 1 || !isVerb(verb)) throw new OaiError('badVerb');
  const given = new Map<string, string>();
  for (const [name, value] of all) {
    if (name === 'verb') continue;
    if (given.has(name)) throw new OaiError('badArgument', 'repeated', name);
    given.set(name, value);
  }
  checkNames(verb, given);
  for (const [name, value] of given)
    if (!isLegal(name, value)) throw new OaiError('badArgument', 'illegal', name);
  return { verb, given };
}

/** The answer repeats the arguments (section 3.2), so it must be able to: OAI-PMH.xsd, requestType. */
function isLegal(name: string, value: string): boolean {
  if (name === 'metadataPrefix') return /^[\w\-.!~*'()]+$/.test(value);
  return value !== '' && isXmlText(value);
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(VERBS, text);
}

function checkNames(verb: Verb, given: ReadonlyMap<string, string>): void {
  const { required, optional, isResumable } = VERBS[verb];
  const isResumed = isResumable && given.has('resumptionToken');
  const known: readonly string[] = isResumed ? ['resumptionToken'] : [...required, ...optional];
  for (const name of given.keys())
    if (!known.includes(name)) throw new OaiError('badArgument', 'unknown', name);
  if (isResumed) return;
  for (const name of required)
    if (!given.has(name)) throw new OaiError('badArgument', 'missing', name);
}
