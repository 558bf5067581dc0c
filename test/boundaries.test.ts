/** Done-when 7: the boundary rules are there and refuse what they should (architecture.md 5, style.md 2). */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/compose.js';

const RULES = [
  '@typescript-eslint/no-restricted-imports',
  'no-restricted-globals',
  'no-restricted-properties',
];

/** The boundary rules alone, as they hold for a path, over a text: no type information is needed. */
async function refused(path: string, text: string): Promise<string[]> {
  const config = (await new ESLint({ cwd: PROJECT_ROOT }).calculateConfigForFile(
    join(PROJECT_ROOT, path),
  )) as { rules: Linter.RulesRecord };
  const rules = Object.fromEntries(
    Object.entries(config.rules).filter(([name]) => RULES.includes(name)),
  );
  const messages = new Linter().verify(
    text,
    {
      files: ['**/*.ts'],
      plugins: { '@typescript-eslint': tseslint.plugin },
      languageOptions: { parser: tseslint.parser, globals: { fetch: false, process: false } },
      rules,
    },
    { filename: path },
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe('refuses', () => {
  test.each([
    ['src/model/x.ts', "import { quad } from '../rdf/terms.js';"],
    ['src/rdf/x.ts', "import { runHarvest } from '../harvest/run-harvest.js';"],
    ['src/harvest/x.ts', "import { Store } from 'n3';"],
    ['src/harvest/x.ts', "import { request } from 'node:https';"],
    ['src/harvest/x.ts', "import { publish } from '../publish/publish.js';"],
    ['src/project/x.ts', "import { z } from 'zod';"],
    ['src/publish/x.ts', "import { HARVESTERS } from '../../harvesters/registry.js';"],
    ['src/publish/x.ts', "import { openCatalogue } from '../compose.js';"],
    ['src/query/x.ts', "import { Validator } from 'shacl-engine';"],
    ['src/validate/x.ts', "import init from 'oxigraph';"],
    ['src/assemble/x.ts', 'export const now = Date.now();'],
    ['src/harvest/x.ts', 'export const key = process.env.KEY;'],
    ['src/harvest/x.ts', "export const answer = fetch('https://example.org/');"],
    ['src/project/x.ts', 'export const dice = Math.random();'],
    ['harvesters/turtle/x.ts', "import kartoteket from '../kartoteket/index.js';"],
    ['harvesters/turtle/x.ts', "import { Parser } from 'n3';"],
    ['harvesters/turtle/x.ts', "import { Revisions } from '../../src/store/revisions.js';"],
    ['harvesters/turtle/fetch.ts', "import { z } from 'zod';"],
    ['site/x.ts', "import { SourceStates } from '../src/harvest/source-state.js';"],
    ['site/x.ts', "import { openCatalogue } from '../src/compose.js';"],
    ['site/x.ts', "import { Store } from 'n3';"],
    ['src/cli/x.ts', "import express from 'express';"],
  ])('%s: %s', async (path, text) => {
    expect(await refused(path, text)).toHaveLength(1);
  });
});

describe('allows', () => {
  test.each([
    ['src/rdf/x.ts', "import { Store } from 'n3';"],
    ['src/validate/x.ts', "import { openSnapshot } from '../store/snapshot-open.js';"],
    ['harvesters/turtle/options.ts', "import { z } from 'zod';"],
    ['harvesters/turtle/x.ts', "import { quad } from '../../src/rdf/terms.js';"],
    [
      'src/compose-harvest.ts',
      "import { HARVESTERS } from '../harvesters/registry.js'; export const now = Date.now();",
    ],
    ['site/x.ts', "import express from 'express';"],
  ])('%s: %s', async (path, text) => {
    expect(await refused(path, text)).toEqual([]);
  });
});

const SOURCES = ['src', 'site', 'harvesters', 'bench', 'test', 'bin'];
async function sourceFiles(): Promise<string[]> {
  const lists = await Promise.all(
    SOURCES.map(async (folder) =>
      (await readdir(join(PROJECT_ROOT, folder), { recursive: true })).map((name) =>
        join(PROJECT_ROOT, folder, name),
      ),
    ),
  );
  return lists.flat().filter((path) => /\.(ts|mjs|js|hbs|css)$/.test(path));
}

test('no source file has more than 300 lines', async () => {
  const long: string[] = [];
  for (const path of await sourceFiles()) {
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n').length;
    if (lines > 300) long.push(`${relative(PROJECT_ROOT, path)} ${lines}`);
  }
  expect(long).toEqual([]);
});

test('nothing in the code is of one municipality, and there is one kdm namespace', async () => {
  const namespaces = new Set<string>();
  for (const path of await sourceFiles()) {
    const name = relative(PROJECT_ROOT, path);
    const text = await readFile(path, 'utf8');
    for (const [namespace] of text.matchAll(/https?:\/\/[^\s'"`<>]+\/def\/kdm#/g))
      namespaces.add(namespace);
    // The register Kartoteket is Oslo's, and tests and theme files may name their sample.
    if (/^(test|harvesters\/kartoteket|harvesters\/.*fixtures|site\/static\/theme)/.test(name))
      continue;
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      /oslo\.(kommune|example)|trondheim\.(kommune|example)|958935420|942110464/i.exec(code)?.[0],
      name,
    ).toBeUndefined();
  }
  expect([...namespaces].filter((one) => one !== 'https://w3id.org/datavev/def/kdm#')).toEqual([]);
});
