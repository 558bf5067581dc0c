/**
 * A Turtle file as records: one for each named subject with a class, blank nodes below it included. Pure; the payload
 * holds statements only, so comments, order and layout of the file change nothing in it.
 */
import type { Fetched, RawRecord } from '../../src/harvest/harvester.js';
import { tryIri, type Iri } from '../../src/model/iri.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { parseTurtleTolerantly } from '../../src/rdf/illegal-iris.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import type { StatementLines } from '../../src/rdf/parse.js';
import { skolemise } from '../../src/rdf/skolem.js';
import { namedNode, type NamedNode, type Quad } from '../../src/rdf/terms.js';
import { rdf } from '../../src/rdf/vocabularies.js';
import { recordType } from './record-types.js';

export interface TurtleRecord {
  /** Sorted N-Triples; a blank node is `{NAMELESS}id/del/{hash}` until `map` knows the catalogue's base. */
  readonly statements: readonly string[];
  /**
   * Predicate → line in the file. Not enumerable: a payload that is compared, hashed or kept as JSON does not have it, and
   * a record read back from such a copy has none.
   */
  readonly lines?: Readonly<Record<string, number>>;
}

/** Base of the names of blank nodes in a payload: no catalogue's own. */
export const NAMELESS = 'urn:datavev:';

export interface TurtleFile {
  readonly file: string;
  readonly text: string;
  /** Id of the source, part of the names of blank nodes. */
  readonly source: string;
}
export interface FileRecords {
  readonly records: readonly Fetched<TurtleRecord>[];
  readonly findings: readonly Issue[];
}

/** Throws CatalogError PARSE_FAILED with file and line; RECORD_MALFORMED for poisoned blank nodes. */
export function turtleRecords({ file, text, source }: TurtleFile): FileRecords {
  const { quads, lines, refused } = parseTurtleTolerantly(text, { file });
  // The path of a blank node begins with its named subject: that is the record's key.
  const named = skolemise(quads, { base: NAMELESS, source, recordKey: '' });
  const bySubject = new Map<string, Quad[]>();
  for (const quad of named.quads) {
    const subject = named.owners.get(quad.subject.value as Iri) ?? quad.subject.value;
    const known = bySubject.get(subject);
    if (known) known.push(quad);
    else bySubject.set(subject, [quad]);
  }
  const nameless = [...named.names].flatMap(([label, name]) =>
    named.owners.has(name) ? [] : [[name, label] as const],
  );
  const labels = new Map<string, string>(nameless);
  const blankLine = (name: string): number | undefined =>
    lineOfBlank(quads, lines, labels.get(name));
  return {
    records: [...bySubject].map(([subject, statements]) =>
      labels.has(subject)
        ? rejection(subject, `${file}#L${blankLine(subject) ?? 1}`, 'beskrivelsen har ingen IRI')
        : record(subject, statements, { file, lines }),
    ),
    findings: refused.map(({ found, line }) =>
      issue(
        'IRI_INVALID',
        'violation',
        { found, field: 'Turtle' },
        {
          source,
          origin: `${file}#L${line}`,
        },
      ),
    ),
  };
}

interface Place {
  readonly file: string;
  readonly lines: StatementLines;
}

function record(subject: string, quads: readonly Quad[], place: Place): Fetched<TurtleRecord> {
  const node = namedNode(subject as Iri);
  const origin = `${place.file}#L${place.lines.lineOf(node) ?? 1}`;
  if (tryIri(subject) !== subject) return rejection(subject, origin, 'IRI-en kan ikke brukes');
  const own = quads.filter((quad) => quad.subject.value === subject);
  const classes = own.filter(({ predicate }) => predicate.equals(rdf.type));
  const type = recordType(classes.map(({ object }) => object.value));
  if (type === undefined) return rejection(subject, origin, 'rdf:type mangler');
  const statements = [...new Set(quads.map(ntriplesLine))].sort();
  const lines = Object.fromEntries(
    own.map(({ predicate }) => [
      predicate.value,
      place.lines.lineOf(node, predicate as NamedNode) ?? 1,
    ]),
  );
  const payload = Object.defineProperty({ statements }, 'lines', { value: lines });
  return { key: subject, type, payload, origin } satisfies RawRecord<TurtleRecord>;
}

function rejection(key: string, origin: string, cause: string): Fetched<TurtleRecord> {
  const rejected = issue('RECORD_MALFORMED', 'violation', { cause }, { record: key, origin });
  return { key, type: 'ukjent', origin, rejected };
}

function lineOfBlank(
  quads: readonly Quad[],
  lines: StatementLines,
  label: string | undefined,
): number | undefined {
  const quad = quads.find(({ subject }) => subject.value === label);
  return quad && lines.lineOf(quad.subject);
}
