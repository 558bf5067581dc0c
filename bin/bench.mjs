/** `npm run bench`: its own set-up, the bench compiled as the product is, then run. */
import { join } from 'node:path';
import { build, install, requireNode, root, run } from './ready.mjs';

requireNode();
install();
build();
run(process.execPath, [
  join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
  '-p',
  join(root, 'tsconfig.bench.json'),
]);
await import('../dist/bench/main.js');
