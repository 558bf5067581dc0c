/**
 * Where a source record stands, as harvesters write it: `datasett.csv#L25`, `protokoll.xlsx#Protokoll!R15`,
 * `systemer.json#/data/61` (counted from 0), or a URL with a JSON pointer.
 */
export interface Origin {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly sheet?: string;
  readonly row?: number;
  readonly pointer?: string;
}

export function parseOrigin(origin: string): Origin {
  const at = origin.lastIndexOf('#');
  if (at < 0) return { file: origin };
  const file = origin.slice(0, at);
  const place = origin.slice(at + 1);
  const line = /^L(\d+)$/.exec(place)?.[1];
  if (line !== undefined) return { file, line: Number(line) };
  const [, sheet, row] = /^(.*)!R(\d+)$/.exec(place) ?? [];
  if (sheet !== undefined) return { file, sheet, row: Number(row) };
  return place.startsWith('/') ? { file, pointer: place } : { file: origin };
}
