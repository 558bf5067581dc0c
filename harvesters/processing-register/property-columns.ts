/** Which field of the register a property comes from, for findings: the same pairs as the mappers, the other way. */
import type { PropertyColumns } from '../../src/harvest/harvester.js';
import { DPIA_CRITERIA } from '../../src/model/dpia.js';
import { dct, dpv, kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { CRITERIA } from './dpia-need.js';

const CRITERION_CODES = `${VOCAB_BASE}kode/dpia-kriterium`;

export const PROPERTY_COLUMNS: PropertyColumns = {
  behandling: [
    [dct.title, 'behandlingen'],
    [dct.publisher, 'behandlingsansvarlig'],
    [dct.created, 'opprettet'],
    [dct.modified, 'sist_oppdatert'],
    [kdm.usesSystem, 'systemer'],
    [kdm.confidentialityClass, 'krav_sikkerhetsnivaa'],
    [kdm.dpiaConclusion, 'behovForDPIA'],
    [kdm.processorWithoutAgreement, 'databehandleravtale_status_boolean'],
    [dpv.hasDataController, 'bekreftet_behandlingsansvarlig'],
    [dpv.hasProcessing, 'utlevering_utenfor_EU'],
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
  dpiabehov: [
    ...DPIA_CRITERIA.flatMap((code) =>
      [kdm.unansweredCriterion, kdm.suggestedAnswer].map(
        (property) =>
          [property, `behovForDPIA.${CRITERIA[code]}`, `${CRITERION_CODES}/${code}`] as const,
      ),
    ),
    [kdm.expectedDpiaConclusion, 'behovForDPIA.konklusjon'],
  ],
  overforing: [
    [dpv.hasThirdCountry, 'tjenesteleveranse_land'],
    [dpv.hasLegalBasis, 'garantier_overforing'],
  ],
  avtale: [
    [kdm.controllerParty, 'behandlingsansvarlig'],
    [kdm.processorParty, 'navn_databehandler'],
  ],
};
