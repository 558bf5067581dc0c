/** One run at a time on a catalogue (H11). */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withLock } from '../../src/harvest/lock.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';

/** A process number that was somebody's and is nobody's now. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Work that goes on until it is let go. */
function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

test('H11 of two runs at once, one works and the other is told who does', async () => {
  const folder = tempFolder();
  const { open, passed } = gate();
  const runs = [1, 2, 3].map((run) =>
    withLock(folder, process.pid, async () => {
      await passed;
      return run;
    }),
  );
  const settled = Promise.allSettled(runs);
  const refused = await Promise.any(
    runs.map((run) =>
      run.then(
        () => Promise.reject(new Error()),
        (error: unknown) => error,
      ),
    ),
  );
  expect(refused).toMatchObject({
    code: 'LOCKED',
    text: { nb: `En annen kjøring (prosess ${process.pid}) arbeider med katalogen.` },
  });
  open();
  const results = await settled;
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'LOCKED' } },
    { reason: { code: 'LOCKED' } },
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test('H11 the lock names its process while the work goes on', async () => {
  const folder = tempFolder();
  const seen = await withLock(folder, process.pid, async () => readdirSync(folder));
  expect(seen).toEqual(['lock']);
});

test.each([
  ['of a process that is gone', () => `${deadPid()} 12345`],
  ['whose process number is somebody else now', () => `${process.pid} 1`],
  ['that is empty', () => ''],
  ['that is no number', () => 'tull'],
])('H11 a lock %s is taken over', async (_, text) => {
  const folder = tempFolder();
  writeFiles(folder, { lock: text() });
  expect(await withLock(folder, process.pid, async () => 'gjort')).toBe('gjort');
  expect(readdirSync(folder)).toEqual([]);
});

test('H11 of many runs that find a stale lock, one at a time takes it over', async () => {
  const stale = `${deadPid()} 12345`;
  for (let round = 0; round < 50; round++) {
    const folder = tempFolder();
    writeFiles(folder, { lock: stale });
    let working = 0;
    const runs = Array.from({ length: 16 }, () =>
      withLock(folder, process.pid, async () => {
        working += 1;
        await new Promise(setImmediate);
        const together = working;
        working -= 1;
        return together;
      }),
    );
    const results = await Promise.allSettled(runs);
    const done = results.filter((one) => one.status === 'fulfilled');
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ value }) => value))).toEqual(new Set([1]));
    for (const one of results)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'LOCKED' });
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('H11 a run that died while taking a stale lock over is itself taken over', async () => {
  const folder = tempFolder();
  const stale = `${deadPid()} 12345`;
  writeFiles(folder, { lock: stale, [`lock.after.${sha256(stale).slice(0, 16)}`]: stale });
  expect(await withLock(folder, process.pid, async () => 'gjort')).toBe('gjort');
  expect(readdirSync(folder)).toEqual([]);
});

test('H11 the lock is given back when the work fails', async () => {
  const folder = tempFolder();
  const failing = withLock(folder, process.pid, () => Promise.reject(new Error('feil')));
  await expect(failing).rejects.toThrow('feil');
  expect(await withLock(folder, process.pid, async () => 1)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});
