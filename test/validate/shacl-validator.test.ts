import { afterAll, describe, expect, test } from 'vitest';
import { namedNode, quad, type NamedNode, type Quad } from '../../src/rdf/terms.js';
import { iri } from '../../src/model/iri.js';
import { createValidator } from '../../src/validate/create-validator.js';
import type { ValidationReport, ValidationResult } from '../../src/validate/validator.js';
import { BASE, ONTOLOGY, SHAPES } from '../shapes/fixtures.js';
import { quadsOf } from './quads.js';

const options = { shapesFolder: SHAPES, ontologyFolder: ONTOLOGY, base: BASE };
const validator = createValidator(options);
afterAll(() => validator.close());

const standIn = (name: string): URL => new URL(`./workers/${name}.mjs`, import.meta.url);
const resultsOf = (report: ValidationReport): readonly ValidationResult[] => {
  if (report.state === 'no-targets') throw new Error('no targets');
  return report.results;
};
const OPEN = '<../kode/konfidensialitet/apen>';
const SCHEME = `${OPEN} kdm:rank 1 .`;
const INTEGRATION = `<integrasjon/1> a kdm:Integration ; kdm:from <system/a> ; kdm:to <system/b> ;
  kdm:integrationType <../kode/type/data> ; kdm:recordClass ${OPEN} . ${SCHEME}`;

describe('the state of a report', () => {
  test('is no-targets when nothing matches, never valid', async () => {
    const report = await validator.validate(quadsOf('<x/1> dct:title "Ingen type"@nb .'), 'hvd');
    expect(report).toEqual({ state: 'no-targets', profile: 'hvd' });
  });

  test('is no-targets for an empty graph', async () => {
    expect(await validator.validate([], 'public-view')).toMatchObject({ state: 'no-targets' });
  });

  test('is no-targets when only what others own matches', async () => {
    const foreign = quadsOf('<https://andre.example/d> a dcat:Dataset .');
    expect(await validator.validate(foreign, 'dcat-ap-no-3')).toMatchObject({
      state: 'no-targets',
    });
  });

  test('is valid with information and warnings alone', async () => {
    const report = await validator.validate(quadsOf(INTEGRATION), 'kdm-assembled');
    expect(report).toMatchObject({
      state: 'valid',
      counts: { violation: 0, warning: 0, info: 1 },
    });
  });

  test('is invalid with one violation', async () => {
    const report = await validator.validate(
      quadsOf(INTEGRATION.replace('kdm:to <system/b> ;', '')),
      'kdm-assembled',
    );
    expect(report).toMatchObject({ state: 'invalid', counts: { violation: 1, info: 1 } });
  });
});

test('a rule that asks for what no source delivers is unchecked, neither broken nor fulfilled', async () => {
  const system = (key: string, more = ''): string =>
    `<system/${key}> a kdm:System ; dct:title "Fagsystem"@nb ${more} .`;
  const category = 'https://w3id.org/datavev/shapes#SYS-04-category';
  const without = await validator.validate(quadsOf(system('1')), 'kdm-assembled');
  expect(without).toMatchObject({ unchecked: expect.arrayContaining([category]) as string[] });
  expect(resultsOf(without).map(({ shape }) => shape)).not.toContain(category);
  const some = await validator.validate(
    quadsOf(system('1') + system('2', '; kdm:systemCategory <../kode/kategori/fag>')),
    'kdm-assembled',
  );
  expect(
    resultsOf(some)
      .filter(({ shape }) => shape === category)
      .map(({ focus }) => focus),
  ).toEqual([`${BASE}id/system/1`]);
});

