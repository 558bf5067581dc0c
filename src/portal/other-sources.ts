/** Sources that are not the network: files of a revision, and a published address that is answered somewhere else. */
import type { Answer, Source } from './source.js';

/** Finished Turtle below the base address, as the site sends it; everything else is not found. */
export function turtleSource(
  base: string,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Source {
  return {
    async get(url): Promise<Answer> {
      const body = url.startsWith(base) ? await read(url.slice(base.length)) : undefined;
      const headers = { 'content-type': 'text/turtle; charset=utf-8' };
      return body
        ? { url, status: 200, headers, body, milliseconds: 0 }
        : { url, status: 404, headers: {}, body: new Uint8Array(), milliseconds: 0 };
    },
  };
}

/** What is published at `from` and runs at `to` for now: asked there, told as if it had answered itself. */
export function relocated(source: Source, from: string, to: string): Source {
  const moved = (url: string, was: string, is: string): string =>
    url.startsWith(was) ? is + url.slice(was.length) : url;
  return {
    async get(url, request) {
      const answer = await source.get(moved(url, from, to), request);
      return { ...answer, url: moved(answer.url, to, from) };
    },
  };
}
