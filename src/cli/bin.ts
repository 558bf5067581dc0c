/** The process: signals in, exit code out. */
import { main, processIo } from './main.js';

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    abort.abort(new Error(signal));
  });
}
const code = await main(process.argv.slice(2), processIo(abort));
// 128 + SIGINT: the shell's word for "interrupted".
process.exitCode = abort.signal.aborted && code === 3 ? 130 : code;
