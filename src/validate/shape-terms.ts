/** Names that shapes use: the shapes' own namespace (`kdms:`) and SHACL properties by local name. */
import type { Severity } from '../model/issue.js';
import { VOCAB_BASE, sh } from '../rdf/vocabularies.js';
import { vocabulary } from '../rdf/vocabulary.js';

/** Local name of a shape = rule id of model.md 6.2, then what it looks at: `kdms:SYS-01-manager`. */
export const kdms = vocabulary(`${VOCAB_BASE}shapes#`, 'fix', 'needs', 'stage', 'turtle');

export const TARGETS = ['targetClass', 'targetSubjectsOf', 'targetObjectsOf'].map(
  (name) => sh.$.term(name).value,
);

export function shName(iri: string): string | undefined {
  return iri.startsWith(sh.$.base) ? iri.slice(sh.$.base.length) : undefined;
}

export function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
}

/** `…#SYS-01-manager` → `SYS-01`; a name without a number is its own rule. */
export function ruleOf(shape: string): string {
  const name = localName(shape);
  return /^[A-Za-z]+-[a-z]?[0-9]+/.exec(name)?.[0] ?? name;
}

/** Unknown severities are violations: a wrong word in a shape must not make a rule weaker. */
export function severityOf(iri: string | undefined): Severity {
  if (iri === sh.Warning.value) return 'warning';
  return iri === sh.Info.value ? 'info' : 'violation';
}
