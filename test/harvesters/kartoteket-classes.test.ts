/** What a steward is told to write where the class of a system is refused. */
import { describe, expect, test } from 'vitest';
import type { Coded } from '../../harvesters/kartoteket/field-kinds.js';
import { readClass, writtenClasses } from '../../harvesters/kartoteket/labels.js';
import type { Issue } from '../../src/model/issue.js';
import { fetchAll, mapAll, SCHEME, sourceOf } from './kartoteket-support.js';

describe('C2 a class that is refused', () => {
  const findingOf = async (konfidensialitet: unknown): Promise<Issue | undefined> => {
    const { records } = await fetchAll(sourceOf({ folder: 'register' }));
    const systems = records.map((one) =>
      one.type === 'system' && one.key === '1'
        ? { ...one, payload: { ...one.payload, konfidensialitet } }
        : one,
    ) as typeof records;
    const only = (one: (typeof records)[number]): boolean =>
      one.type === 'system' && one.key === '1';
    return mapAll(systems, { only }).issues.find(({ code }) => code.startsWith('CLASS_'));
  };

  test.each([
    ['2 🔴 Beskyttet', 'CLASS_CONFLICT'],
    ['Hemmelighetsfull', 'CLASS_UNKNOWN'],
  ])('%s: the field is named, and what may be written', async (text, code) => {
    const found = await findingOf(text);
    expect(found).toMatchObject({
      code,
      message: { nb: expect.stringContaining(`«${text}» i «konfidensialitet»`) as string },
      hint: {
        nb: 'Skriv én av disse: «1 🟢 Åpen», «2 🟡 Intern», «3 🔴 Beskyttet», «4 🔴 Strengt beskyttet».',
      },
    });
  });

  test('what may be written has the form of what was', async () => {
    const found = await findingOf({ id: 3, navn: 'Beskyttet' });
    expect(found?.hint?.nb).toContain('{"id":5,"navn":"🔴 Beskyttet"}');
  });

  test.each([true, false])('all that may be written is accepted (as text: %s)', (asText) => {
    const written = writtenClasses(SCHEME, asText).map((one) =>
      asText ? one.slice(1, -1) : (JSON.parse(one) as Coded),
    );
    expect(written).toHaveLength(4);
    for (const one of written) expect(readClass(SCHEME, one)).toMatchObject({ found: 'class' });
  });
});
