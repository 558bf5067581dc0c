import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { generateCatalogue } from '../../../bench/data/catalogue.js';
import { execute, prepare } from '../../../src/query/evaluate/evaluate.js';
import { PREFIXES } from '../../../src/rdf/vocabularies.js';
import { parseNQuads } from '../../../src/rdf/parse.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import { answerOfComunica } from './comunica.js';
import { textsOf } from './support.js';

const QUADS = parseNQuads(`${generateCatalogue(4_000).lines.join('\n')}\n`);
const SNAPSHOT = snapshotOf(QUADS);

function queriesIn(folder: string): (readonly [name: string, text: string])[] {
  const path = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.rq'))
    .map((name) => [name, readFileSync(`${path}/${name}`, 'utf8')] as const);
}

const DECLARATIONS = Object.entries(PREFIXES)
  .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
  .join('');

/** DESCRIBE is each engine's own (SPARQL 1.1 16.4). */
const isComparable = ([, text]: readonly [string, string]): boolean => !/^\s*DESCRIBE/im.test(text);

describe.each(['bench/queries', 'site/queries'])('the queries of %s', (folder) => {
  test.each(queriesIn(folder).filter(isComparable))(
    '%s gives what Comunica gives (PF2.5)',
    async (_, text) => {
      const theirs = await answerOfComunica(DECLARATIONS + text, QUADS);
      const ours = textsOf(execute(prepare(text, { prefixes: PREFIXES }), SNAPSHOT));
      expect(ours.sort()).toEqual(theirs?.sort());
    },
  );
});
