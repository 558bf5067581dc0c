/** `--watch` in a process of its own: it checks again when a file changes, and q quits. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/compose.js';
import { run } from '../support/cli.js';
import { TINY_BASE, tinyCatalogue, type TinyCatalogue } from '../support/tiny-catalogue.js';

const FILE = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
<${TINY_BASE}id/datasett/ny> a dcat:Dataset ; dct:title "Ny"@nb .
`;

class Watching {
  readonly #child: ChildProcess;
  #said = '';
  #read = 0;

  constructor(catalogue: TinyCatalogue, argv: readonly string[]) {
    const program = join(PROJECT_ROOT, 'src/cli/bin.ts');
    const options = ['shacl', '--profile', 'dcat-ap-no-3', '--watch', ...argv];
    this.#child = spawn(process.execPath, ['--import', 'tsx', program, ...options], {
      cwd: PROJECT_ROOT,
      env: {
        PATH: process.env['PATH'],
        DATAVEV_DATA: catalogue.dataFolder,
        DATAVEV_VAR: catalogue.varFolder,
        DATAVEV_CATALOGUE: 'eksempel',
        INIT_CWD: catalogue.folder,
      },
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
    const listen = (piece: Buffer): void => void (this.#said += piece.toString());
    this.#child.stdout!.on('data', listen);
    this.#child.stderr!.on('data', listen);
  }

  /** What has been said since the last time, once the words are among it. */
  async until(words: string): Promise<string> {
    for (;;) {
      const fresh = this.#said.slice(this.#read);
      const at = fresh.indexOf(words);
      if (at >= 0) {
        this.#read += at + words.length;
        return fresh.slice(0, at);
      }
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.#said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  type(text: string): void {
    this.#child.stdin!.write(text);
  }

  interrupt(): void {
    this.#child.kill('SIGINT');
  }

  ended(): Promise<number | null> {
    return new Promise((resolve) => {
      if (this.#child.exitCode !== null) resolve(this.#child.exitCode);
      else this.#child.once('exit', resolve);
    });
  }
}

const WAITING = 'Venter på endringer. q + Enter avslutter.\n';

test('a file is checked again when it changes, and q ends with the code of the last run', async () => {
  const catalogue = tinyCatalogue({ 'ny.ttl': FILE });
  const watching = new Watching(catalogue, ['ny.ttl']);
  const first = await watching.until(WAITING);
  expect(first).toContain('✖ feil      Beskrivelse');
  const more = FILE.replace('"Ny"@nb', '"Ny"@nb ; dct:description "En beskrivelse."@nb');
  writeFileSync(join(catalogue.folder, 'ny.ttl'), more);
  await watching.until('Endret: ny.ttl\n');
  const second = await watching.until(WAITING);
  expect(second).not.toContain('✖ feil      Beskrivelse');
  expect(second).toContain(' på 1 ting (feil: ');
  writeFileSync(join(catalogue.folder, 'ny.ttl'), '<');
  expect(await watching.until(WAITING)).toContain('Filen kan ikke leses');
  watching.type('q\n');
  expect(await watching.ended()).toBe(1);
});

test('curated files are read as they stand, not as they were harvested', async () => {
  const catalogue = tinyCatalogue();
  await run(['harvest'], catalogue);
  const watching = new Watching(catalogue, ['kuratert']);
  expect(await watching.until(WAITING)).not.toContain('«Ny»');
  writeFileSync(join(catalogue.folder, 'curated/ny.ttl'), FILE);
  expect(await watching.until(WAITING)).toContain('«Ny»');
  watching.interrupt();
  expect(await watching.ended()).toBe(130);
});
