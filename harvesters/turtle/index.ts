/**
 * Hand-written descriptions: every `.ttl` file below a folder of the catalogue. What is written is what is published;
 * little is added.
 *   each statement                       → itself, text in NFC
 *   language tag `no`                    → `nb`, reported
 *   text without tag (options)           → `defaultLanguage`, for titles, descriptions, keywords and labels
 *   no kdm:recordClass                   → the source's policy
 *   no dct:identifier on dcat resources  → the key, the last part of the IRI
 *   parts without a name                 → the class of the thing they hang below
 */
import type {
  FetchContext,
  Fetched,
  Harvester,
  Identity,
  MapContext,
  RawRecord,
  Source,
} from '../../src/harvest/harvester.js';
import { alias, isRejection } from '../../src/harvest/harvester.js';
import { iri } from '../../src/model/iri.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { decodeText } from '../../src/rdf/decode-text.js';
import { parseNQuads } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, foaf, skos } from '../../src/rdf/vocabularies.js';
import { turtleOptions, type TurtleOptions } from './options.js';
import { turtleRecords, type TurtleRecord } from './records.js';
import { mapStatements } from './statements.js';

const OWN_IRI = /\/id\/([a-z]+)\/([^/?#]+)$/;

async function* fetch(
  source: Source<TurtleOptions>,
  context: FetchContext,
): AsyncIterable<Fetched<TurtleRecord>> {
  const seen = new Set<string>();
  for (const file of await context.files.list(source.options.folder, ['.ttl'])) {
    context.signal.throwIfAborted();
    const text = decodeText(await context.files.read(file), { file });
    const { records, findings } = turtleRecords({ file, text, source: source.id });
    for (const finding of findings) context.report(finding);
    for (const record of records) {
      yield seen.has(record.key) && !isRejection(record) ? duplicate(record) : record;
      seen.add(record.key);
    }
  }
}

function duplicate({ key, type, origin }: RawRecord<TurtleRecord>): Fetched<TurtleRecord> {
  const rejected = issue('RECORD_DUPLICATE', 'violation', { key }, { record: key, origin });
  return { key, type, origin, rejected };
}

/** `own` is always true: whether the IRI is the catalogue's to describe is for the engine to judge. */
function identify(record: RawRecord<TurtleRecord>): Identity {
  const [, type, key] = OWN_IRI.exec(record.key) ?? [];
  const byKey = type !== undefined && key !== undefined ? [alias(type, key)] : [];
  return { iri: iri(record.key), own: true, aliases: [...byKey, ...nameAliases(record)] };
}

/** Registers name organisations, systems and suppliers in words: their names and other names lead to them too. */
function nameAliases(record: RawRecord<TurtleRecord>): string[] {
  const scheme = NAME_SCHEMES.get(record.type);
  if (scheme === undefined) return [];
  const names = parseNQuads(`${record.payload.statements.join('\n')}\n`).filter(
    (one) => one.subject.value === record.key && NAMES.has(one.predicate.value),
  );
  return [...new Set(names.map((one) => alias(scheme, one.object.value)))];
}

const NAME_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['virksomhet', 'virksomhet'],
  ['enhet', 'enhet'],
  ['system', 'systemnavn'],
  ['leverandor', 'leverandornavn'],
]);
const NAMES = new Set(
  [dct.title, dct.identifier, foaf.name, skos.prefLabel, skos.altLabel].map((term) => term.value),
);

function map(
  record: RawRecord<TurtleRecord>,
  context: MapContext<TurtleOptions>,
): Iterable<Quad | Issue> {
  return mapStatements(record, context);
}

const turtle: Harvester<TurtleOptions, TurtleRecord> = {
  kind: 'turtle',
  options: turtleOptions,
  fetch,
  identify,
  map,
};
export default turtle;
