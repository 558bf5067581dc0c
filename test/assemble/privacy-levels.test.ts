/** How sensitive a dataset and a processing are all in all: unknown is never zero (model.md 4.5, 4.11 I2 and I3). */
import { expect, test } from 'vitest';
import { privacyLevels } from '../../src/assemble/inference/privacy-levels.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { facts, found } from '../support/inference.js';
import { turtle } from '../support/turtle.js';

const PREFIXES = `
@prefix pd: <https://w3id.org/dpv/pd#> .
@prefix pv: <https://w3id.org/datavev/kode/personvern/> .
`;
const reference = new GraphIndex(
  turtle(`${PREFIXES}
    pd:Name a dpv:PersonalData . pd:Health a dpv:PersonalData , dpv:SpecialCategoryPersonalData .
    pd:Financial a dpv:PersonalData . pd:Criminal a dpv:PersonalData .`),
);
/** The level of `:d`, or of what is asked for: `0` to `3`, or `none`. */
function levelOf(graph: string, subject = ':d'): string {
  const [level] = ['0', '1', '2', '3'].filter((one) =>
    found(privacyLevels, PREFIXES + graph, { reference }).includes(
      facts(`${PREFIXES} ${subject} kdm:effectivePrivacyLevel pv:${one} .`)[0]!,
    ),
  );
  return level ?? 'none';
}
const D = ':d a dcat:Dataset';
const element = (name: string, more: string): string =>
  `:d kdm:hasDataElement :${name} . :${name} a kdm:DataElement ${more} .`;

test.each([
  ['its own level, when that is all there is', `${D} ; kdm:privacyLevel pv:0 .`, '0'],
  [
    'the highest of its own and its elements’',
    `${D} ; kdm:privacyLevel pv:0 . ${element('e', '; kdm:privacyLevel pv:2')}`,
    '2',
  ],
  [
    'the highest of its elements, when it states none itself',
    `${D} . ${element('e', '; kdm:privacyLevel pv:0')} ${element('f', '; kdm:privacyLevel pv:1')}`,
    '1',
  ],
  ['no level when nothing is stated', `${D} .`, 'none'],
  ['no level when two are stated', `${D} ; kdm:privacyLevel pv:0 , pv:1 .`, 'none'],
  ['no level when the stated one is no code', `${D} ; kdm:privacyLevel pv:7 .`, 'none'],
  ['no level when the stated one is text', `${D} ; kdm:privacyLevel "0" .`, 'none'],
  [
    'no level when an element has none',
    `${D} ; kdm:privacyLevel pv:2 . ${element('e', '')}`,
    'none',
  ],
  [
    'no level when an element has two',
    `${D} ; kdm:privacyLevel pv:2 . ${element('e', '; kdm:privacyLevel pv:0 , pv:1')}`,
    'none',
  ],
  [
    'the highest there is, although an element has none',
    `${D} ; kdm:privacyLevel pv:3 . ${element('e', '')}`,
    '3',
  ],
  [
    'the confirmed default of an element’s attribute',
    `${D} . ${element('e', '; kdm:instanceOfAttribute :a')} :a kdm:defaultPrivacyLevel pv:2 .`,
    '2',
  ],
  [
    'the element’s own level before that default',
    `${D} . ${element('e', '; kdm:instanceOfAttribute :a ; kdm:privacyLevel pv:1')} :a kdm:defaultPrivacyLevel pv:2 .`,
    '1',
  ],
  [
    'no level when the element is of two attributes',
    `${D} . ${element('e', '; kdm:instanceOfAttribute :a , :b')} :a kdm:defaultPrivacyLevel pv:2 .`,
    'none',
  ],
  ['never a suggested level', `${D} ; kdm:suggestedPrivacyLevel pv:0 .`, 'none'],
])('I2 a dataset has %s', (_, graph, level) => {
  expect(levelOf(graph)).toBe(level);
});

const FROM = ':d prov:wasDerivedFrom :kilde . :kilde a dcat:Dataset ; kdm:privacyLevel pv:2';
test.each([
  ['the level of what it is made from', `${D} ; kdm:privacyLevel pv:0 . ${FROM} .`, '2'],
  [
    'its own level after an anonymising step',
    `${D} ; kdm:privacyLevel pv:0 ; kdm:anonymisedBy :b . ${FROM} .`,
    '0',
  ],
  [
    'no level when what it is made from has none',
    `${D} ; kdm:privacyLevel pv:0 ; prov:wasDerivedFrom :kilde . :kilde a dcat:Dataset .`,
    'none',
  ],
  [
    'the level from further back',
    `${D} ; kdm:privacyLevel pv:0 . ${FROM} ; prov:wasDerivedFrom :foer . :foer a dcat:Dataset ; kdm:privacyLevel pv:3 .`,
    '3',
  ],
  [
    'its own level when the origin is none of ours',
    `${D} ; kdm:privacyLevel pv:0 ; prov:wasDerivedFrom <https://andre.example/d> .`,
    '0',
  ],
  [
    'a level when the chain bites its tail',
    `${D} ; kdm:privacyLevel pv:1 . ${FROM} ; prov:wasDerivedFrom :d .`,
    '2',
  ],
])('4.5 a dataset made from another has %s', (_, graph, level) => {
  expect(levelOf(graph)).toBe(level);
});

const P = ':p a dpv:Process';
test.each([
  ['the level of its category', `${P} ; dpv:hasPersonalData pd:Name .`, '1'],
  ['level 3 for a category of article 9', `${P} ; dpv:hasPersonalData pd:Health .`, '3'],
  [
    'level 2 for criminal offences and money',
    `${P} ; dpv:hasPersonalData pd:Criminal , pd:Financial .`,
    '2',
  ],
  [
    'the level of the category above its own',
    `${P} ; dpv:hasPersonalData :fnr . :fnr a dpv:PersonalData ; skos:broader pd:Health .`,
    '3',
  ],
  [
    'the level of its dataset',
    `${P} ; kdm:processesDataset :d . ${D} ; kdm:privacyLevel pv:2 .`,
    '2',
  ],
  [
    'the highest of dataset and category',
    `${P} ; kdm:processesDataset :d ; dpv:hasPersonalData pd:Name . ${D} ; kdm:privacyLevel pv:2 .`,
    '2',
  ],
  [
    'no level when a dataset has none',
    `${P} ; kdm:processesDataset :d ; dpv:hasPersonalData pd:Name . ${D} .`,
    'none',
  ],
  [
    'level 3, although a dataset has none',
    `${P} ; kdm:processesDataset :d ; dpv:hasPersonalData pd:Health . ${D} .`,
    '3',
  ],
  ['no level when a category is unknown', `${P} ; dpv:hasPersonalData pd:Name , :ukjent .`, 'none'],
  ['no level when it names neither', `${P} .`, 'none'],
])('I3 a processing has %s', (_, graph, level) => {
  expect(levelOf(graph, ':p')).toBe(level);
});
