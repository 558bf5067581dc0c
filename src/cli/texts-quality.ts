/** What `npm run quality` says, in nb, nn and en. */
import type { LangText } from '../model/lang-text.js';

export const QUALITY_TEXTS = {
  qualityHead: {
    nb: 'Målt: {datasets} offentlige datasett i revisjon {revision}, slik portalene ser dem.',
    nn: 'Målt: {datasets} offentlege datasett i revisjon {revision}, slik portalane ser dei.',
    en: 'Measured: {datasets} public datasets of revision {revision}, as the portals see them.',
  },
  qualityOutside: {
    nb: '{heldBack} datasett er ikke offentlige og gir ingen poeng. {unscored} serier måles ikke av portalene.',
    nn: '{heldBack} datasett er ikkje offentlege og gir ingen poeng. {unscored} seriar blir ikkje målte av portalane.',
    en: '{heldBack} datasets are not public and give no points. {unscored} series are not scored by the portals.',
  },
  qualityLegend: {
    nb: '«254–293 / 314» leses slik: 254 poeng er sikre, 293 hvis alt som ikke er kontrollert er i orden, 314 er det tilgangsklassen kan få. Prosenten er sikre poeng av det. Nivået er portalens eget ord.',
    nn: '«254–293 / 314» blir lese slik: 254 poeng er sikre, 293 om alt som ikkje er kontrollert er i orden, 314 er det tilgangsklassa kan få. Prosenten er sikre poeng av det. Nivået er ordet portalen sjølv bruker.',
    en: '"254–293 / 314" reads: 254 points are sure, 293 if everything unchecked is in order, 314 is what the access class can attain. The percentage is sure points of that. The level is the portal\'s own word.',
  },
  qualityUnasked: {
    nb: 'Adresser utenfor katalogen er ikke kontrollert; --links spør dem. Egne datafiler svarer fordi vi selv leverer dem.',
    nn: 'Adresser utanfor katalogen er ikkje kontrollerte; --links spør dei. Eigne datafiler svarar fordi vi sjølve leverer dei.',
    en: 'Addresses outside the catalogue have not been checked; --links asks them. Our own data files answer because we serve them.',
  },
  qualityAsking: { nb: 'Spør adresser', nn: 'Spør adresser', en: 'Asking addresses' },
  qualityNone: {
    nb: 'Ingen offentlige datasett å måle.',
    nn: 'Ingen offentlege datasett å måle.',
    en: 'No public datasets to measure.',
  },
  qualityWhole: { nb: 'Hele utvalget', nn: 'Heile utvalet', en: 'All of these' },
  qualityDatasets: { nb: 'datasett', nn: 'datasett', en: 'datasets' },
  qualityNoPublisher: { nb: 'uten utgiver', nn: 'utan utgjevar', en: 'without a publisher' },
  qualityGains: { nb: 'Dette løfter mest', nn: 'Dette lyfter mest', en: 'This lifts most' },
  qualityGainEqual: {
    nb: '{action} på {datasets} datasett: +{no} hver, +{averageNo} på snittet',
    nn: '{action} på {datasets} datasett: +{no} kvar, +{averageNo} på snittet',
    en: '{action} on {datasets} datasets: +{no} each, +{averageNo} on the average',
  },
  qualityGainApart: {
    nb: '{action} på {datasets} datasett: +{no} hver hos data.norge.no (+{averageNo} på snittet), +{eu} hos data.europa.eu (+{averageEu})',
    nn: '{action} på {datasets} datasett: +{no} kvar hos data.norge.no (+{averageNo} på snittet), +{eu} hos data.europa.eu (+{averageEu})',
    en: '{action} on {datasets} datasets: +{no} each at data.norge.no (+{averageNo} on the average), +{eu} at data.europa.eu (+{averageEu})',
  },
  qualityOwners: { nb: 'eier: {owners}', nn: 'eigar: {owners}', en: 'owner: {owners}' },
  qualityMore: { nb: '… og {count} til', nn: '… og {count} til', en: '… and {count} more' },
  qualityNothingLost: {
    nb: 'Alt som kan få poeng, har fått det.',
    nn: 'Alt som kan få poeng, har fått det.',
    en: 'Everything that can get points has got them.',
  },
  qualityUnchecked: { nb: 'ikke kontrollert', nn: 'ikkje kontrollert', en: 'not checked' },
  qualityAnswered: {
    nb: '{found} svarte {status}',
    nn: '{found} svarte {status}',
    en: '{found} answered {status}',
  },
  qualitySilent: {
    nb: '{found} svarte ikke',
    nn: '{found} svarte ikkje',
    en: '{found} did not answer',
  },
  qualityFound: { nb: 'står nå: {found}', nn: 'står no: {found}', en: 'now says: {found}' },
  qualityTrendNone: {
    nb: 'Ingen målinger ennå: publiser først.',
    nn: 'Ingen målingar enno: publiser først.',
    en: 'No measurements yet: publish first.',
  },
  qualityByUnknown: {
    nb: 'Ukjent gruppering «{text}»; velg dataset, publisher eller catalogue.',
    nn: 'Ukjend gruppering «{text}»; vel dataset, publisher eller catalogue.',
    en: 'Unknown grouping "{text}"; choose dataset, publisher or catalogue.',
  },
  qualityFormatUnknown: {
    nb: 'Ukjent format «{text}»; velg text, json eller turtle.',
    nn: 'Ukjent format «{text}»; vel text, json eller turtle.',
    en: 'Unknown format "{text}"; choose text, json or turtle.',
  },
  qualityOwnerUnknown: {
    nb: 'Ingen utgiver av offentlige datasett heter «{text}».{suggestion}',
    nn: 'Ingen utgjevar av offentlege datasett heiter «{text}».{suggestion}',
    en: 'No publisher of public datasets is called "{text}".{suggestion}',
  },
} as const satisfies Record<string, LangText>;
