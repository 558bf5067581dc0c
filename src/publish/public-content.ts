/** What is public of a catalogue, made from the projection: models apart, and with it the codes that it points to. */
import type { Iri } from '../model/iri.js';
import { companions } from '../project/companions.js';
import { outsideThings } from '../project/outside-things.js';
import type { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { separateModels } from './model-graphs.js';
import type { PublicContent } from './public-graphs.js';

export function publicContent(
  linked: readonly Quad[],
  base: Iri,
  reference: GraphIndex,
): PublicContent {
  const { catalogue, models } = separateModels(linked, base);
  const labels = companions(linked, reference);
  return { catalogue, models, codes: [...labels, ...outsideThings([...linked, ...labels])] };
}
