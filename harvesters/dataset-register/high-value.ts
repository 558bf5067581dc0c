/**
 * High-value datasets, as Regulation (EU) 2023/138 and HVD-DCAT-AP-NO 1.0 want them marked (specs.md 3). Declared, never inferred: a
 * category in the row of a dataset marks it, its distributions and its services, but for those that say no.
 *   hvd_kategori → dcatap:hvdCategory · hvd → nei: not this one · hvd_uten_api, hvd_uten_nedlasting → kdm:apiWaiver, kdm:bulkWaiver
 */
import { yesOrNo } from '../../src/harvest/cell-values.js';
import { codeValue, links } from '../../src/harvest/found.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { bna, dcatap, euAct, kdm } from '../../src/rdf/vocabularies.js';
import type { Given } from './map-resource.js';

/** The regulation; the categories where they are asked for. */
export function* highValue(
  categories: readonly string[],
  { cells, context }: Given,
  { withCategory }: { readonly withCategory: boolean },
): Iterable<Quad | Issue> {
  if (categories.length === 0) return;
  if (cells.hvd && yesOrNo(cells.hvd) === undefined) {
    const place = { found: cells.hvd, field: 'hvd', known: 'ja, nei' };
    yield issue('LABEL_UNKNOWN', 'warning', place);
  }
  if (yesOrNo(cells.hvd) === false) return;
  yield* resource(context.subject).add(dcatap.applicableLegislation, euAct['reg_impl/2023/138/oj']);
  if (!withCategory) return;
  const field = { field: 'hvd_kategori', scheme: bna.asd487ae75.value };
  const found = categories.map((code) => codeValue(context, code, field));
  yield* links(context.subject, dcatap.hvdCategory, found);
}

/** Why the annex does not ask for an API, or for a download: a person's word, in Bokmål. */
export function waivers({ cells, context }: Given): Iterable<Quad> {
  return resource(context.subject)
    .text(kdm.apiWaiver, cells.hvd_uten_api, 'nb')
    .text(kdm.bulkWaiver, cells.hvd_uten_nedlasting, 'nb');
}
