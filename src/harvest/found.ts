/** Values of a record that lead to an IRI, or to a finding when they lead nowhere: codes, references, addresses, times. */
import { issue, type Issue } from '../model/issue.js';
import { isLinkable, tryIri, type Iri } from '../model/iri.js';
import { literal, namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { xsd } from '../rdf/vocabularies.js';
import { parseTime } from './dates.js';
import type { MapContext } from './harvester.js';

export type Found = { readonly iri: Iri } | { readonly issue: Issue };

/** States one link per value found and passes the findings on. */
export function* links(
  subject: Iri,
  predicate: NamedNode,
  found: Iterable<Found>,
): Iterable<Quad | Issue> {
  for (const one of found) {
    if ('issue' in one) yield { ...one.issue, path: predicate.value as Iri };
    else yield quad(namedNode(subject), predicate, namedNode(one.iri));
  }
}

export interface CodeField {
  readonly field: string;
  readonly scheme: string;
}

const SHOWN_CODES = 12;

export function codeValue(context: MapContext, code: string, { field, scheme }: CodeField): Found {
  const iri = context.codes.find(scheme, code);
  if (iri) return { iri };
  const known = context.codes.known(scheme).slice(0, SHOWN_CODES).join(', ');
  return { issue: issue('CODE_UNKNOWN', 'warning', { found: code, field, known }) };
}

/** The one thing known by the first alias that leads anywhere. `shown` is what the finding names. */
export function reference(
  context: MapContext,
  aliases: readonly string[],
  { field, shown }: { readonly field: string; readonly shown: string },
): Found {
  for (const name of aliases) {
    const [first, ...others] = context.resolve(name);
    if (first === undefined) continue;
    if (others.length === 0) return { iri: first };
    return { issue: issue('REFERENCE_AMBIGUOUS', 'warning', { field, found: shown }) };
  }
  return { issue: issue('REFERENCE_DANGLING', 'warning', { field, found: shown }) };
}

export function webAddress(text: string, field: string): Found {
  const iri = tryIri(text);
  return iri && isLinkable(iri)
    ? { iri }
    : { issue: issue('IRI_INVALID', 'warning', { found: text, field }) };
}

export interface TimeField {
  readonly predicate: NamedNode;
  readonly field: string;
}

/** A date or date and time as a typed literal; nothing for an empty value. */
export function* timeValue(
  subject: Iri,
  { predicate, field }: TimeField,
  text: string | undefined,
): Iterable<Quad | Issue> {
  if (!text) return;
  const time = parseTime(text);
  if (time) {
    const datatype = time.kind === 'date' ? xsd.date : xsd.dateTime;
    yield quad(namedNode(subject), predicate, literal(time.text, datatype));
  } else {
    const path = predicate.value as Iri;
    yield issue('DATE_INVALID', 'warning', { found: text, field }, { path });
  }
}

export function missingField(field: string): Issue {
  return issue('FIELD_MISSING', 'warning', { field });
}
