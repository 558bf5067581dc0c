/**
 * Classes as records state them (safety C2): a label resolves exactly or not at all, an unknown one gives no class, and
 * a part is never more open than its whole.
 */
import type { ClassDefinition, ClassScheme } from '../model/classification.js';
import { issue, type Issue } from '../model/issue.js';
import type { Iri } from '../model/iri.js';
import type { NamedNode } from '../rdf/terms.js';
import type { MapContext } from './harvester.js';

export type StatedClass =
  | { readonly state: 'class'; readonly definition: ClassDefinition }
  | { readonly state: 'empty' }
  /** Something stands there that is no class: nothing may be stated, least of all a default. */
  | { readonly state: 'unknown'; readonly found: string };

/** A display label such as "3 🔴 Beskyttet" loses the digit and emoji before it, nothing inside the word. */
export function classWord(label: string): string {
  return label
    .normalize('NFC')
    .replace(/^[\d\s\p{Extended_Pictographic}\u{FE0F}]+/u, '')
    .trim();
}

export function statedClass(scheme: ClassScheme, label: string | undefined): StatedClass {
  if (!label?.trim()) return { state: 'empty' };
  const lookup = scheme.resolve(label);
  if (lookup.found === 'class') return { state: 'class', definition: lookup.definition };
  return { state: 'unknown', found: label };
}

export interface UnknownClass {
  /** The field or column it stands in. */
  readonly field: string;
  readonly path: NamedNode;
}

/** What stands in the field, and the words that may. */
export function unknownClass(
  scheme: ClassScheme,
  found: string,
  { field, path }: UnknownClass,
): Issue {
  const known = scheme.classes.map((one) => `«${one.label['nb'] ?? one.code}»`).join(', ');
  const place = { path: path.value as Iri };
  return issue('CLASS_UNKNOWN', 'warning', { field, found, known }, place);
}

/** The class of a description: what its own cell says, else the source's policy. Undefined when the cell says nonsense. */
export function descriptionClass(
  context: MapContext,
  stated: StatedClass,
  { type, key }: { readonly type: string; readonly key: string },
): Iri | undefined {
  if (stated.state === 'class') return context.classIri(stated.definition);
  return stated.state === 'empty' ? context.recordClass(type, key) : undefined;
}

/** The stricter of two; undefined, that is no class and so never public, when either is unknown. */
export function stricterClass(
  context: MapContext,
  first: Iri | undefined,
  second: Iri | undefined,
): Iri | undefined {
  const one = definitionOf(context, first);
  const other = definitionOf(context, second);
  if (!one || !other) return undefined;
  return context.classIri(one.rank >= other.rank ? one : other);
}

export function definitionOf(
  context: MapContext,
  iri: Iri | undefined,
): ClassDefinition | undefined {
  return context.scheme.classes.find((definition) => context.classIri(definition) === iri);
}
