import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { tempCatalogue } from '../support/temp-catalogue.js';
test('try', async () => {
  await using temp = await tempCatalogue('oslo');
  await temp.harvest();
  const t = performance.now();
  await temp.publish();
  console.log('publish ms', performance.now() - t);
  const log = await readFile(join(temp.varFolder, 'current/public/endringer.ndjson'), 'utf8');
  const lines = log.trim().split('\n').map((l) => JSON.parse(l));
  const n: Record<string, number> = {};
  for (const l of lines) n[l.type] = (n[l.type] ?? 0) + 1;
  console.log(lines.length, n, log.length);
  console.log(lines.slice(0, 3), lines.find((l) => l.type === 'datasett'));
}, 120_000);
