/** C6: what is not public is neither named nor counted in the coverage that everybody may see. */
import { expect, test } from 'vitest';
import { publicCoverage } from '../../src/publish/public-coverage.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { id, turtle } from '../support/turtle.js';

const PREFIX = '@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .\n';
const PUBLIC = turtle(`${PREFIX}
  <objekttype/sak> a m:ObjectType ; dct:title "Sak"@nb .
  <objekttype/ansatt> a m:ObjectType ; dct:title "Ansatt"@nb .
  <datasett/saker> a dcat:Dataset ; dct:title "Saker"@nb ; kdm:realises <objekttype/sak> .
`);
const OPEN = turtle(`
  <objekttype/sak> kdm:inCoverageScope true .
  <objekttype/ansatt> kdm:inCoverageScope true .
  <objekttype/skjult> kdm:inCoverageScope true .
  <datasett/skjult> kdm:realises <objekttype/ansatt> .
  <system/skjult> kdm:authoritativeFor <objekttype/sak> .
`);
const report = publicCoverage(PUBLIC, OPEN, new GraphIndex([]));

test('only public object types and datasets count', () => {
  expect(report.tallies).toEqual({
    objectTypes: { met: 1, total: 2 },
    linkedDatasets: { met: 1, total: 1 },
  });
});

test('a hidden dataset or system leaves no trace', () => {
  expect(report.areas).toEqual([
    {
      tallies: report.tallies,
      objectTypes: [
        {
          iri: id('objekttype/ansatt'),
          label: { nb: 'Ansatt' },
          isInScope: true,
          datasets: [],
          sources: [],
        },
        {
          iri: id('objekttype/sak'),
          label: { nb: 'Sak' },
          isInScope: true,
          datasets: [
            {
              iri: id('datasett/saker'),
              label: { nb: 'Saker' },
              systems: [],
              isAuthoritative: false,
            },
          ],
          sources: [],
        },
      ],
    },
  ]);
});
