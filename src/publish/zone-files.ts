/** The files of a revision's two zones. `public/` holds all that the public process ever sees: nothing else is handed to it. */
import type { Assembly } from '../assemble/assembly.js';
import type { Iri } from '../model/iri.js';
import { iri } from '../model/iri.js';
import type { CoverageReport } from '../model/coverage-report.js';
import { PUBLIC_GRAPHS, type SiteSettings } from '../model/site-settings.js';
import { coverageCsv } from '../quality/coverage-text.js';
import { canonicalNQuads } from '../rdf/canonical.js';
import { RDF_SYNTAXES, serialize } from '../rdf/serialize.js';
import { namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import type { ZoneFiles } from '../store/revisions.js';
import type { SearchFile } from '../model/search-file.js';
import type { SourceAccount } from './accounting.js';
import type { PublicVocabulary } from './public-vocabulary.js';
import { catalogueFeed } from './catalogue-feed.js';
import type { Finding, PublicFinding } from '../model/finding.js';
import type { Conformity, PublicQuality } from './public-quality.js';
import type { ModelGraph } from './model-graphs.js';
import { reportGraph } from './report-graph.js';

export interface InternalParts {
  readonly findings: readonly Finding[];
  readonly registry: string;
  readonly accounts: readonly SourceAccount[];
  readonly conformity: Conformity;
  readonly trend: string;
}

export function internalFiles(assembly: Assembly, parts: InternalParts): ZoneFiles {
  const { stated, inferred, provenance, reference } = assembly;
  return new Map([
    ['quads.nq', canonicalNQuads([...stated, ...inferred, ...provenance, ...reference])],
    ['findings.json', `${JSON.stringify(parts.findings, null, 1)}\n`],
    ['validation-report.nq', canonicalNQuads(reportGraph(assembly.base, parts.findings))],
    ['accounts.json', `${JSON.stringify(parts.accounts, null, 1)}\n`],
    ['registry.ndjson', parts.registry],
    ['conformity.json', `${JSON.stringify(parts.conformity, null, 1)}\n`],
    ['quality-trend.ndjson', parts.trend],
  ]);
}

export interface PublicParts {
  readonly base: Iri;
  readonly catalog: NamedNode;
  readonly catalogue: readonly Quad[];
  readonly models: readonly ModelGraph[];
  readonly codes: readonly Quad[];
  readonly vocabulary: PublicVocabulary;
  readonly tombstones: readonly Quad[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly PublicFinding[];
  readonly quality: PublicQuality;
  readonly coverage: CoverageReport;
  readonly search: SearchFile;
  readonly site: SiteSettings;
}

export function publicFiles(parts: PublicParts): ZoneFiles {
  const graph = (name: string): NamedNode => namedNode(iri(parts.base + name));
  const quads = [
    ...inGraph(parts.catalogue, graph(PUBLIC_GRAPHS.catalogue)),
    ...parts.models.flatMap((model) => inGraph(model.quads, namedNode(model.graph))),
    ...inGraph([...parts.codes, ...parts.vocabulary.codes], graph(PUBLIC_GRAPHS.codes)),
    ...inGraph(parts.vocabulary.terms, graph(PUBLIC_GRAPHS.ontology)),
    ...inGraph(parts.tombstones, graph(PUBLIC_GRAPHS.tombstones)),
  ];
  const feed = catalogueFeed([...parts.catalogue, ...parts.codes], parts.catalog);
  const files = new Map<string, string | Uint8Array>([
    ['quads.nq', canonicalNQuads(quads)],
    ['funn.json', `${JSON.stringify(parts.findings, null, 1)}\n`],
    ['kvalitet.json', `${JSON.stringify(parts.quality.report)}\n`],
    ['kvalitet.ttl', serialize(parts.quality.measurements, 'ttl')],
    ['dekning.json', `${JSON.stringify(parts.coverage, null, 1)}\n`],
    ['dekning.csv', coverageCsv(parts.coverage)],
    ['context.jsonld', parts.vocabulary.context],
    ['sok.json', JSON.stringify(parts.search)],
    ['site.json', `${JSON.stringify(parts.site, null, 1)}\n`],
  ]);
  for (const { syntax, hasGraphs } of RDF_SYNTAXES) {
    if (!hasGraphs) files.set(`katalog.${syntax}`, serialize(feed, syntax));
  }
  for (const [path, content] of parts.files) files.set(`fil/${path}`, content);
  for (const { key, quads: own } of parts.models)
    files.set(`fil/modell/${key}.ttl`, serialize(own, 'ttl'));
  return files;
}

function inGraph(quads: Iterable<Quad>, graph: NamedNode): Quad[] {
  return [...quads].map((one) =>
    quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph),
  );
}
