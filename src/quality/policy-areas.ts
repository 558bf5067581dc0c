/**
 * The policy area of a thing (model.md 4.7): its own, else that of the module, dataset or object type it hangs on. A KOSTRA
 * function counts for the area that the crosswalk puts it in.
 */
import type { Graph } from '../rdf/graph.js';
import { dct, kdm, modelldcatno, skos } from '../rdf/vocabularies.js';

/** Where to look for the area of what has none itself: up to the module or whole, else across to the model or the data. */
const STEPS = [modelldcatno.belongsToModule, dct.isPartOf, kdm.realises, kdm.holds];

export interface PolicyAreas {
  /** Sorted; more than one for what serves several areas, none where nobody has said. */
  of(thing: string): readonly string[];
}

/** `reference` holds the code lists and the crosswalk between them. */
export function policyAreas(graph: Graph, reference: Graph): PolicyAreas {
  const known = new Map<string, readonly string[]>();
  const find = (thing: string, seen: ReadonlySet<string>): readonly string[] => {
    const own = graph.nodes(thing, kdm.policyArea).map(({ value }) => topArea(reference, value));
    if (own.length > 0) return own;
    const onward = new Set([...seen, thing]);
    for (const step of STEPS) {
      const next = graph.nodes(thing, step).filter(({ value }) => !onward.has(value));
      const found = next.flatMap(({ value }) => find(value, onward));
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    of(thing) {
      const areas = known.get(thing) ?? [...new Set(find(thing, new Set()))].sort();
      known.set(thing, areas);
      return areas;
    },
  };
}

/** Up the function's own list, and over to the area that takes it in; a code that leads nowhere is an area of its own. */
function topArea(reference: Graph, code: string): string {
  const seen = new Set<string>();
  for (let one: string | undefined = code; one !== undefined && !seen.has(one);) {
    seen.add(one);
    const area = areaAround(reference, one);
    if (area !== undefined) return area;
    one = reference.node(one, skos.broader)?.value;
  }
  return code;
}

/** The first by IRI, as a function may lie in several. */
function areaAround(reference: Graph, code: string): string | undefined {
  const around = [
    ...reference.nodes(code, skos.broadMatch).map(({ value }) => value),
    ...reference
      .pointingTo(code)
      .filter(({ predicate }) => predicate.equals(skos.narrowMatch))
      .map(({ subject }) => subject.value),
  ];
  return around.sort()[0];
}
