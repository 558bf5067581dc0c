/** What the generated texts are made of. */
const list = (text: string): readonly string[] => text.split(/\s+/);

export const WORDS_NB = list(
  `adresse anlegg arkiv avfall avløp badeplass barnehage behov bibliotek bolig bro budsjett buss bygg bydel eiendom elev energi
ferdsel flom folkehelse forvaltning frivillig gate grunnvann havn helse hytte idrett innbygger kai kart klage klima kulturminne
kommune lekeplass luft lysløype lønn matrikkel miljø naturmangfold omsorg park plan regnskap rekreasjon renovasjon rute saksgang
skog skole skred skuterløype snø strand støy sykkel tilskudd tjeneste trafikk tre turvei ulykke vann vedtak vei økonomi ås`,
);
export const WORDS_EN = list(
  `accident address air archive avalanche bathing beach bicycle bridge budget building bus care citizen city climate complaint
culture decision district energy environment estate flood forest grant groundwater harbour health heritage hiking housing
kindergarten land leisure library map municipality noise nursery park plan playground property pupil quay road route school
service sewage snow sport street tax traffic tree volunteer waste water welfare winter`,
);

/** EU data themes, as the tables of the Publications Office name them. */
export const THEMES = list('AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN');
/** High-value dataset categories (Implementing Regulation (EU) 2023/138). */
export const HVD_CATEGORIES = list(
  'c_164e0bf5 c_a9135398 c_ac64a52d c_b79e35eb c_dd313021 c_e1da4e07',
);
export const FREQUENCIES = list('ANNUAL CONT DAILY IRREG MONTHLY WEEKLY');
export const LICENCES = list('CC0 CC_BY_4_0 NLOD_2_0');
/** File type → media type. */
export const FORMATS = [
  ['CSV', 'text/csv'],
  ['GEOJSON', 'application/geo+json'],
  ['JSON', 'application/json'],
  ['PDF', 'application/pdf'],
  ['RDF_TURTLE', 'text/turtle'],
  ['SHP', 'application/zip'],
  ['XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['XML', 'application/xml'],
] as const;
