/** Progress on standard error: one line that is rewritten on a terminal, one plain line a step elsewhere. */
import type { Io } from './io.js';

export interface Progress {
  step(text: string, done?: number, total?: number): void;
  end(): void;
}

const WIDTH = 24;

export function progress(io: Io): Progress {
  let last = '';
  return {
    step(text, done, total) {
      const bar =
        done === undefined || total === undefined
          ? ''
          : `${drawBar(done, total)} ${done}/${total} `;
      if (io.isTerminal) io.err(`\r\u001b[K${bar}${text}`);
      else if (text !== last) io.err(`${text}\n`);
      last = text;
    },
    end() {
      if (io.isTerminal && last !== '') io.err('\r\u001b[K');
    },
  };
}

function drawBar(done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
  return `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}]`;
}
