/**
 * A strict client of OAI-PMH 2.0 (http://www.openarchives.org/OAI/openarchivesprotocol.html): it harvests as a portal does, and
 * throws ProtocolError for anything that the protocol or its schema does not allow. It knows nothing of what serves.
 */
import { readXml, type XmlElement } from './xml.js';

const OAI = 'http://www.openarchives.org/OAI/2.0/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** OAI-PMH.xsd, UTCdatetimeType and setSpecType. */
const SET_SPEC = /^([A-Za-z0-9\-_.!~*'()])+(:[A-Za-z0-9\-_.!~*'()]+)*$/;
const ERROR_CODES = [
  ...['badArgument', 'badResumptionToken', 'badVerb', 'cannotDisseminateFormat', 'idDoesNotExist'],
  ...['noMetadataFormats', 'noRecordsMatch', 'noSetHierarchy'],
];

export class ProtocolError extends Error {}

export type Arguments = Readonly<Record<string, string>>;
export type Get = (url: string) => Promise<Response>;

export interface OaiRecord {
  readonly identifier: string;
  readonly datestamp: string;
  readonly sets: readonly string[];
  readonly isDeleted: boolean;
  /** The root element of the description; undefined of a deleted record and of a header alone. */
  readonly metadata: XmlElement | undefined;
}

export interface Part {
  readonly records: readonly OaiRecord[];
  /** Undefined when the list came in one part, empty at its end. */
  readonly token: string | undefined;
  readonly cursor: number | undefined;
  readonly size: number | undefined;
}

export interface OaiAnswer {
  readonly root: XmlElement;
  /** The element of the verb; undefined for an error. */
  readonly content: XmlElement | undefined;
  readonly errors: readonly string[];
}

/** `baseUrl`: as the repository calls itself; `get` decides where that is. */
export class OaiClient {
  readonly baseUrl: string;
  readonly get: Get;

  constructor(baseUrl: string, get: Get = (url) => fetch(url)) {
    this.baseUrl = baseUrl;
    this.get = get;
  }

  async ask(given: Arguments): Promise<OaiAnswer> {
    const query = new URLSearchParams(given).toString();
    return checkAnswer(await this.get(`${this.baseUrl}?${query}`), this.baseUrl, given);
  }

  /** Errors are exceptions here: use `ask` to see them. */
  async content(given: Arguments): Promise<XmlElement> {
    const { content, errors } = await this.ask(given);
    if (!content) throw new ProtocolError(`${JSON.stringify(given)}: ${errors.join(' ')}`);
    return content;
  }

  async part(given: Arguments): Promise<Part> {
    return readPart(await this.content(given));
  }

  /** A whole list, part by part. `onPart` may throw: then the harvest breaks off there. */
  async list(verb: 'ListRecords' | 'ListIdentifiers', given: Arguments): Promise<OaiRecord[]> {
    const records: OaiRecord[] = [];
    let asked: Arguments = { verb, ...given };
    const tokens = new Set<string>();
    for (;;) {
      const { records: more, token, cursor } = await this.part(asked);
      if (cursor !== undefined && cursor !== records.length)
        throw new ProtocolError(`cursor ${cursor} after ${records.length} records`);
      records.push(...more);
      if (!token) return records;
      if (tokens.has(token)) throw new ProtocolError('the list goes in a circle');
      tokens.add(token);
      asked = { verb, resumptionToken: token };
    }
  }
}

