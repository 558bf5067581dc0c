/** Sources that are not the network: files of a revision, and a published address that is answered somewhere else. */
import type { Answer, Source } from './source.js';

/** Content types of the registered feeds, as the site sends them. */
const TYPES: Readonly<Record<string, string>> = {
  ttl: 'text/turtle; charset=utf-8',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
};

/** Finished files below the base address; everything else is not found. */
export function fileSource(
  base: string,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Source {
  return {
    async get(url): Promise<Answer> {
      const body = url.startsWith(base) ? await read(url.slice(base.length)) : undefined;
      const type = TYPES[url.slice(url.lastIndexOf('.') + 1)];
      const known = { url, milliseconds: 0 };
      if (!body || type === undefined)
        return { ...known, status: 404, headers: {}, body: new Uint8Array() };
      return { ...known, status: 200, headers: { 'content-type': type }, body };
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
