/**
 * Classes of things that are parts of something and mean nothing alone: a contact, a period, a purpose. The projection lets
 * them out only when a public thing points to them (C3); a page and a document show them with their whole.
 */
import { cv, dcat, dct, dpv, eli, odrs, vcard } from './vocabularies.js';

export const PART_CLASSES: ReadonlySet<string> = new Set(
  [
    ...[vcard.Kind, dct.PeriodOfTime, eli.LegalResource, dcat.Distribution],
    ...[odrs.RightsStatement, cv.Cost],
    ...[dpv.Purpose, dpv.DataSubject, dpv.PersonalData, dpv.DataSource, dpv.ThirdParty],
    ...[dpv.StorageDuration, dpv.StorageDeletion, dpv.Transfer, dpv.PrivacyNotice],
  ].map((term) => term.value),
);
