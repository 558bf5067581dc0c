/**
 * Set-up that every command does for itself (architecture.md 7): the locked dependencies when they are missing or stale,
 * the build when a source is newer. Plain JavaScript, no dependency: it runs on a machine with Node.js alone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.datavev-installed');
const built = join(root, 'dist', '.datavev-built');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

export function requireNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `✖ datavev trenger Node.js 20.19 eller nyere; dette er ${process.versions.node}.\n  → https://nodejs.org`,
  );
  process.exit(2);
}

export function install() {
  const wanted = hashOf([join(root, 'package-lock.json')]);
  if (read(installed) === wanted) return;
  console.error('Installerer avhengigheter (npm ci) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installed, wanted);
}

export function build() {
  const wanted = hashOf([
    ...filesBelow('src'),
    ...filesBelow('harvesters'),
    ...filesBelow('site'),
    ...filesBelow('types'),
    join(root, 'tsconfig.json'),
    join(root, 'tsconfig.build.json'),
  ]);
  if (read(built) === wanted) return;
  console.error('Bygger …');
  run(process.execPath, [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
  ]);
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, wanted);
}

export function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    env,
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(
      `✖ «${command} ${args.slice(0, 2).join(' ')}» feilet${error ? `: ${error.message}` : ''}.`,
    );
    process.exit(status || 3);
  }
}

function filesBelow(folder) {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true })
    .map((name) => join(full, String(name)))
    .filter((path) => path.endsWith('.ts') && statSync(path).isFile())
    .sort();
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
