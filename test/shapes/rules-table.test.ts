import { expect, test } from 'vitest';
import { rulesTable } from './rules-table.js';

test('the guide lists every rule as the shapes have it', async () => {
  await expect(rulesTable()).toMatchFileSnapshot('../../docs/guide/rules.md');
});
