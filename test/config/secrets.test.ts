/** `env:` and `file:` in configuration: named when missing, shown never (safety W5). */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadCatalogue } from '../../src/config/load-catalogue.js';
import { resolveSecrets, type Environment } from '../../src/config/secrets.js';
import { registerKeys } from '../../src/config/yaml-file.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { tinyCatalogue } from '../support/tiny-catalogue.js';

test('W5 values are filled in at any depth, and nothing else is touched', () => {
  const folder = tempFolder();
  writeFiles(folder, { 'hemmelig/nokkel': ' abc \n' });
  const value = {
    key: 'env:KEY',
    file: 'file:hemmelig/nokkel',
    list: ['env:KEY', 1, null, true],
    deep: { url: 'https://ex.example/env:KEY' },
  };
  expect(resolveSecrets(value, { KEY: 'k' }, folder)).toEqual({
    key: 'k',
    file: 'abc',
    list: ['k', 1, null, true],
    deep: { url: 'https://ex.example/env:KEY' },
  });
});

test.each([
  ['not set', {}],
  ['empty', { KEY: '' }],
])('W5 a variable that is %s is named', (_, environment) => {
  expect(() => resolveSecrets(['env:KEY'], environment, '/')).toThrow(
    'The configuration is wrong. KEY: miljøvariabelen KEY er ikke satt',
  );
});

test('W5 a file that is not there is named', () => {
  const folder = tempFolder();
  expect(() => resolveSecrets('file:borte', {}, folder)).toThrow(
    `The configuration is wrong. ${join(folder, 'borte')}: filen kan ikke leses`,
  );
});

function parse(options: string, environment: Environment): unknown {
  const { dataFolder } = tinyCatalogue({
    'sources/kilde.yaml': `kind: prove
title: { nb: Prøve, nn: Prøve, en: Trial }
options: ${options}
recordClass: { default: intern }
`,
  });
  const source = loadCatalogue(dataFolder, 'eksempel').sources.find(({ id }) => id === 'kilde')!;
  const schema = z.strictObject({ key: z.string().min(5), folder: z.string().optional() });
  registerKeys(schema);
  return source.parseOptions((input) => schema.parse(input), environment);
}

test('options reach the harvester with their secrets filled in', () => {
  expect(parse('{ key: "env:KEY" }', { KEY: 'hemmelig' })).toEqual({ key: 'hemmelig' });
});

test('W5 options that are wrong are refused with file, line and column, and without the secret', () => {
  expect(() => parse('{ key: "env:KEY" }', { KEY: 'abcd' })).toThrow(
    /kilde\.yaml:3:12 \(key\): Too small: expected string to have >=5 characters$/,
  );
  expect(() => parse('{ key: "env:KEY" }', { KEY: 'abcd' })).not.toThrow(/abcd/);
  expect(() => parse('{ key: abcde, foldr: x }', {})).toThrow(
    /kilde\.yaml:3:24 \(foldr\): ukjent nøkkel «foldr» i sources\/kilde\.yaml; mente du «folder»\?$/,
  );
});
