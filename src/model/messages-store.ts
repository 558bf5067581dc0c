/** Failures of the remote store: an engine for graphs of the operator's own. What is published in files stays as it is. */
import type { Message } from './message.js';

export const STORE_FAILURES = {
  STORE_UNREACHABLE: {
    message: {
      nb: 'Fikk ikke kontakt med grafmotoren på {url} ({cause}).',
      nn: 'Fekk ikkje kontakt med grafmotoren på {url} ({cause}).',
      en: 'The graph engine at {url} cannot be reached ({cause}).',
    },
    hint: {
      nb: 'Sjekk at motoren går, og adressene under «store» i catalog.yaml. Kjør så «npm run publish» på nytt.',
      nn: 'Sjekk at motoren går, og adressene under «store» i catalog.yaml. Køyr så «npm run publish» på nytt.',
      en: 'Check that the engine runs, and the addresses under "store" in catalog.yaml. Then run "npm run publish" again.',
    },
  },
  STORE_TIMEOUT: {
    message: {
      nb: 'Grafmotoren på {url} svarte ikke innen {seconds} sekunder.',
      nn: 'Grafmotoren på {url} svarte ikkje innan {seconds} sekund.',
      en: 'The graph engine at {url} did not answer within {seconds} seconds.',
    },
  },
  STORE_DENIED: {
    message: {
      nb: 'Grafmotoren på {url} godtar ikke brukeren (status {status}).',
      nn: 'Grafmotoren på {url} godtek ikkje brukaren (status {status}).',
      en: 'The graph engine at {url} does not accept the user (status {status}).',
    },
    hint: {
      nb: 'Sjekk «store.auth» i catalog.yaml: type (basic eller digest), bruker og passord, og at brukeren har lov til å skrive.',
      nn: 'Sjekk «store.auth» i catalog.yaml: type (basic eller digest), brukar og passord, og at brukaren har lov til å skrive.',
      en: 'Check "store.auth" in catalog.yaml: kind (basic or digest), user and password, and that the user may write.',
    },
  },
  STORE_REFUSED: {
    message: {
      nb: 'Grafmotoren på {url} avviste forespørselen (status {status}): {cause}',
      nn: 'Grafmotoren på {url} avviste førespurnaden (status {status}): {cause}',
      en: 'The graph engine at {url} refused the request (status {status}): {cause}',
    },
  },
  STORE_INCOMPLETE: {
    message: {
      nb: 'Grafmotoren holder ikke {graph} hel: {expected} ventet, {found} funnet ({part}).',
      nn: 'Grafmotoren held ikkje {graph} heil: {expected} venta, {found} funne ({part}).',
      en: 'The graph engine does not hold {graph} whole: {expected} expected, {found} found ({part}).',
    },
    hint: {
      nb: 'Sjekk grenser i motoren (ResultSetMaxRows i Virtuoso) og loggen dens. Revisjonen som gjaldt, gjelder fortsatt.',
      nn: 'Sjekk grenser i motoren (ResultSetMaxRows i Virtuoso) og loggen hans. Revisjonen som galdt, gjeld framleis.',
      en: "Check the engine's limits (ResultSetMaxRows in Virtuoso) and its log. The revision that stood there still stands.",
    },
  },
  STORE_CONTESTED: {
    message: {
      nb: 'En annen kjøring skiftet revisjon i grafmotoren imens ({graph}).',
      nn: 'Ei anna køyring skifta revisjon i grafmotoren i mellomtida ({graph}).',
      en: 'Another run switched the revision in the graph engine meanwhile ({graph}).',
    },
    hint: {
      nb: 'Bare én maskin skal publisere til samme grafer. Kjør «npm run publish» på nytt.',
      nn: 'Berre éi maskin skal publisere til dei same grafane. Køyr «npm run publish» på nytt.',
      en: 'Only one machine should publish to the same graphs. Run "npm run publish" again.',
    },
  },
} as const satisfies Record<string, Message>;
