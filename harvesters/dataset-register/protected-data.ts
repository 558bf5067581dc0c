/**
 * How one may be let in to data that are closed: what the single information point of the Data Governance Act, Regulation (EU)
 * 2022/868 article 8, tells of protected data. Declared, never inferred.
 *   vernede_data → dcatap:applicableLegislation · vilkar → dct:rights with the conditions · sok_tilgang → dcatno:accessRequestURL, foaf:page
 *   gebyr_kroner, gebyr → cv:hasCost with the amount and what it is for
 */
import { yesOrNo } from '../../src/harvest/cell-values.js';
import { links, webAddress } from '../../src/harvest/found.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import {
  currency,
  cv,
  dcatap,
  dcatno,
  dct,
  euAct,
  foaf,
  kdm,
  odrs,
  xsd,
} from '../../src/rdf/vocabularies.js';
import { identifierOf, onlyQuads, texts, type Given } from './map-resource.js';

export function* protectedData(given: Given, recordClass: Iri | undefined): Iterable<Quad | Issue> {
  const { cells, context } = given;
  const subject = resource(context.subject);
  const isProtected = yesOrNo(cells.vernede_data);
  if (isProtected) yield* subject.add(dcatap.applicableLegislation, euAct['reg/2022/868/oj']);
  if (cells.vernede_data && isProtected === undefined)
    yield unknownWord('vernede_data', cells.vernede_data, 'ja, nei');
  yield* requestForm(given);
  yield* conditions(given, recordClass);
  yield* cost(given, recordClass);
}

/** Twice: portals read the page, our own page tells the form from the other pages. */
function* requestForm({ cells, context }: Given): Iterable<Quad | Issue> {
  if (!cells.sok_tilgang) return;
  const found = [webAddress(cells.sok_tilgang, 'sok_tilgang')];
  yield* links(context.subject, dcatno.accessRequestURL, found);
  yield* onlyQuads(links(context.subject, foaf.page, found));
}

function* conditions(
  { cells, context }: Given,
  recordClass: Iri | undefined,
): Iterable<Quad | Issue> {
  const subject = context.mint('vilkar', identifierOf(context.subject));
  const described = [...texts(dct.description, cells, 'vilkar', { ...context, subject })];
  if (described.length === 0) return;
  yield* resource(context.subject).link(dct.rights, subject);
  yield* resource(subject)
    .a(odrs.RightsStatement, dct.RightsStatement)
    .link(kdm.recordClass, recordClass);
  yield* described;
  if (!cells.sok_tilgang) return;
  const guidelines = links(subject, odrs.reuserGuidelines, [
    webAddress(cells.sok_tilgang, 'sok_tilgang'),
  ]);
  yield* onlyQuads(guidelines);
}

function* cost({ cells, context }: Given, recordClass: Iri | undefined): Iterable<Quad | Issue> {
  if (!cells.gebyr_kroner) return;
  const amount = cells.gebyr_kroner.replace(/\s/g, '').replace(',', '.');
  if (!/^\d+(\.\d{1,2})?$/.test(amount)) {
    yield unknownWord('gebyr_kroner', cells.gebyr_kroner, '0, 750, 99.50');
    return;
  }
  const subject = context.mint('gebyr', identifierOf(context.subject));
  yield* resource(context.subject).link(cv.hasCost, subject);
  yield* resource(subject)
    .a(cv.Cost)
    .value(cv.hasValue, amount, xsd.double)
    .add(cv.currency, currency.NOK)
    .link(kdm.recordClass, recordClass);
  yield* texts(dct.description, cells, 'gebyr', { ...context, subject });
}

function unknownWord(field: string, found: string, known: string): Issue {
  return issue('CODE_UNKNOWN', 'warning', { found, field, known });
}
