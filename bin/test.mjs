/** `npm test`: its own set-up, then types, lint and every test. Arguments go to vitest. */
import { join } from 'node:path';
import { build, install, requireNode, root, run } from './ready.mjs';

requireNode();
install();
build();
const bin = (...path) => join(root, 'node_modules', ...path);
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Typer og stil …');
  run(process.execPath, [bin('typescript', 'bin', 'tsc'), '-p', join(root, 'tsconfig.json')]);
  run(process.execPath, [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']);
  run(process.execPath, [
    bin('prettier', 'bin', 'prettier.cjs'),
    '--check',
    '--log-level=warn',
    '.',
  ]);
}
run(process.execPath, [bin('vitest', 'vitest.mjs'), 'run', ...files]);
