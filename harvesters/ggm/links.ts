/** IRIs of elements, and links that many kinds of element have. */
import type { MapContext, Mint } from '../../src/harvest/harvester.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { elementKey } from './ids.js';
import { MODEL_KEY } from './join.js';
import type { GgmOptions } from './options.js';
import type { RecordType } from './payload.js';

type Minting = { readonly mint: Mint };
type Context = MapContext<GgmOptions>;

/** The IRI of a record's element; `id` is the record's key. */
export function elementIri({ mint }: Minting, type: RecordType, id: string): Iri {
  if (type === 'modell') return mint('modell', MODEL_KEY);
  return mint(type, elementKey(id));
}

export function modelIri({ mint }: Minting): Iri {
  return mint('modell', MODEL_KEY);
}

export function moduleIri(context: Context, module: string | undefined): Iri | undefined {
  return module === undefined ? undefined : elementIri(context, 'modul', module);
}

/** The number that begins the name of a domain, as a code of the list of policy areas (model.md 4.7). */
export function* policyArea(context: Context, area: string | undefined): Iterable<Quad | Issue> {
  if (area === undefined) return;
  const scheme = `${VOCAB_BASE}kode/iv3`;
  const found = context.codes.find(scheme, area);
  if (found) yield quad(namedNode(context.subject), kdm.policyArea, namedNode(iri(found)));
  else {
    const known = context.codes.known(scheme).join(', ');
    yield issue('CODE_UNKNOWN', 'warning', { found: area, field: 'name', known });
  }
}
