/** Every address that a revision answers for, as the registry enters it. */
import type { Assembly } from '../assemble/assembly.js';
import { standaloneType } from '../feed/followed-things.js';
import { iri } from '../model/iri.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { titlesOf } from '../rdf/label.js';
import type { Quad } from '../rdf/terms.js';
import { recordName, type PublicThing } from './registry.js';

/** In the order of the statements. Parts have no title of their own to keep: what they were part of may be demoted one day. */
export function publishedThings(
  linked: readonly Quad[],
  { base, recordsOf }: Pick<Assembly, 'base' | 'recordsOf'>,
): PublicThing[] {
  const graph = new GraphIndex(linked);
  return [...graph.subjects()]
    .filter((subject) => subject.startsWith(base))
    .map((subject) => {
      const title = standaloneType(subject, base) && titlesOf(graph, subject);
      const records = recordsOf(subject)
        .filter((record) => record.own && record.iri === subject)
        .map(recordName)
        .sort();
      return {
        iri: iri(subject),
        ...(title ? { title } : {}),
        ...(records.length > 0 ? { records } : {}),
      };
    });
}
