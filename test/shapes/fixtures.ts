/** The fixtures of the shapes: `{profile}/valid/*.ttl` give no result, `{profile}/invalid/*.ttl` say in their header what they give. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import type { ValidationResult } from '../../src/validate/validator.js';

export const BASE = 'https://data.kommunen.example/';
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SHAPES = join(ROOT, 'shapes');
export const ONTOLOGY = join(ROOT, 'ontology');
const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface Fixture {
  readonly name: string;
  readonly profile: string;
  /** `shape severity path focus`, sorted; empty for a valid fixture. */
  readonly expected: readonly string[];
  readonly quads: readonly Quad[];
}

export function fixtures(kind: 'valid' | 'invalid'): readonly Fixture[] {
  return profileFolders().flatMap((profile) =>
    readdirSync(join(HERE, profile, kind))
      .sort()
      .map((file) => readFixture(profile, kind, file)),
  );
}

function profileFolders(): readonly string[] {
  return readdirSync(HERE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readFixture(profile: string, kind: string, file: string): Fixture {
  const text = readFileSync(join(HERE, profile, kind, file), 'utf8');
  // Codes stand beside the records, as they do when everything is put together; the projection has none of them.
  const codes = profile === 'public-view' ? '' : readFileSync(join(HERE, 'codes.ttl'), 'utf8');
  return {
    name: `${profile}/${kind}/${file}`,
    profile,
    expected: [...text.matchAll(/^# expect: (.+)$/gm)].map(([, line]) => line ?? '').sort(),
    quads: [...parseTurtle(text, { file }).quads, ...parseTurtle(codes).quads],
  };
}

/** A result in the words of a fixture's header. */
export function asExpectation({ shape, severity, path, focus }: ValidationResult): string {
  const name = shape.slice(shape.indexOf('#') + 1);
  return `${name} ${severity} ${shortPath(path)} ${focus.replace(`${BASE}id/`, '')}`;
}

function shortPath(path: string | undefined): string {
  if (path === undefined) return '-';
  return path
    .replace(/<([^>]*)>/g, '$1')
    .replace(/https?:[^|)]+/g, (iri) => {
      const found = Object.entries(PREFIXES).find(
        ([, base]) => iri.startsWith(base) && !/[/#]/.test(iri.slice(base.length)),
      );
      return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
    });
}