/** Throws ProtocolError. */
export async function checkAnswer(
  response: Response,
  baseUrl: string,
  given: Arguments,
): Promise<OaiAnswer> {
  must(response.status === 200, `status ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  must(/^text\/xml;\s*charset=utf-8$/i.test(type), `Content-Type ${type}`);
  const root = readXml(await response.text());
  must(root.namespace === OAI && root.name === 'OAI-PMH', `root ${root.name}`);
  const schemas = root.attributes.get(`{${XSI}}schemaLocation`)?.split(/\s+/) ?? [];
  must(schemas[schemas.indexOf(OAI) + 1] === `${OAI}OAI-PMH.xsd`, 'no schema location');
  const [date, request, ...rest] = root.elements;
  must(date?.name === 'responseDate' && SECOND.test(date.text), 'no date of the answer');
  must(request?.name === 'request' && request.text === baseUrl, 'not the request of the base URL');
  const errors = rest.filter(({ name }) => name === 'error');
  const codes = errors.map(({ attributes }) => attributes.get('code') ?? '');
  checkRepeated(request, codes, given);
  if (errors.length > 0) {
    checkErrors(errors, codes);
    must(errors.length === rest.length, 'errors and content at once');
    return { root, content: undefined, errors: codes };
  }
  must(rest.length === 1 && rest[0]?.name === given['verb'], 'not the answer to the verb');
  return { root, content: rest[0], errors: codes };
}

/** Section 3.2: the arguments stand in the answer, but not those of a request that was not understood. */
function checkRepeated(request: XmlElement, codes: readonly string[], given: Arguments): void {
  const isUnderstood = !codes.includes('badVerb') && !codes.includes('badArgument');
  const repeated = sorted(Object.fromEntries(request.attributes));
  must(repeated === sorted(isUnderstood ? given : {}), `the request is repeated as ${repeated}`);
}

function checkErrors(errors: readonly XmlElement[], codes: readonly string[]): void {
  must(
    codes.every((code) => ERROR_CODES.includes(code)),
    `unknown error ${codes.join(' ')}`,
  );
  must(
    errors.every(({ text }) => text.trim() !== ''),
    'an error without words',
  );
}

export function readPart(list: XmlElement): Part {
  const entries = list.elements.filter(({ name }) => name === 'record' || name === 'header');
  const [flow, ...others] = list.elements.slice(entries.length);
  must(entries.length > 0, 'an empty list');
  must(others.length === 0 && (flow === undefined || flow.name === 'resumptionToken'), 'strangers');
  const number = (name: string): number | undefined => {
    const text = flow?.attributes.get(name);
    must(text === undefined || /^\d+$/.test(text), `${name} is no number`);
    return text === undefined ? undefined : Number(text);
  };
  return {
    records: entries.map(readRecord),
    token: flow?.text,
    cursor: number('cursor'),
    size: number('completeListSize'),
  };
}

export function readRecord(entry: XmlElement): OaiRecord {
  const [first, metadata, ...more] = entry.name === 'record' ? entry.elements : [entry];
  const header = readHeader(first);
  must(more.length === 0, 'more than header and metadata');
  const needsMetadata = entry.name === 'record' && !header.isDeleted;
  must((metadata !== undefined) === needsMetadata, 'metadata of a deleted record, or none');
  must(metadata === undefined || metadata.elements.length === 1, 'metadata without one root');
  return { ...header, metadata: metadata?.elements[0] };
}

function readHeader(header: XmlElement | undefined): Omit<OaiRecord, 'metadata'> {
  must(header?.name === 'header' && header.namespace === OAI, 'a record without a header');
  const status = header.attributes.get('status');
  must(status === undefined || status === 'deleted', `status ${status}`);
  const [identifier, datestamp, ...specs] = header.elements;
  must(identifier?.name === 'identifier' && URL.canParse(identifier.text), 'no URI as identifier');
  must(datestamp?.name === 'datestamp' && SECOND.test(datestamp.text), 'no datestamp');
  must(
    specs.every(({ name, text }) => name === 'setSpec' && SET_SPEC.test(text)),
    'wrong sets',
  );
  return {
    identifier: identifier.text,
    datestamp: datestamp.text,
    sets: specs.map(({ text }) => text),
    isDeleted: status === 'deleted',
  };
}

function sorted(given: Arguments): string {
  return JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function must(condition: boolean, complaint: string): asserts condition {
  if (!condition) throw new ProtocolError(complaint);
}
