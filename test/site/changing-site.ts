/** A site that has published four times: something new, something altered, a shared name altered, something withdrawn. */
import { instant } from '../../src/model/instant.js';
import { CATALOGUE, BASE } from './fixture.ttl.js';
import { publishZone, startSite, type TestSite } from './site-server.js';

const PREFIXES = CATALOGUE.slice(0, CATALOGUE.indexOf('\n\n'));

export const DESCRIPTION =
  'Elver og bekker i kommunen, med navn, lengde og vannføring. Målt hver måned ved faste punkter, og kontrollert av fagfolk før de legges ut.';

const first = `${PREFIXES}
<${BASE}id/virksomhet/3> a org:FormalOrganization , foaf:Agent ; foaf:name "Elveetaten"@nb ; dct:identifier "310000006" .
<${BASE}id/datasett/elver> a dcat:Dataset ; dct:title "Elver"@nb , "Rivers"@en ; dct:description "${DESCRIPTION}"@nb ;
  dct:publisher <${BASE}id/virksomhet/3> ; dcat:theme eu:data-theme\\/ENVI ; dcat:keyword "elv"@nb , "vann"@nb ;
  dct:accrualPeriodicity eu:frequency\\/ANNUAL ; dct:temporal <${BASE}id/periode/e> ; dct:modified "2026-11-01"^^xsd:date ;
  dct:accessRights eu:access-right\\/PUBLIC ; dcat:distribution <${BASE}id/distribusjon/elver-csv> .
<${BASE}id/periode/e> a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date ; dcat:endDate "2025-12-31"^^xsd:date .
<${BASE}id/distribusjon/elver-csv> a dcat:Distribution ; dct:title "Elver som CSV"@nb ; dcat:byteSize "12000"^^xsd:nonNegativeInteger ;
  dct:format eu:file-type\\/CSV ; dct:license eu:licence\\/CC_BY_4_0 ; dcat:accessURL <https://prove.example/elver> .
<${BASE}id/datasett/flom> a dcat:Dataset ; dct:title "Flomsoner"@nb ; dct:publisher <${BASE}id/virksomhet/3> ; dcat:theme eu:data-theme\\/ENVI .
<${BASE}id/datasett/bekker> a dcat:Dataset ; dct:title "Bekker"@nb ; dct:publisher <${BASE}id/virksomhet/3> .
`;

/** Each text as often as it stands there. */
function altered(text: string, changes: Readonly<Record<string, string>>): string {
  let result = text;
  for (const [from, to] of Object.entries(changes)) {
    if (!result.includes(from)) throw new RangeError(`not in the fixture: ${from}`);
    result = result.replaceAll(from, to);
  }
  return result;
}

const second = altered(first, {
  '"Elver"@nb': '"Elver og vann"@nb',
  'lengde og vannføring': 'lengde, bredde og vannføring',
  '"elv"@nb , "vann"@nb': '"bekk"@nb , "innsjø"@nb , "vann"@nb , "water"@en',
  'frequency\\/ANNUAL': 'frequency\\/MONTHLY',
  '2025-12-31': '2026-06-30',
  '"12000"': '"14000"',
  'licence\\/CC_BY_4_0': 'licence\\/CC0',
  '2026-11-01': '2026-11-21',
  'id/distribusjon/elver-csv> .\n': `id/distribusjon/elver-csv> , <${BASE}id/distribusjon/elver-json> .
<${BASE}id/distribusjon/elver-json> a dcat:Distribution ; dct:format eu:file-type\\/JSON ; dcat:accessURL <https://prove.example/elver.json> .
`,
});
const third = altered(second, { '"Elveetaten"': '"Vassdragsetaten"' });
const fourth = third.replace(/<[^>]*id\/datasett\/bekker> a .*\n/, '');

/** The fixture itself is of the day before. */
export const MOMENTS = [
  '2026-11-23T08:00:00.000Z',
  '2026-11-24T09:30:00.000Z',
  // Past midnight in Norway, not in UTC.
  '2026-11-24T23:15:00.000Z',
  '2026-11-26T12:00:00.000Z',
] as const;

export async function startChangingSite(): Promise<TestSite> {
  const site = await startSite();
  for (const [at, more] of [first, second, third, fourth].entries())
    await publishZone(site.folder, more, undefined, instant(MOMENTS[at] ?? ''));
  await site.zones.refresh();
  return site;
}
