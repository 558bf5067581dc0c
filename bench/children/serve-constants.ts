/** A bare Express that sends a constant string for each path, as its own documentation does it. */
import express from 'express';
import { answer, serve } from './answer.js';

export interface ConstantsTask {
  readonly constants: readonly { readonly path: string; readonly bytes: number }[];
}

await answer(({ constants }: ConstantsTask) => {
  const app = express();
  for (const { path, bytes } of constants) {
    const body = 'x'.repeat(bytes);
    app.get(path.replace(/\?.*/, ''), (_request, response) => {
      response.send(body);
    });
  }
  return serve(app);
});
