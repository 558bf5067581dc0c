/** Fields of the dataset's page at data.norge.no, and how many datasets leave each of them empty (portals.md 1.1, "useful"). */
import type { LangText } from '../../model/lang-text.js';
import type { EmptyField } from '../../model/portal-report.js';
import type { Graph } from '../../rdf/graph.js';
import type { NamedNode } from '../../rdf/terms.js';
import { dcat, dct } from '../../rdf/vocabularies.js';
import type { Members } from './members.js';
import { hasOrganisationNumber, publisherOf } from './reasoning.js';

interface Field {
  readonly id: string;
  readonly label: LangText;
  readonly isFilled: (graph: Graph, member: string, members: Members) => boolean;
}

const NORWEGIAN = /^(nb|nn|no)(-|$)/i;

function text(id: string, property: NamedNode, label: LangText): Field {
  return {
    id,
    label,
    isFilled: (graph, member) =>
      graph.literals(member, property).some(({ language }) => NORWEGIAN.test(language)),
  };
}
function value(id: string, property: NamedNode, label: LangText): Field {
  return { id, label, isFilled: (graph, member) => graph.objects(member, property).length > 0 };
}
/** Of every distribution; a dataset without one has nothing to fill in. */
function ofFiles(id: string, property: NamedNode, label: LangText): Field {
  return {
    id,
    label,
    isFilled: (graph, member) =>
      graph
        .objects(member, dcat.distribution)
        .every((one) => graph.objects(one, property).length > 0),
  };
}

const FIELDS: readonly Field[] = [
  text('title', dct.title, {
    nb: 'tittel på norsk',
    nn: 'tittel på norsk',
    en: 'title in Norwegian',
  }),
  text('description', dct.description, {
    nb: 'beskrivelse på norsk',
    nn: 'skildring på norsk',
    en: 'description in Norwegian',
  }),
  text('keyword', dcat.keyword, {
    nb: 'emneord på norsk',
    nn: 'emneord på norsk',
    en: 'keywords in Norwegian',
  }),
  {
    id: 'publisher',
    label: {
      nb: 'utgiver med organisasjonsnummer',
      nn: 'utgjevar med organisasjonsnummer',
      en: 'publisher with organisation number',
    },
    isFilled: (graph, member, members) => {
      const publisher = publisherOf(graph, member, members);
      return publisher !== undefined && hasOrganisationNumber(graph, publisher);
    },
  },
  value('contact', dcat.contactPoint, {
    nb: 'kontaktpunkt',
    nn: 'kontaktpunkt',
    en: 'contact point',
  }),
  value('theme', dcat.theme, { nb: 'tema', nn: 'tema', en: 'theme' }),
  value('access', dct.accessRights, {
    nb: 'tilgangsnivå',
    nn: 'tilgangsnivå',
    en: 'access rights',
  }),
  value('spatial', dct.spatial, {
    nb: 'geografisk område',
    nn: 'geografisk område',
    en: 'spatial coverage',
  }),
  value('temporal', dct.temporal, { nb: 'tidsrom', nn: 'tidsrom', en: 'period' }),
  value('frequency', dct.accrualPeriodicity, {
    nb: 'hvor ofte det oppdateres',
    nn: 'kor ofte det blir oppdatert',
    en: 'update frequency',
  }),
  value('provenance', dct.provenance, { nb: 'opphav', nn: 'opphav', en: 'provenance' }),
  value('language', dct.language, { nb: 'språk', nn: 'språk', en: 'language' }),
  value('issued', dct.issued, {
    nb: 'første utgivelse',
    nn: 'første utgjeving',
    en: 'first issued',
  }),
  value('modified', dct.modified, { nb: 'sist endret', nn: 'sist endra', en: 'last modified' }),
  ofFiles('licence', dct.license, {
    nb: 'lisens på hver fil',
    nn: 'lisens på kvar fil',
    en: 'licence of each file',
  }),
  ofFiles('format', dct.format, {
    nb: 'format på hver fil',
    nn: 'format på kvar fil',
    en: 'format of each file',
  }),
];

/** Fields that stay empty somewhere, emptiest first. Services have a page of their own, which is not looked at. */
export function emptyFields(graph: Graph, members: Members): EmptyField[] {
  if (members.kind.portal !== 'fdk') return [];
  return FIELDS.map(({ id, label, isFilled }) => ({
    id,
    label,
    count: members.iris.filter((member) => !isFilled(graph, member, members)).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
