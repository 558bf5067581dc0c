/** Which words are files: paths that are there, and patterns; everything else is a word. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitWords } from '../../src/cli/shacl-files.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';

function split(...words: string[]): {
  files: string[];
  unmatched: readonly string[];
  words: readonly string[];
} {
  const folder = tempFolder();
  writeFiles(folder, {
    'a.ttl': '',
    'b.jsonld': '',
    'c.txt': '',
    'under/d.ttl': '',
    'under/mer/e.rdf': '',
  });
  const found = splitWords(
    words.map((word) => word.replace('HER', folder)),
    folder,
  );
  return { ...found, files: found.files.map((path) => path.slice(folder.length + 1)) };
}

test.each([
  ['a path', ['a.ttl'], ['a.ttl']],
  ['a path in a folder', ['under/d.ttl'], ['under/d.ttl']],
  ['an absolute path', [join('HER', 'a.ttl')], ['a.ttl']],
  ['a name with a star', ['*.ttl'], ['a.ttl']],
  ['a star for any ending: RDF alone', ['*'], ['a.ttl', 'b.jsonld']],
  ['stars across folders', ['**/*.{ttl,rdf}'], ['a.ttl', 'under/d.ttl', 'under/mer/e.rdf']],
  ['a sign that may be any', ['?.jsonld'], ['b.jsonld']],
  ['an absolute pattern', [join('HER', 'under', '*.ttl')], ['under/d.ttl']],
  ['the same file twice: once', ['a.ttl', '*.ttl'], ['a.ttl']],
])('%s', (_, words, files) => {
  expect(split(...words)).toEqual({ files, unmatched: [], words: [] });
});

test('a pattern that fits nothing is told', () => {
  expect(split('*.xyz', 'borte/*.ttl').unmatched).toEqual(['*.xyz', 'borte/*.ttl']);
});

test.each(['kartoteket', 'borte.ttl', 'c.txt', 'https://data.example/id/x?y=*', 'Ord i tittel'])(
  '%s is a word',
  (word) => {
    expect(split(word)).toEqual({ files: [], unmatched: [], words: [word] });
  },
);
