import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allowList } from '../../src/project/allow-list.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { dcat, dpv, kdm, rdf, sh, skos, vcard } from '../../src/rdf/vocabularies.js';
import { SHAPES } from './fixtures.js';

const { quads } = parseTurtle(readFileSync(join(SHAPES, 'public-view.ttl'), 'utf8'));
const index = new GraphIndex(quads);
const allowed = allowList(quads);

describe('classes', () => {
  test('never-public classes have no shape and are no public type', () => {
    const kdmBase = kdm.$.base;
    for (const name of [
      ...['SystemUse', 'Integration', 'ExternalSource', 'Platform', 'Software', 'Agreement'],
      ...['DataAsset', 'DataElement', 'DataRequest', 'RiskAssessment', 'RiskScenario', 'DpiaNeed'],
    ]) {
      expect(allowed.classes.has(kdmBase + name)).toBe(false);
      expect(allowed.types.has(kdmBase + name)).toBe(false);
    }
    expect(allowed.types.has(`${dpv.$.base}DPIA`)).toBe(false);
    expect(allowed.types.has(`${dpv.$.base}RiskAssessment`)).toBe(false);
  });

  test('every shape of a class is closed and lets only the type through besides its list', () => {
    for (const { subject } of index.withPredicate(sh.targetClass)) {
      expect(index.text(subject, sh.closed)).toBe('true');
      const ignored = index.list(index.objects(subject, sh.ignoredProperties)[0] ?? rdf.nil);
      expect(ignored.map(({ value }) => value)).toEqual([rdf.type.value]);
    }
  });

  test('the list of primary classes in PUB-01 and PUB-02 is the list of closed shapes', () => {
    const one = index
      .objects('https://w3id.org/datavev/shapes#PUB-02-one-class', sh.$.term('qualifiedValueShape'))
      .flatMap((shape) => index.objects(shape, sh.in))
      .flatMap((list) => index.list(list));
    expect(one.map(({ value }) => value).sort()).toEqual([...allowed.classes].sort());
    const types = index
      .objects('https://w3id.org/datavev/shapes#PUB-01-type', sh.in)
      .flatMap((list) => index.list(list))
      .map(({ value }) => value);
    expect([...allowed.classes].filter((type) => !types.includes(type))).toEqual([]);
    expect(new Set(types).size).toBe(types.length);
  });

  test('a person can only be a contact through a role: no address of another kind is public', () => {
    expect(allowed.propertiesOf(vcard.Kind.value).has(vcard.hasTelephone.value)).toBe(false);
  });
});

describe('properties', () => {
  const everywhere = [...allowed.classes].flatMap((type) => [...allowed.propertiesOf(type)]);

  test('what decides about publishing is itself never public', () => {
    for (const property of ['recordClass', 'classifiedBy', 'justification', 'privacyLevel'])
      expect(everywhere).not.toContain(kdm.$.base + property);
  });

  test('of a system neither its class, its state nor anything that helps an attacker is public', () => {
    const system = allowed.propertiesOf(kdm.System.value);
    for (const property of [
      ...['confidentialityClass', 'integrityClass', 'availabilityClass', 'criticalCapability'],
      ...['lifecycleStatus', 'inUse', 'software', 'operatedOn', 'hostingProvider', 'holds'],
      ...['operatingProvider', 'managingUnit', 'riskNeed', 'lastRiskAssessment', 'userCount'],
    ])
      expect(system.has(kdm.$.base + property)).toBe(false);
    expect(system.has('http://xmlns.com/foaf/0.1/page')).toBe(false);
    expect(system.has(kdm.systemManager.value)).toBe(true);
  });

  test('a process shows neither measures, scale, unit text nor the class of its data', () => {
    const process = allowed.propertiesOf(dpv.Process.value);
    for (const property of [
      kdm.confidentialityClass,
      kdm.unitText,
      kdm.functionArea,
      kdm.dpiaConclusion,
      dpv.hasTechnicalOrganisationalMeasure,
    ])
      expect(process.has(property.value)).toBe(false);
  });

  test('a dataset shows its class, its system and what it comes from', () => {
    const dataset = allowed.propertiesOf(dcat.Dataset.value);
    for (const property of ['confidentialityClass', 'storedIn', 'processedBy', 'policyArea'])
      expect(dataset.has(kdm.$.base + property)).toBe(true);
  });

  test('texts are scanned wherever they may stand (PUB-06)', () => {
    const scanned = index
      .withPredicate(sh.not)
      .filter(({ object }) => object.value.endsWith('#PUB-06-text'))
      .flatMap(({ subject }) => index.nodes(subject, sh.path))
      .map(({ value }) => value);
    for (const text of [
      'http://purl.org/dc/terms/title',
      'http://purl.org/dc/terms/description',
      'http://purl.org/dc/terms/identifier',
      dcat.keyword.value,
      skos.definition.value,
      vcard.fn.value,
    ])
      expect(scanned).toContain(text);
  });
});
