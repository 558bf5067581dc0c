/** The files of a revision's two zones. `public/` holds all that the public process ever sees: nothing else is handed to it. */
import type { Assembly } from '../assemble/assembly.js';
import type { Iri } from '../model/iri.js';
import { iri } from '../model/iri.js';
import { PUBLIC_GRAPHS, type SiteSettings } from '../model/site-settings.js';
import { canonicalNQuads } from '../rdf/canonical.js';
import { RDF_SYNTAXES, serialize } from '../rdf/serialize.js';
import { namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import type { ZoneFiles } from '../store/revisions.js';
import type { SourceAccount } from './accounting.js';
import { catalogueFeed } from './catalogue-feed.js';
import type { Finding } from './findings.js';

export function internalFiles(
  assembly: Assembly,
  parts: { findings: readonly Finding[]; registry: string; accounts: readonly SourceAccount[] },
): ZoneFiles {
  const { stated, inferred, provenance, reference } = assembly;
  return new Map([
    ['quads.nq', canonicalNQuads([...stated, ...inferred, ...provenance, ...reference])],
    ['findings.json', `${JSON.stringify(parts.findings, null, 1)}\n`],
    ['accounts.json', `${JSON.stringify(parts.accounts, null, 1)}\n`],
    ['registry.ndjson', parts.registry],
  ]);
}

export interface PublicParts {
  readonly base: Iri;
  readonly catalog: NamedNode;
  readonly catalogue: readonly Quad[];
  readonly codes: readonly Quad[];
  readonly tombstones: readonly Quad[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly site: SiteSettings;
}

export function publicFiles(parts: PublicParts): ZoneFiles {
  const graph = (name: string): NamedNode => namedNode(iri(parts.base + name));
  const quads = [
    ...inGraph(parts.catalogue, graph(PUBLIC_GRAPHS.catalogue)),
    ...inGraph(parts.codes, graph(PUBLIC_GRAPHS.codes)),
    ...inGraph(parts.tombstones, graph(PUBLIC_GRAPHS.tombstones)),
  ];
  const feed = catalogueFeed([...parts.catalogue, ...parts.codes], parts.catalog);
  const files = new Map<string, string | Uint8Array>([
    ['quads.nq', canonicalNQuads(quads)],
    ['site.json', `${JSON.stringify(parts.site, null, 1)}\n`],
  ]);
  for (const { syntax, hasGraphs } of RDF_SYNTAXES) {
    if (!hasGraphs) files.set(`katalog.${syntax}`, serialize(feed, syntax));
  }
  for (const [path, content] of parts.files) files.set(`fil/${path}`, content);
  return files;
}

function inGraph(quads: Iterable<Quad>, graph: NamedNode): Quad[] {
  return [...quads].map((one) =>
    quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph),
  );
}
