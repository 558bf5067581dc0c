/** serier → dcat:DatasetSeries: no distribution, no dcat:prev, first and last by name (DCAT-AP-NO 3, Datasettserie). */
import { manyValues } from '../../src/harvest/cell-values.js';
import { missingField, timeValue } from '../../src/harvest/found.js';
import type { RawRecord } from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import { confidentialityStatements, recordClassOf, recordClassStatements } from './access.js';
import {
  codes,
  identifierOf,
  publisherAndContact,
  references,
  texts,
  themesOf,
  type RegisterContext,
} from './map-resource.js';
import { highValue } from './high-value.js';
import type { RegisterPayload } from './payload.js';

export function* mapSeries(
  { payload: { cells }, type, key }: RawRecord<RegisterPayload>,
  context: RegisterContext,
): Iterable<Quad | Issue> {
  const given = { cells, context };
  const { subject } = context;
  yield* resource(subject).a(dcat.DatasetSeries).value(dct.identifier, identifierOf(subject));
  yield* texts(dct.title, cells, 'tittel', context);
  yield* texts(dct.description, cells, 'beskrivelse', context);
  yield* publisherAndContact(cells, context);
  yield* themesOf(given);
  yield* codes(dct.accrualPeriodicity, 'frequency', 'frekvens', given);
  yield* timeValue(subject, { predicate: dct.issued, field: 'utgitt' }, cells.utgitt);
  yield* timeValue(subject, { predicate: dct.modified, field: 'endret' }, cells.endret);
  yield* references(dcat.first, ['datasett'], 'forste', given);
  yield* references(dcat.last, ['datasett'], 'siste', given);
  yield* highValue(manyValues(cells.hvd_kategori), given, { withCategory: true });
  yield* confidentialityStatements(given);
  yield* recordClassStatements(given, recordClassOf(given, { type, key }));
  for (const field of ['tittel_nb', 'beskrivelse_nb', 'tema'] as const)
    if (!cells[field]) yield missingField(field);
}
