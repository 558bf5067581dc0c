/** A validation report as lines that can be compared: one a result, sorted. Written as our validator's raw results are. */
import { writeFileSync } from 'node:fs';
import { termText } from '../../src/rdf/nquads.js';
import type { Term } from '../../src/rdf/terms.js';
import type { RawResult } from '../../src/validate/shacl-jobs.js';

/** A path that is not one property: which one it is follows from the shape. */
const OTHER_PATH = '(path)';

export function resultLine({
  focus,
  path,
  valueTerm,
  severity,
  component,
  shape,
}: RawResult): string {
  const plain = path === undefined || !/[<^/ ]</.test(`/${path}`) ? path : OTHER_PATH;
  return [focus, plain ?? '', component, valueTerm ?? '', severity, shape].join('\t');
}

/** What the libraries have: terms, or nothing. */
export interface ResultTerms {
  readonly focus: Term | null | undefined;
  /** Undefined for a node shape. */
  readonly path: Term | null | undefined;
  readonly component: Term | null | undefined;
  readonly value: Term | null | undefined;
  readonly severity: Term | null | undefined;
  readonly shape: Term | null | undefined;
}

export function resultOfTerms(terms: ResultTerms): RawResult {
  const { focus, path, component, value, severity, shape } = terms;
  // Of a node shape the value is the focus node itself: not said again.
  const isSaid = value && (path || value.value !== focus?.value);
  return {
    focus: iri(focus),
    ...(path ? { path: path.termType === 'NamedNode' ? path.value : OTHER_PATH } : {}),
    ...(isSaid ? { valueTerm: termText(value) } : {}),
    severity: iri(severity),
    component: iri(component)
      .replace(/^.*#/, '')
      .replace(/ConstraintComponent$/, ''),
    shape: iri(shape),
  };
}

function iri(term: Term | null | undefined): string {
  return term?.value ?? '';
}

export function writeResults(path: string, results: readonly RawResult[]): void {
  writeFileSync(path, `${results.map(resultLine).sort().join('\n')}\n`);
}
