/**
 * Information models leave the catalogue: each goes into a public graph and a dump file of its own, with its licence. Imported models are
 * not ours (GGM is EUPL-1.2), and a feed of dataset descriptions is no place for thousands of model elements (model.md 9).
 */
import { iri, type Iri } from '../model/iri.js';
import { PUBLIC_GRAPHS } from '../model/site-settings.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { modelOf } from '../rdf/model-of.js';
import type { Quad } from '../rdf/terms.js';

export interface ModelGraph {
  /** Last part of the model's IRI: `ggm`. */
  readonly key: string;
  readonly graph: Iri;
  readonly quads: readonly Quad[];
}
export interface Separated {
  readonly catalogue: readonly Quad[];
  readonly models: readonly ModelGraph[];
}

export function separateModels(quads: readonly Quad[], base: Iri): Separated {
  const index = new GraphIndex(quads);
  const models = new Map<string, Quad[]>();
  const catalogue: Quad[] = [];
  const known = new Map<string, string | undefined>();
  for (const one of quads) {
    const subject = one.subject.value;
    if (!known.has(subject)) known.set(subject, modelOf(index, subject));
    const model = known.get(subject);
    if (model === undefined) catalogue.push(one);
    else push(models, model, one);
  }
  return {
    catalogue,
    models: [...models]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([model, own]) => {
        const key = model.slice(model.lastIndexOf('/') + 1);
        return { key, graph: iri(`${base}${PUBLIC_GRAPHS.models}/${key}`), quads: own };
      }),
  };
}

function push(models: Map<string, Quad[]>, model: string, one: Quad): void {
  const own = models.get(model);
  if (own) own.push(one);
  else models.set(model, [one]);
}
