/**
 * Transfer out of the EEA (model.md 5.2 e): utlevering_utenfor_EU, tjenesteleveranse_land, garantier_overforing.
 * A country of delivery alone is no transfer; the row must say that there is one.
 */
import { yesOrNo } from '../../src/harvest/cell-values.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, dpv, gdpr, kdm } from '../../src/rdf/vocabularies.js';
import { countryOf, KNOWN_COUNTRIES } from './countries.js';
import { partIri, type ProcessingMap } from './map-context.js';
import type { Processing } from './payload.js';

const LOCATIONS = 'https://w3id.org/dpv/loc#';

const TOOLS: readonly (readonly [RegExp, string])[] = [
  [/adekvans|tilstrekkelig|adequacy|privacy framework|artikkel 45/i, 'A45-3'],
  [/standard\s*(?:personvern|kontrakt|avtale)|\bscc\b|46 nr\. 2 bokstav c/i, 'A46-2-c'],
  [/bindende (?:virksomhets|konsern)|\bbcr\b|46 nr\. 2 bokstav b/i, 'A46-2-b'],
];

export function* mapTransfer(map: ProcessingMap): Iterable<Quad | Issue> {
  const { processing, context, recordClass } = map;
  const named = thirdCountries(processing);
  if (!processing.transfersOut && yesOrNo(processing.thirdCountry) !== true && !named) return;
  const subject = partIri(map, 'overforing');
  const node = resource(subject)
    .a(dpv.Transfer, dpv.CrossBorderTransfer)
    .text(dct.description, processing.transferTool, 'nb')
    .link(kdm.recordClass, recordClass);
  const unknown: string[] = [];
  for (const name of named ?? processing.countries ?? []) {
    const country = countryOf(name);
    if (country === 'unknown') unknown.push(name);
    else if (country !== 'inside') node.link(dpv.hasThirdCountry, iri(LOCATIONS + country.code));
  }
  yield* tools(subject, processing.transferTool ?? '');
  yield* resource(context.subject).link(dpv.hasProcessing, subject);
  yield* node;
  yield* unknown.map(unknownCountry);
}

function tools(subject: Iri, text: string): Iterable<Quad> {
  const node = resource(subject);
  for (const [pattern, provision] of TOOLS) {
    if (pattern.test(text)) node.add(dpv.hasLegalBasis, gdpr.$.term(provision));
    if (pattern.test(text) && provision === 'A46-2-c')
      node.add(dpv.hasTechnicalOrganisationalMeasure, gdpr.SCCByCommission);
  }
  return node;
}

/** The column "tredjeland" of some forms: yes, no, or the countries themselves. */
function thirdCountries({ thirdCountry }: Processing): string[] | undefined {
  if (!thirdCountry || yesOrNo(thirdCountry) !== undefined) return undefined;
  return thirdCountry.split(/\s*[,;\n|]\s*/);
}

function unknownCountry(found: string): Issue {
  const known = KNOWN_COUNTRIES.join(', ');
  return issue('CODE_UNKNOWN', 'warning', { found, field: 'tjenesteleveranse_land', known });
}
