// Stands in for the worker: answers with what it was sent of the data, and whether shapes came along.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ data, load }) => {
  const value = `${data.constructor.name} ${load !== undefined}`;
  const focus = 'https://kommune.example/id/datasett/1';
  const shape = 'https://w3id.org/datavev/shapes#D-01-title';
  parentPort.postMessage({
    done: true,
    results: [[{ focus, value, shape, component: 'MinCount', severity: 'x' }]],
  });
});
