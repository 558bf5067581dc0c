/** Which field of the register a property comes from, for findings: the same pairs as the mappers, the other way. */
import type { PropertyColumns } from '../../src/harvest/harvester.js';
import { dct, dpv, kdm } from '../../src/rdf/vocabularies.js';

export const PROPERTY_COLUMNS: PropertyColumns = {
  behandling: [
    [dct.title, 'behandlingen'],
    [dct.publisher, 'behandlingsansvarlig'],
    [dct.created, 'opprettet'],
    [dct.modified, 'sist_oppdatert'],
    [kdm.usesSystem, 'systemer'],
    [kdm.unitText, 'internt_ansvarlig'],
    [kdm.functionArea, 'funksjonsomraade'],
    [kdm.qualityAssured, 'informasjon_kvalitetssikret'],
    [dpv.hasPurpose, 'formaal'],
    [dpv.hasLegalBasis, 'behandlingsgrunnlag_valg'],
    [dpv.hasApplicableLaw, 'behandlingsgrunnlag_utdyping'],
    [dpv.hasDataSubject, 'den_registrerte'],
    [dpv.hasPersonalData, 'kategorier_personopplysninger'],
    [dpv.hasDataProcessor, 'navn_databehandler'],
    [dpv.hasDataSource, 'opplysningskilde'],
    [dpv.hasRecipient, 'utlevering_ekstern_myndighet_utdyping'],
    [dpv.hasStorageCondition, 'planlagte_slettefrister'],
    [dpv.hasNotice, 'informering_til_registrerte'],
    [dpv.hasTechnicalOrganisationalMeasure, 'sikkerhetstiltak'],
  ],
};
