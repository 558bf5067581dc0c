// Stands in for the worker: ends itself at the first job, as a thread out of memory does.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', () => process.exit(9));
