import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { kdm, PREFIXES, rdfs, sh, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { readProfiles } from '../../src/validate/profiles.js';
import { lintShapes } from '../../src/validate/shape-lint.js';
import { reportedShapes } from '../../src/validate/shape-roles.js';
import { kdms, ruleOf } from '../../src/validate/shape-terms.js';
import { ONTOLOGY, SHAPES } from './fixtures.js';

const files = readdirSync(SHAPES).filter((name) => name.endsWith('.ttl'));
const read = (folder: string, file: string) =>
  parseTurtle(readFileSync(join(folder, file), 'utf8'), { file }).quads;

/** The prefixes that curated files use: vocabularies, and one a kind of thing. */
const EXAMPLE_PREFIXES = Object.entries({
  ...PREFIXES,
  odrl: 'http://www.w3.org/ns/odrl/2/',
  risk: 'https://w3id.org/dpv/risk#',
  ...Object.fromEntries(
    (
      'avtale begrep behandling datasett distribusjon formal konf kontakt lagring lov personvern plattform system ' +
      'virksomhet leverandor risiko registrert livslop kategori grensesnitt eierskapsmodell integrasjonstype'
    )
      .split(' ')
      .map((name) => [name, `https://data.kommunen.example/id/${name}/`]),
  ),
})
  .map(([name, base]) => `@prefix ${name}: <${base}> .\n`)
  .join('');

describe.each(files)('%s', (file) => {
  const quads = read(SHAPES, file);
  const index = new GraphIndex(quads);
  const reported = reportedShapes(index).map((shape) => shape.value);
  const speaking = reported.filter((shape) => index.literals(shape, sh.message).length > 0);
  const languages = (shape: string, property: typeof sh.name): string[] =>
    index
      .literals(shape, property)
      .map(({ language }) => language)
      .sort();

  test('holds nothing that the engine cannot check', () => {
    expect(() => lintShapes(quads)).not.toThrow();
  });

  test('every property shape speaks Bokmål, Nynorsk and English, and says what to write', () => {
    const properties = reported.filter((shape) => index.objects(shape, sh.path).length > 0);
    expect(properties.filter((shape) => !speaking.includes(shape))).toEqual([]);
    for (const shape of speaking) {
      expect([shape, languages(shape, sh.message)]).toEqual([shape, ['en', 'nb', 'nn']]);
      expect([shape, languages(shape, kdms.fix)]).toEqual([shape, ['en', 'nb', 'nn']]);
      expect(languages(shape, sh.description)).toEqual(expect.arrayContaining(['en', 'nb']));
    }
  });

  test('every example in Turtle can be copied', () => {
    for (const { subject, object } of index.withPredicate(kdms.turtle)) {
      const parses = [`<ting> ${object.value} .`, `${object.value} .`].some((text) => {
        try {
          return parseTurtle(EXAMPLE_PREFIXES + text, { baseIri: VOCAB_BASE }).quads.length > 0;
        } catch {
          return false;
        }
      });
      expect([subject.value, object.value, parses]).toEqual([subject.value, object.value, true]);
    }
  });

  test('every shape has a name in three languages and a rule', () => {
    for (const shape of reported) {
      expect([shape, languages(shape, sh.name)]).toEqual([shape, ['en', 'nb', 'nn']]);
      expect(ruleOf(shape)).not.toBe('');
    }
  });

  test('every shape that gives results states its severity and its clause', () => {
    for (const shape of speaking) {
      expect([shape, index.nodes(shape, sh.severity).length]).toEqual([shape, 1]);
      expect([shape, index.nodes(shape, rdfs.seeAlso).length]).toEqual([shape, 1]);
    }
  });

  test('a rule that may go unchecked is never one that holds a record back', () => {
    for (const { subject } of index.withPredicate(kdms.needs))
      expect(index.node(subject, sh.severity)?.value).not.toBe(sh.Violation.value);
  });

  test('no message uses the words of the trade', () => {
    for (const shape of speaking) {
      for (const { value } of [
        ...index.literals(shape, sh.message),
        ...index.literals(shape, kdms.fix),
      ]) {
        expect(value).not.toMatch(/\b(RDF|IRI|URI|SHACL|literal|predikat|noder?|cardinality)\b/i);
        expect(value).toMatch(/[.]$/);
      }
    }
  });
});

test('every kdm term that shapes use is defined in the ontology, or is one the program uses', () => {
  const defined = new Set([
    ...readdirSync(ONTOLOGY)
      .filter((name) => name.endsWith('.ttl'))
      .flatMap((file) => read(ONTOLOGY, file).map(({ subject }) => subject.value)),
    // test/rdf compares these with the ontology.
    ...Object.keys(kdm).map((name) => kdm.$.base + name),
  ]);
  const used = files
    .flatMap((file) => read(SHAPES, file))
    .flatMap(({ predicate, object }) => [predicate.value, object.value])
    .filter((value) => value.startsWith(kdm.$.base));
  expect([...new Set(used)].filter((term) => !defined.has(term))).toEqual([]);
});

test('every profile names files that exist, and every shape file belongs to a profile', () => {
  const profiles = [...readProfiles(SHAPES).values()];
  expect(profiles.map(({ id }) => id).sort()).toEqual([
    'art30',
    'coverage',
    'dcat-ap-3',
    'dcat-ap-no-2-fdk',
    'dcat-ap-no-3',
    'dcat-ap-no-3-feed',
    'dga',
    'ggm-rules',
    'hvd',
    'kdm-assembled',
    'kdm-request',
    'kdm-risk',
    'kdm-source',
    'public-view',
  ]);
  expect([...new Set(profiles.flatMap((profile) => profile.files))].sort()).toEqual(files.sort());
  for (const file of profiles.flatMap(({ beside }) => beside))
    expect(() => read(ONTOLOGY, file)).not.toThrow();
});
