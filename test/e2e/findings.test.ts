/** Issue 3: what stewards read about the sample catalogues, whole: every profile, every language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

describe.each(['oslo', 'trondheim'] as const)('%s', (id) => {
  let temp: TempCatalogue;
  let first: readonly Finding[];
  const check = async (): Promise<readonly Finding[]> => {
    const { checker } = temp.catalogue;
    const { signal } = new AbortController();
    const profiles = [...checker.profiles.keys()];
    return (await checker.check({ profiles, files: [], live: false, signal })).findings;
  };

  beforeAll(async () => {
    temp = await tempCatalogue(id);
    await temp.harvest();
    first = await check();
  });
  afterAll(async () => temp[Symbol.asyncDispose]());

  test('the same findings come out again, in the same order', async () => {
    expect(first.length).toBeGreaterThan(20);
    expect(await check()).toEqual(first);
    await temp.harvest();
    expect(await check()).toEqual(first);
  });

  test('no address stands where a name could', () => {
    const told = first.flatMap((one) =>
      [one.label, one.value, one.owner, ...LANGUAGES.map((lang) => one.message[lang])].map(
        (text) => [one.rule, text] as const,
      ),
    );
    const own = temp.catalogue.config.base;
    expect(
      told.filter(
        ([, text]) =>
          text?.includes(`${own}id/`) ||
          text?.includes(`${own}kode/`) ||
          text?.includes('w3id.org'),
      ),
    ).toEqual([]);
  });

  test('every fault says what to do in three languages, and nothing is left to fill in', () => {
    const texts = first.flatMap(({ rule, severity, message, hint }) =>
      LANGUAGES.flatMap((lang) => [
        [rule, message[lang]] as const,
        ...(severity === 'info' ? [] : [[rule, hint?.[lang]] as const]),
      ]),
    );
    expect(texts.filter(([, text]) => !text || /\{[a-z?$]+\}/.test(text))).toEqual([]);
  });
});
