/** The line of a property: exact, whatever the file looks like, and none where the file does not say. */
import { expect, test } from 'vitest';
import { turtleLines } from '../../src/publish/turtle-lines.js';

const DCT = 'http://purl.org/dc/terms/';
const A = 'https://data.eksempel.example/id/datasett/a';
const B = 'https://data.eksempel.example/id/datasett/b';
const FILE = `@prefix dct: <${DCT}> .
# En kommentar med «;» og "hermetegn"
<${A}> a <urn:Dataset> ;
  dct:title "A"@nb ;
  dct:description """Flere
linjer, med <urn:x> ; og .
"""@nb ;
  dct:publisher [ dct:title "Navnløs" ] ,
    <urn:p> .

<${B}> dct:title
    "B"@nb .
`;

function lineOf(text: string, subject: string, path?: string, origin = 'curated/a.ttl#L1') {
  return turtleLines((file) => (file === 'curated/a.ttl' ? text : undefined))(
    origin,
    subject,
    path,
  );
}

test.each([
  ['as it is', FILE],
  ['with CRLF', FILE.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${FILE}`],
])('properties of several subjects, %s', (_, text) => {
  expect(
    [
      [A, `${DCT}title`],
      [A, `${DCT}description`],
      [A, `${DCT}publisher`],
      [B, `${DCT}title`],
    ].map(([subject, path]) => lineOf(text, subject!, path)),
  ).toEqual(['curated/a.ttl#L4', 'curated/a.ttl#L5', 'curated/a.ttl#L8', 'curated/a.ttl#L11']);
});

test.each([
  ['a property that is missing', `${DCT}issued`],
  ['an inverse path', `^<${DCT}title>`],
  ['no property', undefined],
])('%s stands where its subject begins', (_, path) => {
  expect(lineOf(FILE, A, path)).toBe('curated/a.ttl#L3');
});

test.each([
  ['a subject that is not in the file', FILE, 'urn:other', 'curated/a.ttl#L1'],
  ['a file that is gone', FILE, A, 'curated/b.ttl#L1'],
  ['a file that cannot be parsed any more', `${FILE} <`, A, 'curated/a.ttl#L1'],
  ['a file that is no Turtle', FILE, A, 'curated/a.csv#L1'],
])('%s adds nothing', (_, text, subject, origin) => {
  expect(lineOf(text, subject, `${DCT}title`, origin)).toBeUndefined();
});
