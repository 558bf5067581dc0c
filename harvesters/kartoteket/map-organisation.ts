/**
 * Virksomhet → org:FormalOrganization, Leverandor → kdm:Supplier (model.md 4.3, 5.1).
 *   virksomhetsnavn, navn → foaf:name · orgnummer → dct:identifier, when the check digit holds
 *   virksomhetsforkortelse, gamle_… → skos:altLabel · overordnede_virksomheter → org:subOrganizationOf · www_url → foaf:homepage
 */
import { links, webAddress } from '../../src/harvest/found.js';
import { dct, foaf, kdm, org, skos } from '../../src/rdf/vocabularies.js';
import type { Payloads } from './fields.js';
import { validNumber } from './identify.js';
import type { Mapping } from './mapping.js';
import { abbreviationsOf } from './relations.js';

/**
 * Pseudo-units ("Ukjent virksomhet") look like any other but for their number. Those without a valid one have a policy
 * name of their own, so that opening all units does not open them: a steward lists the real ones.
 */
export function organisationPolicyType({ orgnummer }: Payloads['virksomhet']): string {
  return validNumber(orgnummer) === undefined ? 'virksomhet-uten-nummer' : 'virksomhet';
}

export function mapOrganisation(mapping: Mapping<Payloads['virksomhet']>): void {
  const { payload, to, context } = mapping;
  to.a(org.FormalOrganization, foaf.Agent).text(foaf.name, payload.virksomhetsnavn, 'nb');
  for (const short of abbreviationsOf(payload)) to.text(skos.altLabel, short, 'nb');
  number(mapping, payload.orgnummer);
  mapping.refer(org.subOrganizationOf, 'overordnede_virksomheter', {
    to: 'virksomhet',
    keys: payload.overordnede_virksomheter,
  });
  if (payload.www_url?.trim())
    mapping.add(links(context.subject, foaf.homepage, [webAddress(payload.www_url, 'www_url')]));
  mapping.times(payload);
}

export function mapSupplier(mapping: Mapping<Payloads['leverandor']>): void {
  const { payload, to } = mapping;
  to.a(kdm.Supplier, org.Organization).text(foaf.name, payload.navn, 'nb');
  number(mapping, payload.orgnummer);
  mapping.times(payload);
}

function number(mapping: Mapping<unknown>, text: string | null): void {
  if (!text?.trim()) return;
  const valid = validNumber(text);
  mapping.to.value(dct.identifier, valid);
  if (valid === undefined) mapping.find('ORGNR_INVALID', { found: text }, dct.identifier);
}
