/** Previews of texts and workbooks, as tests write them. */
import { iri } from '../../src/model/iri.js';
import { makePreview, type PreviewOutcome } from '../../src/preview/preview.js';
import { formatOf } from '../../src/preview/read-table.js';

const DISTRIBUTION = iri('https://data.eksempel.example/id/distribusjon/prove');

async function outcomeOf(content: string | Uint8Array, path: string): Promise<PreviewOutcome> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return makePreview({ distribution: DISTRIBUTION, path, format: formatOf(path)!, bytes });
}

export async function previewOf(content: string | Uint8Array, path = 'prove.csv') {
  const made = await outcomeOf(content, path);
  if (made.state === 'held') throw new Error(`held: ${made.found.risk}`);
  return { ...made.profile, ...made.shown };
}

/** What a held preview says of where it was. */
export async function heldIn(content: string | Uint8Array, path = 'prove.csv') {
  const made = await outcomeOf(content, path);
  return made.state === 'held' ? [made.found.risk, made.column, made.line] : 'not held';
}
