/** Turtle of as many small datasets as a test needs, beside those of the fixture. */
import { BASE } from './fixture.ttl.js';

/** `d001`, `d002`, … Some may have another title, and some be left out. */
export function manyDatasets(
  count: number,
  titles: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): string {
  const prefixes = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
`;
  const keys = Array.from({ length: count }, (_, at) => `d${String(at + 1).padStart(3, '0')}`);
  const datasets = keys
    .filter((key) => !without.includes(key))
    .map(
      (key) => `<${BASE}id/datasett/${key}> a dcat:Dataset ; dct:identifier "${key}" ;
  dct:title "${titles[key] ?? `Datasett ${key}`}"@nb ; dct:publisher <${BASE}id/virksomhet/1> .
`,
    );
  return prefixes + datasets.join('');
}
