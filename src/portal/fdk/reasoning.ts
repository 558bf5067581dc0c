/** What data.norge.no concludes from a description, and what its checkers stumble over (portals.md 1.1 and 4.4). */
import type { Graph } from '../../rdf/graph.js';
import { isLiteral } from '../../rdf/terms.js';
import { accessRight, dcat, dct, euTable, foaf, vcard } from '../../rdf/vocabularies.js';
import { isBlank, nodeText } from '../blank-nodes.js';
import type { Traps } from '../trap.js';
import type { Members } from './members.js';

const THEMES = [`${euTable('data-theme')}/`, 'https://psi.norge.no/los/'] as const;
/** The list of open licences that the portal's reasoning knows. */
const OPEN_LICENCES = ['CC_BY_4_0', 'CC0', 'NLOD_2_0'].map(
  (code) => `${euTable('licence')}/${code}`,
);
const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/;

export function findContentTraps(graph: Graph, members: Members, traps: Traps): void {
  for (const member of members.iris) {
    checkPublisher(graph, member, members, traps);
    checkTitle(graph, member, traps);
    checkContact(graph, member, traps);
    if (members.kind.portal !== 'fdk') continue;
    checkTheme(graph, member, traps);
    checkLicence(graph, member, traps);
  }
  checkAddresses(graph, traps);
}

/** Of the member, else of its series or catalogue. */
export function publisherOf(
  graph: Graph,
  member: string,
  { catalogues }: Members,
): string | undefined {
  const series = graph.nodes(member, dcat.inSeries).map(({ value }) => value);
  return [member, ...series, ...catalogues]
    .flatMap((one) => graph.objects(one, dct.publisher).map(({ value }) => value))
    .at(0);
}

export function hasOrganisationNumber(graph: Graph, publisher: string): boolean {
  return (
    (!isBlank(graph, publisher) && NINE_DIGITS.test(publisher)) ||
    graph.objects(publisher, dct.identifier).some(({ value }) => NINE_DIGITS.test(value))
  );
}

function checkPublisher(graph: Graph, member: string, members: Members, traps: Traps): void {
  const publisher = publisherOf(graph, member, members);
  if (publisher === undefined || !hasOrganisationNumber(graph, publisher)) {
    const shown = publisher === undefined ? '–' : nodeText(graph, publisher);
    traps.add('FDK-50', `${member} → ${shown}`);
    return;
  }
  const isAgent = graph.types(publisher).includes(foaf.Agent.value);
  if (!isAgent && graph.has(publisher)) traps.add('FDK-51', nodeText(graph, publisher));
}

/** nb, nn and no count as Norwegian; en is shown in their place. */
function checkTitle(graph: Graph, member: string, traps: Traps): void {
  const titles = graph.literals(member, dct.title);
  const isNorwegian = titles.some(({ language }) => /^(nb|nn|no)(-|$)/i.test(language));
  if (!isNorwegian) traps.add('FDK-55', `${member}: ${titles[0]?.value ?? '–'}`);
}

function checkContact(graph: Graph, member: string, traps: Traps): void {
  for (const { value } of graph.objects(member, dcat.contactPoint)) {
    const isReachable = [vcard.hasEmail, vcard.hasURL].some(
      (one) => graph.objects(value, one).length > 0,
    );
    if (!isReachable) traps.add('FDK-56', `${member} → ${nodeText(graph, value)}`);
  }
}

function checkTheme(graph: Graph, member: string, traps: Traps): void {
  const themes = graph.objects(member, dcat.theme).map(({ value }) => value);
  const isKnown = (theme: string): boolean => THEMES.some((base) => theme.startsWith(base));
  if (themes.length > 0 && !themes.some(isKnown))
    traps.add('FDK-58', `${member} → ${themes[0] ?? ''}`);
}

function checkLicence(graph: Graph, member: string, traps: Traps): void {
  if (graph.objects(member, dct.license).length > 0) traps.add('FDK-53', member);
  const isPublic = graph
    .nodes(member, dct.accessRights)
    .some(({ value }) => value === accessRight.PUBLIC.value);
  const distributions = graph.objects(member, dcat.distribution);
  if (!isPublic || distributions.length === 0) return;
  const isOpen = distributions.some(({ value }) =>
    graph
      .objects(value, dct.license)
      .some((one) =>
        [one.value, ...graph.objects(one, dct.source).map((source) => source.value)].some((iri) =>
          OPEN_LICENCES.includes(iri),
        ),
      ),
  );
  if (!isOpen) traps.add('FDK-52', member);
}

/** The link checker asks IRIs only, and its memory forgets what follows the question mark. */
function checkAddresses(graph: Graph, traps: Traps): void {
  const queries = new Map<string, Set<string>>();
  for (const property of [dcat.accessURL, dcat.downloadURL]) {
    for (const { subject, object } of graph.withPredicate(property)) {
      if (isLiteral(object))
        traps.add('FDK-54', `${nodeText(graph, subject.value)}: "${object.value}"`);
      const at = object.value.indexOf('?');
      if (at < 0) continue;
      const path = object.value.slice(0, at);
      queries.set(path, (queries.get(path) ?? new Set<string>()).add(object.value));
    }
  }
  for (const [path, addresses] of queries)
    if (addresses.size > 1) traps.add('FDK-57', `${path}?… × ${addresses.size}`);
}
