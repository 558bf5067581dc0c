/** The six verbs (OAI-PMH 2.0, section 4). */
import type { PublicCatalogue } from '../public-catalogue.js';
import type { OaiContext } from './answer.js';
import type { Asked, ListVerb } from './arguments.js';
import { titlesAsDublinCore } from './dublin-core.js';
import { FORMATS, formatOf, metadataOf, type MetadataFormat } from './formats.js';
import { OaiError } from './oai-error.js';
import { oaiRecords, type OaiRecord } from './records.js';
import { readToken, writeToken, type Resumption } from './resumption-token.js';
import { pageOf, readSelection, type ListPage } from './selection.js';
import { allSets } from './sets.js';
import { element, text, textElement, type Xml } from './xml.js';

/** Throws OaiError. */
export function answerVerb(context: OaiContext, { verb, given }: Asked): Xml {
  const { catalogue } = context;
  switch (verb) {
    case 'Identify':
      return identify(context);
    case 'ListMetadataFormats':
      return listMetadataFormats(catalogue, given.get('identifier'));
    case 'ListSets':
      // The list is always whole: no token of it was ever given out.
      if (given.has('resumptionToken')) throw new OaiError('badResumptionToken');
      return listSets(context);
    case 'ListIdentifiers':
    case 'ListRecords':
      return list(catalogue, verb, given);
    case 'GetRecord':
      return getRecord(catalogue, given);
  }
}

function identify({ catalogue, lang }: OaiContext): Xml {
  const { base, contact, name } = catalogue.settings;
  return element(
    'Identify',
    {},
    textElement('repositoryName', name[lang]),
    textElement('baseURL', `${base}oai`),
    textElement('protocolVersion', '2.0'),
    // Demanded by the protocol; a mail domain has this mailbox (RFC 5321, 4.5.1).
    textElement('adminEmail', contact ?? `postmaster@${new URL(base).hostname}`),
    textElement('earliestDatestamp', oaiRecords(catalogue).earliest),
    textElement('deletedRecord', 'persistent'),
    textElement('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    textElement('compression', 'br'),
    textElement('compression', 'gzip'),
  );
}

function listMetadataFormats(catalogue: PublicCatalogue, identifier: string | undefined): Xml {
  const record = identifier === undefined ? undefined : recordOf(catalogue, identifier);
  if (record?.isDeleted) throw new OaiError('noMetadataFormats');
  const formats = FORMATS.map(({ prefix, schema, namespace }) =>
    element(
      'metadataFormat',
      {},
      textElement('metadataPrefix', prefix),
      textElement('schema', schema),
      textElement('metadataNamespace', namespace),
    ),
  );
  return element('ListMetadataFormats', {}, ...formats);
}

function listSets({ catalogue, texts, lang }: OaiContext): Xml {
  const sets = allSets(catalogue, oaiRecords(catalogue).all, texts).map(({ spec, names }) =>
    element(
      'set',
      {},
      textElement('setSpec', spec),
      textElement('setName', names[lang]),
      element('setDescription', {}, titlesAsDublinCore(names)),
    ),
  );
  return element('ListSets', {}, ...sets);
}

function getRecord(catalogue: PublicCatalogue, given: ReadonlyMap<string, string>): Xml {
  const record = recordOf(catalogue, given.get('identifier') ?? '');
  const format = formatOf(given.get('metadataPrefix'));
  return element('GetRecord', {}, wholeRecord(catalogue, record, format));
}

/** Throws OaiError idDoesNotExist. */
function recordOf(catalogue: PublicCatalogue, identifier: string): OaiRecord {
  const found = oaiRecords(catalogue).byIdentifier(identifier);
  if (!found) throw new OaiError('idDoesNotExist');
  return found;
}

function list(catalogue: PublicCatalogue, verb: ListVerb, given: ReadonlyMap<string, string>): Xml {
  const token = given.get('resumptionToken');
  const resumed = token === undefined ? undefined : readToken(token, verb);
  const selection = resumed?.selection ?? readSelection(given);
  const format = formatOf(selection.metadataPrefix);
  const page = pageOf(oaiRecords(catalogue).all, selection, resumed?.after);
  const entries = page.records.map((one) =>
    verb === 'ListRecords' ? wholeRecord(catalogue, one, format) : header(one),
  );
  return element(verb, {}, ...entries, ...flowControl(page, { verb, selection, resumed }));
}

/** Section 3.5: a token after each part of a list but the last, which ends with an empty one. A list in one part has none. */
function flowControl(
  { records, isLast, total }: ListPage,
  {
    verb,
    selection,
    resumed,
  }: Pick<Resumption, 'verb' | 'selection'> & { resumed: Resumption | undefined },
): Xml[] {
  const last = records.at(-1);
  if (!last || (isLast && !resumed)) return [];
  const before = resumed?.after.count ?? 0;
  const after = { at: last.at, identifier: last.identifier, count: before + records.length };
  const token = isLast ? '' : writeToken({ verb, selection, after });
  const size = { completeListSize: String(total), cursor: String(before) };
  return [element('resumptionToken', size, text(token))];
}

function wholeRecord(catalogue: PublicCatalogue, record: OaiRecord, format: MetadataFormat): Xml {
  if (record.isDeleted) return element('record', {}, header(record));
  const metadata = metadataOf(catalogue, format, record.identifier);
  return element('record', {}, header(record), element('metadata', {}, metadata));
}

function header({ identifier, datestamp, sets, isDeleted }: OaiRecord): Xml {
  return element(
    'header',
    { status: isDeleted ? 'deleted' : undefined },
    textElement('identifier', identifier),
    textElement('datestamp', datestamp),
    ...sets.map((spec) => textElement('setSpec', spec)),
  );
}
