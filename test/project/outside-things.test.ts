/** What portals ask of things that others describe (specs.md 2.4). */
import { expect, test } from 'vitest';
import { outsideThings } from '../../src/project/outside-things.js';
import { lines, turtle } from '../support/turtle.js';

const made = (graph: string): string[] => lines(outsideThings(turtle(graph)));

test('pages that are pointed to are documents, each once', () => {
  expect(
    made(`:a dcat:landingPage <https://p.example/a> ; foaf:page <https://p.example/a> , <https://p.example/b> .
      :k foaf:homepage <https://p.example/k> .`),
  ).toEqual(
    lines(
      turtle(`<https://p.example/a> a foaf:Document . <https://p.example/b> a foaf:Document .
        <https://p.example/k> a foaf:Document .`),
    ),
  );
});

test('a standard that nobody describes has its address for a title', () => {
  expect(made(':a dct:conformsTo <https://s.example/1> .')).toEqual(
    lines(turtle('<https://s.example/1> a dct:Standard ; dct:title "https://s.example/1" .')),
  );
});

test('what is described already is left alone, and text is no page', () => {
  const graph = `:a dct:conformsTo :s ; foaf:page "https://p.example/a" . :s a dct:Standard ; dct:title "Profil"@nb .`;
  expect(made(graph)).toEqual([]);
});
