/** The JSON-LD context: written from the ontology, whole, and it means what the ontology says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonLdContext } from '../../src/publish/json-ld-context.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { parseJsonLd } from '../../src/rdf/parse-jsonld.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { kdmTerms, ONTOLOGY, readGraph, turtleFiles } from './support.js';

const graph = readGraph(...turtleFiles(ONTOLOGY));
const COMMITTED = join(ONTOLOGY, 'context.jsonld');
const context = (JSON.parse(readFileSync(COMMITTED, 'utf8')) as { '@context': Record<string, unknown> })[
  '@context'
];

test('the committed context is the one the ontology gives (vitest -u writes it anew)', async () => {
  await expect(jsonLdContext(graph)).toMatchFileSnapshot(COMMITTED);
});

test('it holds every term, names no other context, and no term hides a prefix', () => {
  const terms = kdmTerms(graph).map((one) => one.replace(/^.*#/, ''));
  expect(terms.filter((one) => !Object.hasOwn(context, one))).toEqual([]);
  const prefixes = Object.values(context).filter((one) => typeof one === 'string' && /[#/]$/.test(one));
  expect(Object.keys(context)).toHaveLength(3 + prefixes.length + terms.length);
  expect(JSON.stringify(context)).not.toContain('@import');
});

test('a document written with it expands to the statements it means', async () => {
  const document = {
    '@context': context,
    id: 'https://data.prove.example/id/system/fag',
    type: 'System',
    systemOwner: 'https://data.prove.example/id/virksomhet/1',
    inHouse: true,
    userCount: 25,
    lastRiskAssessment: '2026-03-01',
    searchedOnAccessRequest: 'innbygger',
    justification: { nb: 'Ingen personopplysninger.', nn: 'Ingen personopplysningar.' },
    'dct:title': { '@value': 'Fagsystemet', '@language': 'nb' },
  };
  const expected = `
@prefix kdm: <https://w3id.org/datavev/def/kdm#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://data.prove.example/id/system/fag> a kdm:System ; kdm:systemOwner <https://data.prove.example/id/virksomhet/1> ;
  kdm:inHouse true ; kdm:userCount "25"^^xsd:nonNegativeInteger ; kdm:lastRiskAssessment "2026-03-01"^^xsd:date ;
  kdm:searchedOnAccessRequest "innbygger" ; kdm:justification "Ingen personopplysninger."@nb , "Ingen personopplysningar."@nn ;
  dct:title "Fagsystemet"@nb .`;
  const quads = await parseJsonLd(JSON.stringify(document));
  expect(canonicalNQuads(quads)).toBe(canonicalNQuads(parseTurtle(expected).quads));
});
