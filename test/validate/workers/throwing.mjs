// Stands in for the worker: throws outside any promise.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', () => {
  throw new Error('the engine fell over');
});
