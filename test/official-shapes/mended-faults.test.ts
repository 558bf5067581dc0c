/** The faults of the official files (specs.md 2.2): what they let through and we find, what they refuse and we accept. */
import { describe, expect, test } from 'vitest';
import type { Quad } from '../../src/rdf/terms.js';
import { BASE } from '../shapes/fixtures.js';
import { hasSpec, ourRun, unmendedRun, type Run } from './official-shapes.js';
import { described, world } from './world.js';

const V3 = ['core', 'range', 'vocabulary'].map((part) => `dcat-ap-no/dcatapno3-${part}-shapes.ttl`);
const MDR = 'dcat-ap-3.0.1/mdr-vocabularies.shape.ttl';
const HVD = 'dcat-ap-hvd-3.0.0/hvd-SHACL-';

interface LetThrough {
  readonly fault: string;
  readonly turtle: string;
  readonly file: string;
  readonly focus: string;
  readonly ours: string;
}

const LET_THROUGH: readonly LetThrough[] = [
  {
    fault: 'the prefix of DCAT-AP lacks its last slash: two values of availability',
    turtle: `<distribusjon/d> a dcat:Distribution ; dcat:accessURL <https://kommunen.example/d> ;
      dcatap:availability eu:planned-availability\\/STABLE , eu:planned-availability\\/TEMPORARY .`,
    file: V3[0] ?? '',
    focus: 'distribusjon/d',
    ours: 'DCAT-availability',
  },
  {
    fault: 'the same: a law written as text',
    turtle: '<datasett/d> a dcat:Dataset ; dcatap:applicableLegislation "opplæringslova" .',
    file: V3[0] ?? '',
    focus: 'datasett/d',
    ours: 'DCAT-legislation',
  },
  {
    fault: 'the rule for the currency of a cost looks at catalogues',
    turtle:
      '<gebyr/g> a cv:Cost ; cv:hasValue "1"^^xsd:double ; cv:currency <https://kommunen.example/kroner> .',
    file: V3[1] ?? '',
    focus: 'gebyr/g',
    ours: 'DCAT-cost-currency',
  },
];

describe('what the official files let through', () => {
  test.each(LET_THROUGH)('$fault', async ({ turtle, focus, ours }) => {
    expect(await shapesAt(ourRun('dcat-ap-no-3-feed'), described(turtle), focus)).toContain(ours);
  });
  test.skipIf(!hasSpec).each(LET_THROUGH)(
    '$fault (still so)',
    async ({ turtle, file, focus, ours }) => {
      const found = await shapesAt(unmendedRun(file), described(turtle), focus);
      const about = ours.replace(/^DCAT-(cost-)?/, '');
      expect(found.filter((shape) => shape.toLowerCase().includes(about))).toEqual([]);
    },
  );
});

interface Refused {
  readonly fault: string;
  readonly turtle: string;
  readonly file: string;
  readonly focus: string;
  readonly profile: string;
}

const REFUSED: readonly Refused[] = [
  {
    fault: 'only application media types pass the pattern',
    turtle: '',
    file: V3[1] ?? '',
    focus: 'distribusjon/csv',
    profile: 'dcat-ap-no-3-feed',
  },
  {
    fault: 'the scheme of legal resource types has a stray #',
    turtle: `<lov/l> a eli:LegalResource ; dct:title "Opplæringslova"@nb ; dct:description "Om skoler."@nb ;
      dct:type <https://data.norge.no/vocabulary/legal-resource-type#act> .`,
    file: V3[2] ?? '',
    focus: 'lov/l',
    profile: 'dcat-ap-no-3-feed',
  },
  {
    fault: 'a series may not lie in a Norwegian municipality',
    turtle: `<serie/s> a dcat:DatasetSeries ; dct:title "Skoler"@nb ; dct:description "Alle."@nb ; dct:identifier "s" ;
      dct:publisher <virksomhet/v> ; dcat:contactPoint <kontakt/k> ; dcat:theme eu:data-theme\\/EDUC ;
      dct:spatial <https://data.geonorge.no/administrativeEnheter/kommune/id/173018> .`,
    file: V3[2] ?? '',
    focus: 'serie/s',
    profile: 'dcat-ap-no-3-feed',
  },
  {
    fault: 'E1: media types of W3C',
    turtle: '',
    file: MDR,
    focus: 'distribusjon/csv',
    profile: 'dcat-ap-3',
  },
  {
    fault: 'E2: SPDX algorithms by http',
    turtle: `<sjekksum/s> a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ;
      spdx:checksumValue "9f86d081"^^xsd:hexBinary .`,
    file: MDR,
    focus: 'sjekksum/s',
    profile: 'dcat-ap-3',
  },
  {
    fault: 'the new status of the EU counts as deprecated',
    turtle: '<distribusjon/csv> adms:status eu:distribution-status\\/COMPLETED .',
    file: 'dcat-ap-3.0.1/deprecateduris.ttl',
    focus: 'distribusjon/csv',
    profile: 'dcat-ap-3',
  },
  {
    fault: 'every dataset is taken for a high-value one',
    turtle: '',
    file: `${HVD}usagenotes.ttl`,
    focus: 'datasett/skoler',
    profile: 'hvd',
  },
  {
    fault: 'no address is an rdfs:Resource unless somebody says so',
    turtle: '',
    file: `${HVD}ranges.ttl`,
    focus: 'distribusjon/csv',
    profile: 'hvd',
  },
];

describe('what the official files refuse', () => {
  test.each(REFUSED)('$fault', async ({ turtle, focus, profile }) => {
    const found = await shapesAt(ourRun(profile), world(turtle), focus);
    expect(found.filter((shape) => !shape.endsWith('-missing'))).toEqual([]);
  });
  test.skipIf(!hasSpec).each(REFUSED)('$fault (still so)', async ({ turtle, file, focus }) => {
    expect(await shapesAt(unmendedRun(file), world(turtle), focus)).not.toEqual([]);
  });
});

async function shapesAt(run: Run, data: readonly Quad[], focus: string): Promise<string[]> {
  const results = (await run(data)).filter((one) => one.focus === `${BASE}id/${focus}`);
  return [...new Set(results.map(({ shape }) => shape.replace(/^.*#/, '')))].sort();
}
