/** Sources as the assembly gets them, made of Turtle: every subject that is named a record is one. */
import { assemble } from '../../src/assemble/assemble.js';
import type { AssembledSource, Assembly } from '../../src/assemble/assembly.js';
import type { RecordState, SourceState } from '../../src/harvest/source-state.js';
import { instant } from '../../src/model/instant.js';
import { iri, type Iri } from '../../src/model/iri.js';
import type { Quad } from '../../src/rdf/terms.js';
import { BASE, SCHEME } from './harvest-world.js';
import { id, turtle } from './turtle.js';

export const RULES = {
  scheme: SCHEME,
  classIri: (code: string): Iri => iri(`${BASE}kode/konfidensialitet/${code}`),
  ropaIri: (organisation: Iri): Iri =>
    iri(`${BASE}id/protokoll/${organisation.split('/').at(-1)!}`),
  today: '2026-11-22',
  coverage: ['generell'],
  checkTerm: () => undefined,
};

export interface SourceParts {
  /** Names of the records below `id/`; the others are parts of the first. */
  readonly records: readonly string[];
  readonly graph: string;
  readonly state?: Partial<SourceState>;
}

export function assembledSource(name: string, parts: SourceParts): AssembledSource {
  const quads = turtle(parts.graph, `harvested/${name}`);
  const own = parts.records.map(id);
  const others = [...new Set(quads.map(({ subject }) => subject.value))].filter(
    (subject) => !own.includes(subject),
  );
  const records = parts.records.map((key, index): RecordState => ({
    type: key.split('/')[0]!,
    key,
    iri: iri(id(key)),
    own: true,
    origin: `${name}#${key}`,
    hash: '',
    subjects: [id(key), ...(index === 0 ? others : [])].map(iri),
  }));
  return { id: name, quads, state: { ...sourceState(name), records, ...parts.state } };
}

export function sourceState(name: string): SourceState {
  const at = instant('2026-11-22T12:00:00Z');
  return {
    format: 1,
    source: name,
    kind: 'prove',
    raw: `raw-${name}`,
    quads: `quads-${name}`,
    harvestedAt: at,
    changedAt: at,
    records: [],
    rejections: [],
    issues: [],
    lastRun: { at, outcome: 'changed' },
  };
}

export function assembled(
  sources: readonly AssembledSource[],
  reference: readonly Quad[] = [],
): Assembly {
  return assemble(BASE, sources, reference, RULES);
}
