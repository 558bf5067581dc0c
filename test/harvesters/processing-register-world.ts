/** What the other sources and the stewards' tables say in the tests of the processing register. All of it invented. */
import type { World } from './dataset-register-support.js';

export const FIXTURES = 'harvesters/processing-register/fixtures';

export const WORLD: World = {
  aliases: {
    'kartoteket:virksomhet:3': ['id/virksomhet/vann'],
    'virksomhet:vann': ['id/virksomhet/vann'],
    'kartoteket:virksomhet:4': ['id/virksomhet/kart'],
    'kartoteket:system:1': ['id/system/gebyr'],
    'systemnavn:gebyrsystem': ['id/system/gebyr'],
    'systemnavn:dobbelt navn': ['id/system/en', 'id/system/to'],
    'kartoteket:leverandor:1': ['id/leverandor/eksempel'],
    'leverandornavn:eksempel as': ['id/leverandor/eksempel'],
  },
  tables: {
    registrerte: {
      'Innbyggere generelt': {
        dpv: 'dpv:Citizen',
        nb: 'Innbyggere',
        nn: 'Innbyggjarar',
        en: 'Residents',
      },
    },
    personopplysninger: {
      'Direkte identifikator': { dpv: 'pd:Identifying', niva: '1', nb: '', nn: '', en: '' },
      helseopplysninger: { dpv: 'https://w3id.org/dpv/pd#Health', niva: '3', en: 'Health data' },
    },
    formal: { Kundebehandling: { dpv: 'ps:PublicServiceProvision|dpv:CustomerCare' } },
  },
  policy: (type) =>
    ['avtale', 'dpiabehov'].includes(type)
      ? 'beskyttet'
      : type === 'behandling'
        ? 'apen'
        : 'intern',
};
