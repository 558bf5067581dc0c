/** The findings as a SHACL report: what the standard asks for, the record each comes from, and the same bytes every time. */
import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { iri } from '../../src/model/iri.js';
import { reportGraph, reportTurtle } from '../../src/publish/report-graph.js';
import { sourceRecordIri } from '../../src/assemble/provenance.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { prov, sh } from '../../src/rdf/vocabularies.js';

const BASE = iri('https://data.eksempel.example/');
const message = { nb: 'Tittel mangler.', nn: 'Tittel manglar.', en: 'No title.' };
const FOUND: Finding = {
  rule: 'D-01-title',
  shape: 'https://w3id.org/datavev/shapes#D-01-title',
  component: 'Pattern',
  severity: 'warning',
  message,
  focus: `${BASE}id/datasett/a`,
  label: 'A',
  path: 'http://purl.org/dc/terms/title',
  value: 'x',
  valueTerm: '"x"@nb',
  source: 'liste',
  record: 'datasett a',
  origin: 'liste.csv#L4',
};
const term = (name: string) => sh.$.term(name);

function graphOf(all: readonly Finding[]): GraphIndex {
  return new GraphIndex(reportGraph(BASE, all));
}

test('a result says what SHACL 3.6 asks for, and which record it comes from', () => {
  const graph = graphOf([FOUND]);
  const report = `${BASE}id/kontrollrapport/gjeldende`;
  expect(graph.text(report, term('conforms'))).toBe('false');
  const [result] = graph.nodes(report, term('result'));
  const values = (name: string): string[] =>
    graph.objects(result!, term(name)).map(({ value }) => value);
  expect({
    focusNode: values('focusNode'),
    resultPath: values('resultPath'),
    value: values('value'),
    resultSeverity: values('resultSeverity'),
    sourceShape: values('sourceShape'),
    sourceConstraintComponent: values('sourceConstraintComponent'),
  }).toEqual({
    focusNode: [FOUND.focus],
    resultPath: [FOUND.path],
    value: ['x'],
    resultSeverity: [sh.Warning.value],
    sourceShape: [FOUND.shape],
    sourceConstraintComponent: [term('PatternConstraintComponent').value],
  });
  expect(values('resultMessage').sort()).toEqual(Object.values(message).sort());
  expect(graph.node(result!, prov.hadPrimarySource)?.value).toBe(
    sourceRecordIri(BASE, 'liste', 'datasett a'),
  );
  expect(graph.text(result!, prov.atLocation)).toBe('liste.csv#L4');
});

test('an inverse path is a node of its own, a longer one is left to the shape', () => {
  const inverse = graphOf([{ ...FOUND, path: '^<http://purl.org/dc/terms/title>' }]);
  const [path] = inverse.withPredicate(term('inversePath'));
  expect(path?.object.value).toBe('http://purl.org/dc/terms/title');
  expect(inverse.withPredicate(term('resultPath'))[0]?.object.equals(path!.subject)).toBe(true);
  expect(
    graphOf([{ ...FOUND, path: '<urn:a>/<urn:b>' }]).withPredicate(term('resultPath')),
  ).toEqual([]);
});

test('what the program found itself has its code where a shape has a constraint', () => {
  const graph = graphOf([
    { rule: 'FIELD_MISSING', severity: 'info', message, label: 'rad 9', source: 'liste' },
  ]);
  expect(graph.withPredicate(term('sourceConstraintComponent'))[0]?.object.value).toBe(
    'https://w3id.org/datavev/shapes#FIELD_MISSING',
  );
  expect(graph.withPredicate(term('focusNode'))).toEqual([]);
});

test('nothing found is a report that conforms', () => {
  const graph = graphOf([]);
  expect(graph.text(`${BASE}id/kontrollrapport/gjeldende`, term('conforms'))).toBe('true');
});

test('every finding is a result of its own, though two look alike, in any order', () => {
  const all = [FOUND, FOUND, { ...FOUND, valueTerm: '"y"@nb' }];
  expect(graphOf(all).withPredicate(term('result'))).toHaveLength(3);
  expect(canonicalNQuads(reportGraph(BASE, [...all].reverse()))).toBe(
    canonicalNQuads(reportGraph(BASE, all)),
  );
});

test('as Turtle it says the same', () => {
  const read = parseTurtle(reportTurtle(BASE, [FOUND])).quads;
  expect(canonicalNQuads(read)).toBe(canonicalNQuads(reportGraph(BASE, [FOUND])));
});
