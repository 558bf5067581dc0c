/** Shape files of a profile, read once: the quads to compile, what they aim at, and their words in three languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LangText } from '../model/lang-text.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { parseTurtle } from '../rdf/parse-turtle.js';
import type { NamedNode, Quad, Term } from '../rdf/terms.js';
import { rdf, rdfs, sh } from '../rdf/vocabularies.js';
import { canonicalNQuads } from '../rdf/canonical.js';
import { lintShapes } from './shape-lint.js';
import { readNeeds, unfulfilled } from './shape-needs.js';
import { reportedShapes } from './shape-roles.js';
import { kdms, severityOf, TARGETS } from './shape-terms.js';
import type { Profile } from './profiles.js';
import type { Rule } from './validator.js';

export interface LoadedShapes {
  readonly quads: readonly Quad[];
  readonly beside: readonly Quad[];
  /** Some have `sh:sparql`. */
  readonly hasQueries: boolean;
  /** The same as canonical N-Quads: the shapes as the workers get them. */
  readonly texts: () => ShapeTexts;
  isTarget(quad: Quad): readonly Term[];
  /** Shapes whose `kdms:needs` nothing in the data fulfils. */
  unfulfilled(quads: readonly Quad[]): ReadonlySet<string>;
  words(shape: string): ShapeWords;
  rules(): readonly Rule[];
}
export interface ShapeTexts {
  readonly shapes: string;
  readonly beside: string;
}
export type ShapeWords = Pick<Rule, 'message' | 'name' | 'fix' | 'turtle' | 'seeAlso'>;
export interface Folders {
  readonly shapes: string;
  readonly ontology: string;
}

/** Throws CatalogError PARSE_FAILED or SHAPE_UNSUPPORTED. */
export function loadShapes(profile: Profile, folders: Folders): LoadedShapes {
  const all = profile.files.flatMap((file) => readTurtle(folders.shapes, file));
  const quads = ofStages(all, profile.rules);
  lintShapes(quads);
  const index = new GraphIndex(quads);
  const beside = profile.beside.flatMap((file) => readTurtle(folders.ontology, file));
  let texts: ShapeTexts | undefined;
  return {
    quads,
    beside,
    hasQueries: index.withPredicate(sh.$.term('sparql')).length > 0,
    texts: () => (texts ??= { shapes: canonicalNQuads(quads), beside: canonicalNQuads(beside) }),
    isTarget: targetFinder(index),
    unfulfilled: (data) => unfulfilled(readNeeds(index), data),
    words: (shape) => wordsOf(index, shape),
    rules: () => rulesOf(index),
  };
}

function readTurtle(folder: string, file: string): readonly Quad[] {
  return parseTurtle(readFileSync(join(folder, file), 'utf8'), { file }).quads;
}

/** Rules of other stages lose what makes them run: their targets. */
export function ofStages(quads: readonly Quad[], stages: readonly string[]): readonly Quad[] {
  const index = new GraphIndex(quads);
  const left = new Set<string>();
  for (const { subject } of index.withPredicate(kdms.stage)) {
    const named = index.literals(subject, kdms.stage).map((one) => one.value);
    if (!named.some((stage) => stages.includes(stage))) left.add(subject.value);
  }
  return quads.filter(
    ({ subject, predicate }) => !left.has(subject.value) || !TARGETS.includes(predicate.value),
  );
}

/** The things one quad makes targets: its subject, its object, both or none. */
function targetFinder(index: GraphIndex): (quad: Quad) => readonly Term[] {
  const named = (name: string): ReadonlySet<string> =>
    new Set(index.withPredicate(sh.$.term(name)).map((one) => one.object.value));
  const classes = named('targetClass');
  const subjectsOf = named('targetSubjectsOf');
  const objectsOf = named('targetObjectsOf');
  return ({ subject, predicate, object }) => {
    const isInstance = predicate.equals(rdf.type) && classes.has(object.value);
    const targets: Term[] = isInstance || subjectsOf.has(predicate.value) ? [subject] : [];
    return objectsOf.has(predicate.value) ? [...targets, object] : targets;
  };
}

function wordsOf(index: GraphIndex, shape: string): ShapeWords {
  const name = langText(index, shape, sh.name);
  const fix = langText(index, shape, kdms.fix);
  const turtle = index.text(shape, kdms.turtle);
  const seeAlso = index.node(shape, rdfs.seeAlso)?.value;
  return {
    // The linter has seen to it that there is a message.
    message: langText(index, shape, sh.message) ?? { nb: shape, nn: shape, en: shape },
    ...(name ? { name } : {}),
    ...(fix ? { fix } : {}),
    ...(turtle === undefined ? {} : { turtle }),
    ...(seeAlso === undefined ? {} : { seeAlso }),
  };
}

/** A node shape that only holds property shapes together says nothing itself. */
function rulesOf(index: GraphIndex): readonly Rule[] {
  return reportedShapes(index)
    .map(({ value }) => value)
    .filter((shape) => index.literals(shape, sh.message).length > 0)
    .sort()
    .map((shape) => {
      const description = langText(index, shape, sh.description);
      const path = index.node(shape, sh.path)?.value;
      return {
        shape,
        severity: severityOf(index.node(shape, sh.severity)?.value),
        ...(path === undefined ? {} : { path }),
        ...wordsOf(index, shape),
        ...(description ? { description } : {}),
      };
    });
}

function langText(index: GraphIndex, shape: string, property: NamedNode): LangText | undefined {
  const texts = new Map(
    index.literals(shape, property).map((one) => [one.language, one.value] as const),
  );
  const nb = texts.get('nb');
  return nb === undefined
    ? undefined
    : { nb, nn: texts.get('nn') ?? nb, en: texts.get('en') ?? nb };
}
