/** Entry point of every command: set-up first, then the built program. */
import { build, install, requireNode } from './ready.mjs';

requireNode();
install();
build();
await import('../dist/src/cli/bin.js');
