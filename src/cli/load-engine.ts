/** The part of `publish` that concerns a configured engine: loading the revision, and what to tell of it. */
import type { Catalogue } from '../compose.js';
import type { Lang } from '../model/lang-text.js';
import type { Io } from './io.js';
import { progress } from './progress.js';
import { say } from './texts.js';

const SHOWN_KINDS = 10;

/** The revision stands in files, whatever becomes of this: throws CatalogError STORE_…, and the next run tries again. */
export async function loadEngine(
  catalogue: Catalogue,
  { io, language }: { io: Io; language: Lang },
): Promise<void> {
  if (catalogue.config.settings.store.kind === 'embedded') return;
  const bar = progress(io);
  bar.step(say('loadingEngine', language));
  const load = await catalogue.loadEngine().finally(() => bar.end());
  if (!load?.isNew) {
    io.err(`${say('engineSame', language)}\n`);
    return;
  }
  const { triples, graphs, asText } = load;
  io.err(`${say('engineLoaded', language, { triples, graphs })}\n`);
  if (asText.length === 0) return;
  io.err(`${say('engineAsText', language, { count: asText.length })}\n`);
  // An ill-typed literal is somebody's to mend, so it is named; of the others the datatype tells enough.
  const kinds = new Map<string, number>();
  for (const { literal, isIllTyped } of asText) {
    const datatype = `<${literal.datatype.value}>`;
    const kind = isIllTyped ? `${JSON.stringify(literal.value)}^^${datatype}` : datatype;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of [...kinds].slice(0, SHOWN_KINDS)) io.err(`  ${count} × ${kind}\n`);
  if (kinds.size > SHOWN_KINDS) io.err('  …\n');
}
