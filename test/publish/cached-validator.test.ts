/** Reports of earlier runs: used for the same rules and data, never for others, and never for the gate. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CatalogError } from '../../src/model/errors.js';
import type { Quad } from '../../src/rdf/terms.js';
import { CachedValidator } from '../../src/publish/cached-validator.js';
import { createValidator } from '../../src/validate/create-validator.js';
import type { ValidationReport, Validator } from '../../src/validate/validator.js';
import { tempFolder } from '../support/temp-folder.js';
import { CONTRACT_BASE, describeValidator, own } from '../validate/validator.contract.js';

describeValidator('CachedValidator', (folders) => {
  const inner = createValidator({ ...folders, base: CONTRACT_BASE });
  return new CachedValidator(inner, join(folders.shapesFolder, '..', 'memory'), 'v1');
});

const DATA = own('<id/datasett/1> a <http://www.w3.org/ns/dcat#Dataset> .');
const VALID: ValidationReport = {
  state: 'valid',
  results: [],
  counts: { violation: 0, warning: 0, info: 0 },
  unchecked: [],
};

/** A validator that counts how often it is asked. */
function counting(fingerprint = 'rules'): Validator & { asked: number } {
  return {
    asked: 0,
    profiles: new Map([
      ['things', { stage: 'assembled' }],
      ['gate', { stage: 'public' }],
    ]) as unknown as Validator['profiles'],
    validate() {
      this.asked += 1;
      return Promise.resolve(VALID);
    },
    validateParts: () => Promise.resolve([VALID]),
    fingerprint: () => fingerprint,
    rules: () => [],
    close: () => Promise.resolve(),
  };
}

test('the same rules and data are checked once, also by the next process', async () => {
  const memory = tempFolder();
  const [first, second] = [counting(), counting()];
  const once = new CachedValidator(first, memory, 'v1');
  expect(await once.validate(DATA, 'things')).toEqual(VALID);
  expect(await once.validate([...DATA].reverse(), 'things')).toEqual(VALID);
  expect(await new CachedValidator(second, memory, 'v1').validate(DATA, 'things')).toEqual(VALID);
  expect([first.asked, second.asked]).toEqual([1, 0]);
});

interface Asked {
  readonly inner: ReturnType<typeof counting>;
  readonly program: string;
  readonly profile: string;
  readonly data: readonly Quad[];
}

describe('is checked anew', () => {
  const more = own('<id/datasett/2> a <http://www.w3.org/ns/dcat#Dataset> .');
  test.each([
    ['other data', { data: [...DATA, ...more] }],
    ['other rules', { inner: counting('other rules') }],
    ['another version of the program', { program: 'v2' }],
    ['the gate, every time', { profile: 'gate' }],
  ])('%s', async (_, changed: Partial<Asked>) => {
    const asked = { inner: counting(), program: 'v1', profile: 'things', data: DATA, ...changed };
    const memory = tempFolder();
    await new CachedValidator(counting(), memory, 'v1').validate(DATA, asked.profile);
    await new CachedValidator(asked.inner, memory, asked.program).validate(
      asked.data,
      asked.profile,
    );
    expect(asked.inner.asked).toBe(1);
  });

  test.each(['', '{', 'null', '{"state":"fine"}'])('a report that is damaged: %j', async (text) => {
    const memory = tempFolder();
    await new CachedValidator(counting(), memory, 'v1').validate(DATA, 'things');
    const [file = ''] = readdirSync(memory);
    writeFileSync(join(memory, file), text);
    const inner = counting();
    await new CachedValidator(inner, memory, 'v1').validate(DATA, 'things');
    expect(inner.asked).toBe(1);
    expect(JSON.parse(readFileSync(join(memory, file), 'utf8'))).toEqual(VALID);
  });
});

test('what failed is not remembered', async () => {
  const memory = tempFolder();
  const failing: Validator = {
    ...counting(),
    validate: () =>
      Promise.reject(new CatalogError('VALIDATION_STOPPED', { profile: 'things', cause: 'x' })),
  };
  const cached = new CachedValidator(failing, memory, 'v1');
  await expect(cached.validate(DATA, 'things')).rejects.toMatchObject({
    code: 'VALIDATION_STOPPED',
  });
  expect(readdirSync(memory)).toEqual([]);
});

test('a memory that cannot be written is no reason to fail', async () => {
  const file = join(tempFolder(), 'en-fil');
  writeFileSync(file, '');
  const cached = new CachedValidator(counting(), join(file, 'memory'), 'v1');
  expect(await cached.validate(DATA, 'things')).toEqual(VALID);
  await cached.close();
});

test('the memory is bounded: the oldest reports go', async () => {
  const memory = tempFolder();
  for (let at = 0; at < 230; at += 1) writeFileSync(join(memory, `x.${at}.json`), '{}');
  await new CachedValidator(counting(), memory, 'v1').close();
  expect(readdirSync(memory)).toHaveLength(200);
});
