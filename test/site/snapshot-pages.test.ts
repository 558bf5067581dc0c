/** Pages read the snapshot, and show what they would show from the quads themselves (performance.md PF1.8). */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueOf, publicCatalogue, type PublicCatalogue } from '../../site/public-catalogue.js';
import { loadTranslators } from '../../site/translator.js';
import { homePage } from '../../site/view-models/home.js';
import { thingPage } from '../../site/view-models/thing-page.js';
import { PUBLIC_GRAPHS } from '../../src/model/site-settings.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import { quad, type NamedNode, type Quad, type Subject } from '../../src/rdf/terms.js';
import { openPublicZone, type PublicZone } from '../../src/store/public-zone.js';
import { SnapshotDataset } from '../../src/store/snapshot-dataset.js';
import { tempCatalogue } from '../support/temp-catalogue.js';

/** The same catalogue over maps of quads. */
function overQuads(zone: PublicZone): PublicCatalogue {
  const inGraph = (isWanted: (name: string) => boolean): Quad[] => {
    const found = new Map<string, Quad>();
    for (const { subject, predicate, object, graph } of new SnapshotDataset(zone.snapshot)) {
      if (!isWanted(graph.value)) continue;
      const plain = quad(subject as Subject, predicate as NamedNode, object);
      found.set(ntriplesLine(plain), plain);
    }
    return [...found.values()];
  };
  const [dead, ontology] = [PUBLIC_GRAPHS.tombstones, PUBLIC_GRAPHS.ontology].map(
    (name) => zone.settings.base + name,
  );
  return catalogueOf(zone, {
    graph: new GraphIndex(inGraph((name) => name !== dead)),
    ontology: new GraphIndex(inGraph((name) => name === ontology)),
    tombstones: new GraphIndex(inGraph((name) => name === dead)),
  });
}

test('PF1.8 every public thing of the sample has the same page and document either way', async () => {
  await using temp = await tempCatalogue('trondheim');
  await temp.harvest();
  await temp.publish();
  const zone = await openPublicZone(join(temp.varFolder, 'current', 'public'));
  const [bySnapshot, byQuads] = [publicCatalogue(zone), overQuads(zone)];
  const { nb } = loadTranslators();
  const things = [...bySnapshot.graph.subjects()].filter((iri) => bySnapshot.pathOf(iri));
  expect(things.length).toBeGreaterThan(100);
  for (const iri of things) {
    expect(thingPage({ catalogue: bySnapshot, text: nb }, iri), iri).toEqual(
      thingPage({ catalogue: byQuads, text: nb }, iri),
    );
    expect(bySnapshot.description(iri).map(ntriplesLine).sort(), iri).toEqual(
      byQuads.description(iri).map(ntriplesLine).sort(),
    );
  }
  expect(homePage({ catalogue: bySnapshot, text: nb })).toEqual(
    homePage({ catalogue: byQuads, text: nb }),
  );
});
