/** The kind of record a described thing is: by its class, in the words of our IRIs (model.md 3). */
import type { NamedNode } from '../../src/rdf/terms.js';
import { dcat, dct, dpv, foaf, kdm, odrl, org, skos, vcard } from '../../src/rdf/vocabularies.js';

/** First match wins: a thing that is both an agent and a system is a system. */
const TYPES: readonly (readonly [NamedNode, string])[] = [
  [dcat.Catalog, 'katalog'],
  [dcat.DatasetSeries, 'serie'],
  [dcat.Dataset, 'datasett'],
  [dcat.DataService, 'datatjeneste'],
  [dcat.Distribution, 'distribusjon'],
  [kdm.System, 'system'],
  [kdm.Platform, 'plattform'],
  [kdm.Software, 'programvare'],
  [kdm.SystemUse, 'systembruk'],
  [kdm.Integration, 'integrasjon'],
  [kdm.Supplier, 'leverandor'],
  [kdm.Agreement, 'avtale'],
  [kdm.RiskAssessment, 'ros'],
  [kdm.RiskScenario, 'risiko'],
  [kdm.DpiaNeed, 'dpiabehov'],
  [dpv.DPIA, 'dpia'],
  [dpv.Transfer, 'overforing'],
  [kdm.DataRequest, 'foresporsel'],
  [kdm.RequestAssessment, 'vurdering'],
  [kdm.RequestDecision, 'vedtak'],
  [odrl.Agreement, 'vilkar'],
  [dpv.ROPA, 'protokoll'],
  [dpv.Process, 'behandling'],
  [dpv.Purpose, 'formal'],
  [skos.Concept, 'begrep'],
  [org.OrganizationalUnit, 'enhet'],
  [org.FormalOrganization, 'virksomhet'],
  [org.Organization, 'virksomhet'],
  [foaf.Agent, 'virksomhet'],
  [vcard.Organization, 'kontakt'],
  [vcard.Group, 'kontakt'],
  [vcard.Kind, 'kontakt'],
  [dct.PeriodOfTime, 'periode'],
];

/** Of a class that is not in the table: its local name. Undefined without a class. */
export function recordType(classes: readonly string[]): string | undefined {
  const known = TYPES.find(([one]) => classes.includes(one.value))?.[1];
  const [first] = [...classes].sort();
  return known ?? first?.slice(Math.max(first.lastIndexOf('/'), first.lastIndexOf('#')) + 1);
}