describe('results', () => {
  test('say what, where and what to write, in three languages', async () => {
    const quads = quadsOf(`<system/1> a kdm:System ; dct:title "Fagsystem"@nb .`);
    const [first] = resultsOf(await validator.validate(quads, 'kdm-source')).filter(
      ({ rule }) => rule === 'SYS-01',
    );
    expect(first).toEqual({
      focus: `${BASE}id/system/1`,
      path: 'https://w3id.org/datavev/def/kdm#systemManager',
      severity: 'violation',
      component: 'MinCount',
      shape: 'https://w3id.org/datavev/shapes#SYS-01-manager',
      rule: 'SYS-01',
      message: {
        nb: 'Systemet mangler forvalter, eller har flere.',
        nn: 'Systemet manglar forvaltar, eller har fleire.',
        en: 'The system has no manager, or several.',
      },
      name: { nb: 'Systemforvalter', nn: 'Systemforvaltar', en: 'System manager' },
      fix: {
        nb: 'Oppgi én virksomhet som forvalter systemet.',
        nn: 'Oppgje éi verksemd som forvaltar systemet.',
        en: 'Name the one organisation that manages the system.',
      },
      seeAlso: 'https://w3id.org/datavev/def/kdm#systemManager',
    });
  });

  test('name the property that may not be published', async () => {
    const quads = quadsOf(`<system/1> a kdm:System ; kdm:recordClass ${OPEN} .`);
    const [only] = resultsOf(await validator.validate(quads, 'public-view'));
    expect(only?.message.nb).toBe('«recordClass» kan ikke publiseres om et system.');
    expect(only?.message.en).toBe('“recordClass” may not be published about a system.');
  });

  test('are dropped when they are about what others own', async () => {
    const quads = quadsOf(`
      <datasett/1> a dcat:Dataset .
      <https://andre.example/d> a dcat:Dataset .`);
    const focuses = resultsOf(await validator.validate(quads, 'dcat-ap-no-3')).map(
      ({ focus }) => focus,
    );
    expect(new Set(focuses)).toEqual(new Set([`${BASE}id/datasett/1`]));
  });

  test('stand once for each value, though it breaks two constraints', async () => {
    const quads = quadsOf(
      '<kontakt/1> a kdm:RoleContact , <http://www.w3.org/2006/vcard/ns#Kind> ; <http://www.w3.org/2006/vcard/ns#hasEmail> "post" .',
    );
    const emails = resultsOf(await validator.validate(quads, 'public-view')).filter(({ shape }) =>
      shape.endsWith('hasEmail'),
    );
    expect(emails).toHaveLength(1);
  });

  test('do not depend on the order or the graphs of the quads', async () => {
    const quads = quadsOf(`${INTEGRATION} <system/1> a kdm:System . <datasett/1> a dcat:Dataset .`);
    const scattered: Quad[] = [...quads].reverse().map((one, index) => {
      const graph = namedNode(iri(`${BASE}graph/${index % 3}`));
      return quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph);
    });
    expect(await validator.validate(scattered, 'kdm-assembled')).toEqual(
      await validator.validate(quads, 'kdm-assembled'),
    );
  });

  test('come sorted by thing and severity', async () => {
    const quads = quadsOf('<system/2> a kdm:System . <system/1> a kdm:System .');
    const order = resultsOf(await validator.validate(quads, 'kdm-assembled')).map(
      ({ focus, severity }) => `${focus} ${['violation', 'warning', 'info'].indexOf(severity)}`,
    );
    expect(order).toEqual([...order].sort());
  });
});

test('one validator answers several profiles asked at once', async () => {
  const quads = quadsOf('<system/1> a kdm:System . <datasett/1> a dcat:Dataset .');
  const profiles = ['kdm-source', 'dcat-ap-no-3', 'public-view', 'hvd'];
  const reports = await Promise.all(profiles.map((one) => validator.validate(quads, one)));
  expect(reports.map(({ state }) => state)).toEqual(['invalid', 'invalid', 'valid', 'no-targets']);
});

test('rejects an unknown profile with the known ones', async () => {
  await expect(validator.validate([], 'dcat-ap')).rejects.toMatchObject({
    code: 'PROFILE_UNKNOWN',
  });
});

describe('a run that does not finish is never valid', () => {
  const quads = quadsOf(INTEGRATION);
  const stopped = { code: 'VALIDATION_STOPPED' };

  test.each(['crashing', 'throwing'])('a %s worker', async (name) => {
    const broken = createValidator({ ...options, worker: standIn(name) });
    await expect(broken.validate(quads, 'kdm-source')).rejects.toMatchObject(stopped);
    // Nothing of the first run is left over: the second starts a worker of its own, and fails alike.
    await expect(broken.validate(quads, 'kdm-source')).rejects.toMatchObject(stopped);
    await broken.close();
  });

  test('a worker that hangs is ended at the time limit', async () => {
    const slow = createValidator({ ...options, worker: standIn('hanging'), timeoutMs: 300 });
    await expect(slow.validate(quads, 'kdm-source')).rejects.toMatchObject(stopped);
    await slow.close();
  });

  test('a stop from outside ends the worker', async () => {
    const slow = createValidator({ ...options, worker: standIn('hanging') });
    const stop = new AbortController();
    const run = slow.validate(quads, 'kdm-source', stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 100);
    await expect(run).rejects.toMatchObject(stopped);
    await slow.close();
  });

  test('a stop before the start starts nothing', async () => {
    await expect(
      validator.validate(quads, 'kdm-source', AbortSignal.abort()),
    ).rejects.toMatchObject(stopped);
    // The next run is none the worse for it.
    expect(await validator.validate(quads, 'kdm-assembled')).toMatchObject({ state: 'valid' });
  });
});
