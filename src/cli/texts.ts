/** What the commands say, in nb, nn and en. */
import { PORTAL_TEXTS } from './texts-portal.js';
import { QUALITY_TEXTS } from './texts-quality.js';
import { QUERY_TEXTS } from './texts-query.js';
import { SHACL_TEXTS } from './texts-shacl.js';
import { fillLangText, type Lang, type LangText, type TextParams } from '../model/lang-text.js';

const TEXTS = {
  ...SHACL_TEXTS,
  ...PORTAL_TEXTS,
  ...QUALITY_TEXTS,
  ...QUERY_TEXTS,
  harvesting: { nb: 'Henter {source}', nn: 'Hentar {source}', en: 'Fetching {source}' },
  mapping: { nb: 'Oversetter {source}', nn: 'Omset {source}', en: 'Mapping {source}' },
  validating: {
    nb: 'Kontrollerer mot reglene',
    nn: 'Kontrollerer mot reglane',
    en: 'Checking against the rules',
  },
  projecting: {
    nb: 'Velger ut det som kan vises',
    nn: 'Vel ut det som kan visast',
    en: 'Choosing what may be shown',
  },
  writing: { nb: 'Skriver revisjonen', nn: 'Skriv revisjonen', en: 'Writing the revision' },
  loadingEngine: {
    nb: 'Laster revisjonen i grafmotoren',
    nn: 'Lastar revisjonen i grafmotoren',
    en: 'Loading the revision into the graph engine',
  },
  engineSame: {
    nb: 'Grafmotoren har revisjonen fra før.',
    nn: 'Grafmotoren har revisjonen frå før.',
    en: 'The graph engine has the revision already.',
  },
  engineLoaded: {
    nb: 'Grafmotoren svarer fra revisjonen: {triples} tripler i {graphs} grafer.',
    nn: 'Grafmotoren svarer frå revisjonen: {triples} triplar i {graphs} grafar.',
    en: 'The graph engine answers from the revision: {triples} triples in {graphs} graphs.',
  },
  engineAsText: {
    nb: '{count} verdier er lastet som ren tekst, fordi motoren ville endret dem:',
    nn: '{count} verdiar er lasta som rein tekst, fordi motoren ville endra dei:',
    en: '{count} values were loaded as plain text, since the engine would have changed them:',
  },
  engineHolds: {
    nb: 'revisjon {revision}, {graphs} grafer',
    nn: 'revisjon {revision}, {graphs} grafar',
    en: 'revision {revision}, {graphs} graphs',
  },
  engineKept: {
    nb: 'Revisjonen er publisert og vises fra filene.',
    nn: 'Revisjonen er publisert og blir vist frå filene.',
    en: 'The revision is published and served from its files.',
  },
  changed: { nb: 'endret', nn: 'endra', en: 'changed' },
  unchanged: { nb: 'uendret', nn: 'uendra', en: 'unchanged' },
  held: { nb: 'holdt igjen', nn: 'halden igjen', en: 'held' },
  failed: { nb: 'feilet', nn: 'feila', en: 'failed' },
  recordCounts: {
    nb: '{read} lest = {mapped} oversatt + {rejected} avvist',
    nn: '{read} lesne = {mapped} omsette + {rejected} avviste',
    en: '{read} read = {mapped} mapped + {rejected} rejected',
  },
  keptCounts: {
    nb: 'Forrige vellykkede høsting, som gjelder: {counts}',
    nn: 'Førre vellykka hausting, som gjeld: {counts}',
    en: 'The last good harvest, which stands: {counts}',
  },
  moreRejected: {
    nb: '… og {count} til: npm run -s shacl -- {source} --severity warning',
    nn: '… og {count} til: npm run -s shacl -- {source} --severity warning',
    en: '… and {count} more: npm run -s shacl -- {source} --severity warning',
  },
  dryRun: {
    nb: 'Prøvekjøring: ingenting er lagret.',
    nn: 'Prøvekøyring: ingenting er lagra.',
    en: 'Dry run: nothing was saved.',
  },
  published: {
    nb: 'Revisjon {number} er publisert: {published} av {read} poster er offentlige.',
    nn: 'Revisjon {number} er publisert: {published} av {read} postar er offentlege.',
    en: 'Revision {number} is published: {published} of {read} records are public.',
  },
  notChanged: {
    nb: 'Ingenting er endret: revisjon {number} gjelder.',
    nn: 'Ingenting er endra: revisjon {number} gjeld.',
    en: 'Nothing has changed: revision {number} stands.',
  },
  accountLine: {
    nb: '{source}: {read} lest = {published} publisert + {held} holdt tilbake{reasons} + {rejected} avvist',
    nn: '{source}: {read} lesne = {published} publiserte + {held} haldne tilbake{reasons} + {rejected} avviste',
    en: '{source}: {read} read = {published} published + {held} held back{reasons} + {rejected} rejected',
  },
  heldClass: { nb: 'klasse', nn: 'klasse', en: 'class' },
  heldInvalid: { nb: 'feil som må rettes', nn: 'feil som må rettast', en: 'faults to mend' },
  heldReference: { nb: 'oppslag', nn: 'oppslag', en: 'look-up' },
  heldPart: { nb: 'ikke i bruk offentlig', nn: 'ikkje i bruk offentleg', en: 'not used in public' },
  heldNeverPublic: { nb: 'vises aldri', nn: 'blir aldri vist', en: 'never shown' },
  heldWithdrawn: {
    nb: 'trukket for hånd',
    nn: 'trekt for hand',
    en: 'withdrawn by hand',
  },
  heldBack: {
    nb: 'Holdt tilbake: {count} av {served} datasett ville forsvunnet fra data.norge.no og de andre portalene. Den forrige revisjonen vises fortsatt.',
    nn: 'Halde tilbake: {count} av {served} datasett ville forsvunne frå data.norge.no og dei andre portalane. Den førre revisjonen blir framleis vist.',
    en: 'Held back: {count} of {served} datasets would disappear from data.norge.no and the other portals. The revision before is still served.',
  },
  heldLine: {
    nb: '{title} ({why}): {iri}',
    nn: '{title} ({why}): {iri}',
    en: '{title} ({why}): {iri}',
  },
  heldMore: {
    nb: '… og {count} til, se {file}',
    nn: '… og {count} til, sjå {file}',
    en: '… and {count} more, see {file}',
  },
  heldAdvice: {
    nb: 'Skal de bort, kjør «npm run publish -- --accept». Ellers: rett kilden, og kjør «npm run harvest» og «npm run publish».',
    nn: 'Skal dei bort, køyr «npm run publish -- --accept». Elles: rett kjelda, og køyr «npm run harvest» og «npm run publish».',
    en: 'If they are to go, run "npm run publish -- --accept". If not, mend the source, and run "npm run harvest" and "npm run publish".',
  },
  heldDemoted: {
    nb: 'Det som ikke lenger er åpent, er tatt bort med en gang (revisjon {number}).',
    nn: 'Det som ikkje lenger er ope, er teke bort med ein gong (revisjon {number}).',
    en: 'What is no longer open has been taken away at once (revision {number}).',
  },
  whyWithdrawn: { nb: 'trukket av kilden', nn: 'trekt av kjelda', en: 'withdrawn by its source' },
  whyRenamed: { nb: 'har fått ny adresse', nn: 'har fått ny adresse', en: 'has a new address' },
  whyFaulty: {
    nb: 'holdt tilbake for feil',
    nn: 'halde tilbake for feil',
    en: 'held back for faults',
  },
  waiting: {
    nb: '{source}: en ny høsting venter på godkjenning. Kjør «npm run publish -- --accept {source}».',
    nn: '{source}: ei ny hausting ventar på godkjenning. Køyr «npm run publish -- --accept {source}».',
    en: '{source}: a new harvest waits for approval. Run "npm run publish -- --accept {source}".',
  },
  ready: {
    nb: 'Datakatalogen er klar på {url}',
    nn: 'Datakatalogen er klar på {url}',
    en: 'The data catalogue is ready at {url}',
  },
  readyLinks: {
    nb: '  sider    {url}nb/\n  katalog  {url}katalog.ttl (også .jsonld .rdf .nt)\n  SPARQL   {url}sparql\n  stopp    Ctrl+C',
    nn: '  sider    {url}nn/\n  katalog  {url}katalog.ttl (òg .jsonld .rdf .nt)\n  SPARQL   {url}sparql\n  stopp    Ctrl+C',
    en: '  pages    {url}en/\n  catalog  {url}katalog.ttl (also .jsonld .rdf .nt)\n  SPARQL   {url}sparql\n  stop     Ctrl+C',
  },
  servingOld: {
    nb: 'Publiseringen stanset. Forrige revisjon vises fortsatt.',
    nn: 'Publiseringa stansa. Førre revisjon blir framleis vist.',
    en: 'Publishing stopped. The previous revision is still served.',
  },
  portTaken: {
    nb: 'Port {port} er opptatt. Velg en annen, for eksempel: PORT=8081 npm start',
    nn: 'Port {port} er oppteken. Vel ein annan, til dømes: PORT=8081 npm start',
    en: 'Port {port} is taken. Choose another, for example: PORT=8081 npm start',
  },
  portInvalid: {
    nb: 'PORT må være et tall mellom 0 og 65535, fikk «{port}».',
    nn: 'PORT må vere eit tal mellom 0 og 65535, fekk «{port}».',
    en: 'PORT must be a number between 0 and 65535, got "{port}".',
  },
  sourceUnknown: {
    nb: 'Finner ingen kilde «{source}». Velg blant: {known}.',
    nn: 'Finn inga kjelde «{source}». Vel mellom: {known}.',
    en: 'There is no source "{source}". Choose among: {known}.',
  },
  optionUnknown: {
    nb: 'Ukjent valg {option}.{suggestion}',
    nn: 'Ukjent val {option}.{suggestion}',
    en: 'Unknown option {option}.{suggestion}',
  },
  didYouMean: { nb: ' Mente du {word}?', nn: ' Meinte du {word}?', en: ' Did you mean {word}?' },
  optionNeedsValue: {
    nb: 'Valget {option} trenger en verdi.',
    nn: 'Valet {option} treng ein verdi.',
    en: 'The option {option} needs a value.',
  },
  optionTakesNoValue: {
    nb: 'Valget {option} tar ingen verdi.',
    nn: 'Valet {option} tek ingen verdi.',
    en: 'The option {option} takes no value.',
  },
  argumentUnexpected: {
    nb: 'Kommandoen tar ikke imot «{word}».',
    nn: 'Kommandoen tek ikkje imot «{word}».',
    en: 'The command does not take "{word}".',
  },
  languageUnknown: {
    nb: 'Ukjent språk «{wanted}»; velg nb, nn eller en.',
    nn: 'Ukjent språk «{wanted}»; vel nb, nn eller en.',
    en: 'Unknown language "{wanted}"; choose nb, nn or en.',
  },
  commandUnknown: {
    nb: 'Ukjent kommando «{command}».{suggestion}',
    nn: 'Ukjend kommando «{command}».{suggestion}',
    en: 'Unknown command "{command}".{suggestion}',
  },
  internalError: {
    nb: 'Feil i programmet. Meld den med teksten under.',
    nn: 'Feil i programmet. Meld han med teksten under.',
    en: 'A fault in the program. Report it with the text below.',
  },
} as const satisfies Record<string, LangText>;

export type TextKey = keyof typeof TEXTS;

export function say(key: TextKey, language: Lang, params: TextParams = {}): string {
  return fillLangText(TEXTS[key], params)[language];
}
