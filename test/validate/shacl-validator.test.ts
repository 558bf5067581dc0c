import { afterAll, describe, expect, test } from 'vitest';
import { createValidator } from '../../src/validate/create-validator.js';
import type { ValidationReport, ValidationResult } from '../../src/validate/validator.js';
import { BASE, ONTOLOGY, SHAPES } from '../shapes/fixtures.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { quadsOf } from './quads.js';
import { CONTRACT_BASE, contractFolders, describeValidator, own } from './validator.contract.js';

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

describeValidator('ShaclValidator', (folders) =>
  createValidator({ ...folders, base: CONTRACT_BASE }),
);

test('results name the property that may not be published', async () => {
  const quads = quadsOf(`<system/1> a kdm:System ; kdm:recordClass ${OPEN} .`);
  const [only] = resultsOf(await validator.validate(quads, 'public-view'));
  expect(only?.message.nb).toBe('«recordClass» kan ikke publiseres om et system.');
  expect(only?.message.en).toBe('“recordClass” may not be published about a system.');
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

test('queries of an installation’s own shapes are run, over parts of the data too (PF3.4)', async () => {
  const root = tempFolder();
  const folders = contractFolders(root);
  writeFiles(root, {
    'shapes/things.ttl': `@prefix kdms: <https://w3id.org/datavev/shapes#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      kdms:Own-01 sh:targetClass dcat:Dataset ; sh:message "Likt navn."@nb , "Likt namn."@nn , "Same name."@en ; sh:sparql [
        sh:select """PREFIX dct: <http://purl.org/dc/terms/> SELECT $this ?value WHERE {
          $this dct:title ?value . ?other dct:title ?value . FILTER ($this != ?other) }""" ] .`,
  });
  const queried = createValidator({ ...folders, base: CONTRACT_BASE });
  const parts = ['1', '2', '3'].map((at) =>
    own(`<id/datasett/${at}> a dcat:Dataset ; dct:title "${at === '3' ? 'B' : 'A'}" .`),
  );
  const report = await queried.validate(parts.flat(), 'things');
  expect(resultsOf(report).map(({ focus, value, rule }) => [focus.at(-1), value, rule])).toEqual([
    ['1', 'A', 'Own-01'],
    ['2', 'A', 'Own-01'],
  ]);
  const alone = await queried.validateParts(parts.flat(), parts, 'things');
  expect(alone.map(({ state }) => state)).toEqual(['valid', 'valid', 'valid']);
  await queried.close();
});

describe('the threads', () => {
  const QUADS = own('<id/datasett/1> a dcat:Dataset .');

  test('are several: a profile that hangs holds up no other', async () => {
    const folders = contractFolders(tempFolder());
    const two = createValidator({
      ...folders,
      base: CONTRACT_BASE,
      threads: 2,
      worker: standIn('hanging-gate'),
    });
    const stop = new AbortController();
    const quads = [...QUADS, ...own('<id/katalog/k> a dcat:Catalog .')];
    const hanging = two.validate(quads, 'gate', stop.signal);
    expect(await two.validate(quads, 'things')).toMatchObject({ state: 'valid' });
    stop.abort();
    await expect(hanging).rejects.toMatchObject({ code: 'VALIDATION_STOPPED' });
    await two.close();
  });

  test('get the data as shared memory, and the shapes of a profile once', async () => {
    const folders = contractFolders(tempFolder());
    const one = createValidator({
      ...folders,
      base: CONTRACT_BASE,
      threads: 1,
      worker: standIn('echoing'),
    });
    const quads = [...QUADS, ...own('<id/katalog/k> a dcat:Catalog .')];
    const texts: (string | undefined)[] = [];
    for (const profile of ['things', 'gate', 'gate']) {
      const report = await one.validate(quads, profile);
      texts.push(report.state === 'no-targets' ? undefined : report.results[0]?.value);
    }
    const shared = 'SharedArrayBuffer';
    expect(texts).toEqual([`${shared} true`, `${shared} true`, `${shared} false`]);
    await one.close();
  });

  test('only things of the caller’s choice get results, where the base does not decide', async () => {
    const single = createValidator({
      ...contractFolders(tempFolder()),
      base: CONTRACT_BASE,
      isOwn: (iri) => iri === 'https://andre.example/d',
    });
    const report = await single.validate(
      [...QUADS, ...own('<https://andre.example/d> a dcat:Dataset .')],
      'things',
    );
    expect(report).toMatchObject({ results: [{ focus: 'https://andre.example/d' }] });
    await single.close();
  });
});
