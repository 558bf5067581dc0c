/** Ours against the official files, on every fixture: what is not a named difference is a fault of ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { companions } from '../../src/project/companions.js';
import { asExpectation, fixtures, ROOT } from '../shapes/fixtures.js';
import { DIFFERENCES, REASONS, type Difference } from './differences.js';
import { hasSpec, judge, OFFICIAL, officialRun, ourRun, type Verdicts } from './official-shapes.js';
import { REFERENCE } from './world.js';

/** The judges look codes up in the data only, except ours of version 3. */
const COMPARED = Object.keys(OFFICIAL).filter((profile) => profile !== 'hvd');

test.skipIf(!hasSpec).each(COMPARED)(
  '%s agrees with the official shapes, but for the named differences',
  async (profile) => {
    const ours = judge(ourRun(profile));
    const official = judge(officialRun(profile));
    const found = new Map<string, string>();
    let agreed = 0;
    for (const { name, quads } of [...fixtures('valid'), ...fixtures('invalid')].filter(
      (one) => one.profile === profile,
    )) {
      const data = [...quads, ...companions(quads, REFERENCE)];
      const [a, b] = [await ours(data), await official(data)];
      agreed += [...a.keys()].filter((key) => b.has(key)).length;
      for (const key of onlyIn(a, b))
        for (const shape of a.get(key) ?? []) found.set(`ours ${shape}`, `${name} ${key}`);
      for (const key of onlyIn(b, a)) found.set(`official ${shortOf(key)}`, `${name} ${key}`);
    }
    const named = DIFFERENCES.filter((one) => one.profile === profile).map(keyOf);
    expect(agreed).toBeGreaterThan(100);
    expect([...found].filter(([difference]) => !named.includes(difference))).toEqual([]);
    expect(named.filter((difference) => !found.has(difference))).toEqual([]);
  },
  120_000,
);

test('the guide tells every difference', () => {
  const guide = readFileSync(join(ROOT, 'docs/guide/shape-differences.md'), 'utf8');
  expect(Object.values(REASONS).filter((reason) => !guide.includes(reason))).toEqual([]);
  expect(DIFFERENCES.filter(({ at }) => !guide.includes(`\`${at}\``))).toEqual([]);
});

function onlyIn(these: Verdicts, those: Verdicts): readonly string[] {
  return [...these.keys()].filter((key) => !those.has(key));
}

function keyOf({ finds, at }: Difference): string {
  return `${finds} ${at}`;
}

/** `<thing> <property>` → the property with its prefix. */
function shortOf(key: string): string {
  const [focus = '', path] = key.split(' ');
  const [, , short = ''] = asExpectation({ shape: '', severity: '', path, focus } as never).split(
    ' ',
  );
  return short;
}
