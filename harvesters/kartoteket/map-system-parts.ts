/**
 * The parts of a system with IRIs of their own: the shared mailbox of its managers (kdm:RoleContact) and their section
 * (org:OrganizationalUnit). A mailbox has the class of its system; whether it may be shown the projection decides.
 */
import { issue } from '../../src/model/issue.js';
import { tryIri } from '../../src/model/iri.js';
import { hashedKey } from '../../src/model/key.js';
import { alias } from '../../src/harvest/harvester.js';
import { resource } from '../../src/rdf/resource.js';
import { dcat, foaf, kdm, org, vcard } from '../../src/rdf/vocabularies.js';
import type { Payloads } from './fields.js';
import { sourceAlias } from './identify.js';
import type { Mapping } from './mapping.js';

type SystemMapping = Mapping<Payloads['system']>;

const MAILBOX = /^[^\s@<>()"',;:\\]{1,64}@[^\s@<>()"',;:\\]{1,200}\.[^\s@.]{2,}$/;

export function roleContact(mapping: SystemMapping): void {
  const { payload, context, to, key } = mapping;
  const mail = payload.forvaltning_epost?.trim();
  if (!mail) return;
  const address = MAILBOX.test(mail) ? tryIri(`mailto:${mail}`) : undefined;
  if (!address) {
    // Not with the value: what is no address here is often a name.
    const params = { found: '…', field: 'forvaltning_epost' };
    mapping.add([issue('IRI_INVALID', 'warning', params)]);
    return;
  }
  const contact = context.mint('kontakt', hashedKey('kartoteket:System:forvaltning', key));
  to.link(dcat.contactPoint, contact);
  mapping.add(
    resource(contact)
      .a(kdm.RoleContact, vcard.Group, vcard.Kind)
      .value(vcard.fn, `Forvaltning av ${payload.navn?.trim() || 'systemet'}`)
      .link(vcard.hasEmail, address)
      .link(kdm.recordClass, context.recordClass('system', key)),
  );
}

/** A unit the HR source described already is linked to; else it is described here, as far as the register knows it. */
export function unit(mapping: SystemMapping): void {
  const { payload, context, to } = mapping;
  const found = payload.systemforvalter_orgenhet_ouid;
  const number = found?.hr_ouid ?? found?.prk_ouid ?? null;
  if (!found || number === null) return;
  const [known] = context.resolve(alias('enhet-ouid', number));
  if (known) {
    to.link(kdm.managingUnit, known);
    return;
  }
  const made = context.mint('enhet', hashedKey('kartoteket:orgenhet', number));
  to.link(kdm.managingUnit, made);
  const manager = context.resolve(
    sourceAlias('virksomhet', payload.systemforvalter_virksomhet ?? ''),
  );
  mapping.add(
    resource(made)
      .a(org.OrganizationalUnit)
      .text(foaf.name, found.hr_navn, 'nb')
      .link(org.unitOf, manager.length === 1 ? manager[0] : undefined)
      .link(kdm.recordClass, context.recordClass('enhet', String(number))),
  );
}
