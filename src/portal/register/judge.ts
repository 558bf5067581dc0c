/** `register`: dataset-register's gate and rating, the strictest European register of its kind (portals.md 1.3). */
import type { LangText } from '../../model/lang-text.js';
import type { EmptyField, PortalVerdict } from '../../model/portal-report.js';
import type { Graph } from '../../rdf/graph.js';
import type { NamedNode } from '../../rdf/terms.js';
import { isNamedNode } from '../../rdf/terms.js';
import { dcat, dct } from '../../rdf/vocabularies.js';
import { EU_ACCEPT, READABLE } from '../eu/contract.js';
import { nodeText } from '../blank-nodes.js';
import { readPage, type PageReader } from '../rdf-page.js';
import type { Source } from '../source.js';
import { Traps } from '../trap.js';
import type { TrapId } from '../traps/table.js';

export interface RegisterLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}
export const REGISTER_LIMITS: RegisterLimits = { timeoutMs: 30_000, maxBytes: 100_000_000 };

const TITLE = 'dataset-register';
const FULL_RATING = 100;

/** What a description loses when none of the properties is there. */
const PENALTIES: readonly {
  readonly id: string;
  readonly points: number;
  readonly properties: readonly NamedNode[];
  readonly label: LangText;
}[] = [
  penalty('description', 20, [dct.description], ['beskrivelse', 'skildring', 'description']),
  penalty(
    'distribution',
    20,
    [dcat.distribution],
    ['distribusjon', 'distribusjon', 'distribution'],
  ),
  penalty('creator', 10, [dct.creator], ['opphavsperson', 'opphavsperson', 'creator']),
  penalty(
    'issued',
    10,
    [dct.created, dct.issued],
    ['utgivelsesdato', 'utgjevingsdato', 'date of issue'],
  ),
  penalty(
    'modified',
    5,
    [dct.modified],
    ['dato for endring', 'dato for endring', 'date of change'],
  ),
  penalty(
    'coverage',
    5,
    [dct.spatial, dct.temporal],
    ['sted eller tidsrom', 'stad eller tidsrom', 'place or period'],
  ),
  penalty('language', 5, [dct.language], ['språk', 'språk', 'language']),
];

function penalty(
  id: string,
  points: number,
  properties: readonly NamedNode[],
  [nb, nn, en]: readonly [string, string, string],
): (typeof PENALTIES)[number] {
  return { id, points, properties, label: { nb, nn, en } };
}

export async function judgeRegister(
  source: Source,
  url: string,
  limits = REGISTER_LIMITS,
): Promise<PortalVerdict> {
  const traps = new Traps();
  const head = {
    portal: 'register',
    title: { nb: TITLE, nn: TITLE, en: TITLE },
    url,
    shared: [],
  } as const;
  const page = await readPage(source, url, readerOf(limits));
  if ('trap' in page) {
    traps.add(page.trap, page.evidence);
    return { ...head, isRead: false, members: 0, empty: [], traps: traps.list() };
  }
  const datasets = passing(page.graph, traps);
  const empty = emptyFields(page.graph, datasets);
  const lost = empty.reduce((sum, { points, count }) => sum + points * count, 0);
  const members = datasets.length;
  return {
    ...head,
    ...{ isRead: true, members, traps: traps.list() },
    empty: empty.map(({ id, label, count }) => ({ id, label, count })),
    ...(members > 0
      ? { score: { now: FULL_RATING - lost / members, attainable: FULL_RATING } }
      : {}),
  };
}

/** Any redirect has been followed; what is above 200 then is gone. */
function readerOf({ timeoutMs, maxBytes }: RegisterLimits): PageReader<TrapId> {
  return {
    request: { accept: EU_ACCEPT, timeoutMs, maxBytes },
    readable: READABLE,
    isAccepted: (status) => status === 200,
    traps: { unreachable: 'REG-02', status: 'REG-01', type: 'REG-05', syntax: 'REG-05' },
  };
}

function passing(graph: Graph, traps: Traps): string[] {
  const subjects = graph.pointingTo(dcat.Dataset).map(({ subject }) => subject);
  if (subjects.length === 0) traps.add('REG-03');
  const isHttp = (value: string): boolean => /^https?:\/\//i.test(value);
  for (const subject of subjects)
    if (!isNamedNode(subject) || !isHttp(subject.value))
      traps.add('REG-04', nodeText(graph, subject.value));
  const datasets = subjects
    .filter(isNamedNode)
    .map(({ value }) => value)
    .filter(isHttp);
  for (const dataset of datasets)
    if (graph.literals(dataset, dct.title).length === 0) traps.add('REG-06', dataset);
  return datasets;
}

function emptyFields(
  graph: Graph,
  datasets: readonly string[],
): (EmptyField & { readonly points: number })[] {
  return PENALTIES.map(({ id, points, properties, label }) => ({
    id,
    points,
    label,
    count: datasets.filter((one) =>
      properties.every((property) => graph.objects(one, property).length === 0),
    ).length,
  })).filter(({ count }) => count > 0);
}
