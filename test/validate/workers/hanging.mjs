// Stands in for the worker: a loop without end, as a pattern gone wild makes it. Only ending the thread helps.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', () => {
  for (;;);
});
