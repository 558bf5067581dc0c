/**
 * The port every kind of source implements (architecture.md 5). A harvester fetches records, reduced to what may be kept,
 * says who each record is, and maps it. `identify` and `map` are pure: no clock, network or randomness.
 */
import type { ClassDefinition, ClassScheme } from '../model/classification.js';
import type { Iri } from '../model/iri.js';
import type { Issue } from '../model/issue.js';
import type { ResourceType } from '../model/resource-type.js';
import type { NamedNode, Quad } from '../rdf/terms.js';
import type { CodeLists } from '../rdf/code-lists.js';
import type { Egress } from './egress.js';
import type { CatalogueFiles } from './catalogue-files.js';
import type { Headings } from './columns.js';

/** One record of a source, after `reduce`: a field marked N in sources.md is never in `payload`. */
export interface RawRecord<P = unknown> {
  /** Unique within (source, type). */
  readonly key: string;
  /** The source's own kind of record, for counting and the guard: `System`, `datasett`. */
  readonly type: string;
  readonly payload: P;
  /** URL with JSON pointer, or file with sheet, row or line. */
  readonly origin: string;
  /** Of the table the record stands in, so that a finding can name the column by its heading there. */
  readonly headings?: Headings;
}

/** A record that was read but may not or cannot be kept; its payload is gone. */
export interface Rejection {
  readonly key: string;
  readonly type: string;
  readonly origin: string;
  readonly rejected: Issue;
}
export type Fetched<P = unknown> = RawRecord<P> | Rejection;

export function isRejection(fetched: Fetched): fetched is Rejection {
  return 'rejected' in fetched;
}

export interface Source<O = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly options: O;
}

export interface FetchContext {
  readonly signal: AbortSignal;
  /** The only way out; it goes to the source's own hosts alone. */
  readonly egress: Egress;
  /** Files below the catalogue's folder. */
  readonly files: CatalogueFiles;
  readonly scheme: ClassScheme;
  /** A finding about the source as a whole (drift, unknown columns). */
  report(issue: Issue): void;
}

export type Mint = (type: ResourceType, key: string) => Iri;

/** A thing and the names by which other records refer to it; see `alias()`. */
export interface Named {
  readonly iri: Iri;
  readonly aliases: readonly string[];
}

export interface Identity extends Named {
  /** False for a record that only points to a thing others describe (a Los word): nothing is mapped. */
  readonly own: boolean;
  /** Things the record describes besides itself that others refer to: the attributes of an object type. */
  readonly parts?: readonly Named[];
}

export interface MapContext<O = unknown> {
  readonly base: Iri;
  readonly source: Source<O>;
  /** The record's own IRI, as `identify` and the catalogue's identity table decided. */
  readonly subject: Iri;
  readonly scheme: ClassScheme;
  readonly codes: CodeLists;
  mint: Mint;
  /** IRI of a class of the municipality's scheme. */
  classIri(definition: ClassDefinition): Iri;
  /** IRI of a code of the municipality's own list: `{base}kode/{scheme}/{code}`. */
  code(scheme: string, code: string): Iri;
  /** The class of a record's description, by the source's policy (no source knows it itself). */
  recordClass(type: string, key: string): Iri;
  /** All IRIs known by this alias: none = dangling, more than one = ambiguous. */
  resolve(alias: string): readonly Iri[];
  /** What is left of every alias that begins so, sorted: for "did you mean". */
  names(prefix: string): readonly string[];
  /** A steward's mapping table `tables/{name}.csv`: first column → row. Undefined when there is none. */
  table(name: string): ReadonlyMap<string, Readonly<Record<string, string>>> | undefined;
}

/**
 * Record type, or type in the IRI of a part → property → the column or field of the source it is mapped from. With a
 * value: the column of that value alone. Where several fit, the first counts.
 */
export type PropertyColumns = Readonly<
  Record<string, readonly (readonly [property: NamedNode, column: string, value?: string])[]>
>;

export interface Harvester<O = unknown, P = unknown> {
  readonly kind: string;
  /** So that a finding can name the column to write in; left out where a source has none. */
  readonly columns?: PropertyColumns;
  /** Throws with a message per key for options that are wrong; a zod schema fits. */
  readonly options: { parse(input: unknown): O };
  /** Throws CatalogError when the source fails as a whole; then nothing of this run is used. */
  fetch(source: Source<O>, context: FetchContext): AsyncIterable<Fetched<P>>;
  identify(record: RawRecord<P>, mint: Mint, source: Source<O>): Identity;
  map(record: RawRecord<P>, context: MapContext<O>): Iterable<Quad | Issue>;
}

/** The one form of an alias: scheme and id, folded. `alias('virksomhet', 'VAV')` = `virksomhet:vav`. */
export function alias(scheme: string, id: string | number): string {
  return `${scheme}:${String(id)}`.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
