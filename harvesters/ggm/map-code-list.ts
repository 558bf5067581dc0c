/** Enumerations and their values → modelldcatno:CodeList and CodeElement. `alias` is the code; without one, the name is. */
import type { MapContext, RawRecord } from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, kdm, modelldcatno, skos } from '../../src/rdf/vocabularies.js';
import { elementKey } from './ids.js';
import { moduleIri } from './links.js';
import type { GgmOptions } from './options.js';
import type { CodeListPayload } from './payload.js';
import { words } from './words.js';

const LABEL_AND_DEFINITION = { title: skos.prefLabel, description: skos.definition };

export function* mapCodeList(
  { payload, type, key }: RawRecord<CodeListPayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const { id, module, codes } = payload;
  const recordClass = context.recordClass(type, key);
  yield* words(resource(context.subject).a(modelldcatno.CodeList), context, payload)
    .value(dct.identifier, id)
    .link(modelldcatno.belongsToModule, moduleIri(context, module))
    .link(kdm.recordClass, recordClass);
  for (const code of codes) {
    const made = resource(context.mint('kode', elementKey(code.id))).a(modelldcatno.CodeElement);
    yield* words(made, context, code, LABEL_AND_DEFINITION)
      .value(dct.identifier, code.id)
      .value(skos.notation, code.notation)
      .link(skos.inScheme, context.subject)
      .link(kdm.recordClass, recordClass);
  }
}
