/** What each requirement of Regulation (EU) 2023/138 asks of a dataset and what belongs to it (specs.md 3.1 and 3.2). */
import type { HvdRequirement, HvdState } from '../../model/hvd-report.js';
import type { Graph } from '../../rdf/graph.js';
import type { NamedNode } from '../../rdf/terms.js';
import {
  accessRight,
  dcat,
  dcatap,
  dct,
  euTable,
  foaf,
  kdm,
  skos,
  vcard,
} from '../../rdf/vocabularies.js';
import type { HvdCode } from './hvd-texts.js';
import { counted, isMarked, type HvdThings } from './hvd-things.js';

/** What is wrong, and with which thing. */
export interface Lack {
  readonly code: HvdCode;
  readonly about: string;
}
export interface Judged {
  readonly state: HvdState;
  readonly lacks: readonly Lack[];
}
/** `categories` is the code list with its hierarchy. */
type Check = (things: HvdThings, categories: Graph) => readonly Lack[] | 'notRelevant';

const WAIVERS: Partial<Record<HvdRequirement, NamedNode>> = {
  api: kdm.apiWaiver,
  bulk: kdm.bulkWaiver,
};

/** Article 4(3): CC0, CC BY 4.0, or one as open. NLOD 2.0 lets everybody go on under CC BY 4.0. */
const OPEN_LICENCES = new Set(
  ['CC0', 'CC_BY_4_0', 'NLOD_2_0'].map((code) => `${euTable('licence')}/${code}`),
);
/** Formats for the eye (article 2 of Directive (EU) 2019/1024, "machine-readable format"). */
const FOR_PEOPLE = new Set(
  'PDF DOC DOCX ODT RTF TXT HTML XHTML PPTX PNG JPEG SVG'
    .split(' ')
    .map((code) => `${euTable('file-type')}/${code}`),
);

export function judgeRequirement(
  requirement: HvdRequirement,
  things: HvdThings,
  categories: Graph,
): Judged {
  const found = CHECKS[requirement](things, categories);
  if (found === 'notRelevant') return { state: found, lacks: [] };
  if (found.length === 0) return { state: 'met', lacks: [] };
  const waiver = WAIVERS[requirement];
  const isWaived = waiver !== undefined && things.graph.text(things.dataset, waiver) !== undefined;
  return isWaived ? { state: 'waived', lacks: [] } : { state: 'lacking', lacks: found };
}

const CHECKS: Readonly<Record<HvdRequirement, Check>> = {
  category: ({ graph, dataset }, categories) => {
    const stated = graph.nodes(dataset, dcatap.hvdCategory);
    if (stated.length === 0) return [{ code: 'category.none', about: dataset }];
    const unknown = stated.filter((one) => !categories.types(one).includes(skos.Concept.value));
    return lacksOf('category.unknown', unknown.length > 0 ? [dataset] : []);
  },
  legislation: ({ graph, dataset, files, services }) => [
    ...lacksOf('legislation.dataset', isMarked(graph, dataset) ? [] : [dataset]),
    ...lacksOf('legislation.file', noneMarked(graph, files)),
    ...lacksOf('legislation.service', noneMarked(graph, services)),
  ],
  bulk: ({ dataset, files }) => lacksOf('bulk.none', files.length === 0 ? [dataset] : []),
  api: ({ dataset, services }) => lacksOf('api.none', services.length === 0 ? [dataset] : []),
  licence: ({ graph, dataset, distributions, services }) => {
    const isPublic = graph
      .nodes(dataset, dct.accessRights)
      .some((one) => one.equals(accessRight.PUBLIC));
    const holders = [...counted(graph, distributions), ...counted(graph, services)];
    const bare = holders.filter((one) => graph.nodes(one, dct.license).length === 0);
    const closed = holders.filter((one) => !bare.includes(one) && !hasOpenLicence(graph, one));
    return [
      ...lacksOf('licence.restricted', isPublic ? [] : [dataset]),
      ...lacksOf('licence.none', bare),
      ...lacksOf('licence.closed', closed),
    ];
  },
  // An API is read by machines as it is; of what is downloaded, one format must be.
  machineReadable: ({ graph, dataset, files, services }) => {
    if (files.length + services.length === 0) return 'notRelevant';
    const formats = counted(graph, files).flatMap((one) => graph.nodes(one, dct.format));
    const isReadable = files.length === 0 || formats.some(({ value }) => !FOR_PEOPLE.has(value));
    return lacksOf('machineReadable.none', isReadable ? [] : [dataset]);
  },
  contact: ({ graph, dataset, services }) =>
    lacksOf(
      'contact.none',
      [dataset, ...counted(graph, services)].filter((one) => !hasContact(graph, one)),
    ),
  documentation: ({ graph, services }) => {
    if (services.length === 0) return 'notRelevant';
    return [
      ...lacksOf('documentation.page', without(graph, foaf.page, counted(graph, services))),
      ...lacksOf(
        'documentation.description',
        without(graph, dcat.endpointDescription, counted(graph, services)),
      ),
    ];
  },
  serviceQuality: ({ graph, services }) =>
    services.length === 0
      ? 'notRelevant'
      : lacksOf(
          'serviceQuality.none',
          without(graph, kdm.serviceQuality, counted(graph, services)),
        ),
  english: ({ graph, dataset, services }) => {
    const named = [dataset, ...counted(graph, services)];
    const lacks = (property: NamedNode): string[] =>
      named.filter(
        (one) => !graph.literals(one, property).some(({ language }) => language === 'en'),
      );
    return [
      ...lacksOf('english.title', lacks(dct.title)),
      ...lacksOf('english.description', lacks(dct.description)),
    ];
  },
};

function lacksOf(code: HvdCode, things: readonly string[]): Lack[] {
  return things.map((about) => ({ code, about }));
}

function noneMarked(graph: Graph, things: readonly string[]): readonly string[] {
  return things.some((one) => isMarked(graph, one)) ? [] : things;
}

function without(graph: Graph, property: NamedNode, things: readonly string[]): string[] {
  return things.filter((one) => graph.nodes(one, property).length === 0);
}

/** Of the EU's own list, or said to be the same as one of it. */
function hasOpenLicence(graph: Graph, holder: string): boolean {
  return graph
    .nodes(holder, dct.license)
    .some((licence) =>
      [licence, ...graph.nodes(licence, skos.exactMatch)].some(({ value }) =>
        OPEN_LICENCES.has(value),
      ),
    );
}

/** Somebody to write to, or a form (article 3(4)). */
function hasContact(graph: Graph, thing: string): boolean {
  return graph
    .nodes(thing, dcat.contactPoint)
    .some((one) =>
      [vcard.hasEmail, vcard.hasURL].some((property) => graph.nodes(one, property).length > 0),
    );
}
