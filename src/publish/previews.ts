/**
 * Previews of the municipality's own data files (ADR 0027): only of distributions that the projection has, of datasets whose data
 * are open, so that nothing else can move a byte of them (C6). Why one was not made is told to the steward alone.
 */
import { CatalogError } from '../model/errors.js';
import type { Iri } from '../model/iri.js';
import { issue, type Issue } from '../model/issue.js';
import { LANGUAGES, type LangText } from '../model/lang-text.js';
import type { PreviewProfile } from '../model/preview.js';
import { RISK_NAMES } from '../model/text-scan.js';
import { csvwOf } from '../preview/csvw.js';
import { makePreview, type DataFile, type PreviewOutcome } from '../preview/preview.js';
import { formatOf } from '../preview/read-table.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { iriOf, isNamedNode, type Quad } from '../rdf/terms.js';
import { accessRight, dcat, dct, kdm } from '../rdf/vocabularies.js';
import { previewFile, PREVIEWS_FILE } from '../store/public-zone.js';
import { decoded } from './data-files.js';

export interface Previews {
  /** Path in the zone → content. */
  readonly files: ReadonlyMap<string, string>;
  /** What the columns of each hold, in order of distributions. */
  readonly profiles: readonly PreviewProfile[];
  readonly issues: readonly Issue[];
}

export interface PreviewSetup {
  readonly base: Iri;
  /** The class of data that everyone may have. */
  readonly rules: { readonly openClass: string };
}

/** `files`: path below `fil/` → content. */
export async function previews(
  linked: readonly Quad[],
  files: ReadonlyMap<string, Uint8Array>,
  { base, rules }: PreviewSetup,
): Promise<Previews> {
  const graph = new GraphIndex(linked);
  const written = new Map<string, string>();
  const profiles: PreviewProfile[] = [];
  const issues: Issue[] = [];
  for (const file of openFiles(graph, files, { base, rules })) {
    const made = await outcomeOf(file);
    const name = previewFile(base, file.distribution, 'json');
    const csvwName = previewFile(base, file.distribution, 'csvw.json');
    if ('code' in made) issues.push(made);
    else if (name !== undefined && csvwName !== undefined) {
      written.set(name, `${JSON.stringify({ ...made.profile, ...made.shown })}\n`);
      const csvw = csvwOf(made.profile, file.url);
      if (csvw) written.set(csvwName, `${JSON.stringify(csvw, null, 1)}\n`);
      profiles.push(made.profile);
    }
  }
  written.set(PREVIEWS_FILE, `${JSON.stringify(profiles)}\n`);
  return { files: written, profiles, issues };
}

interface OfferedFile extends DataFile {
  readonly url: string;
}

/** The first file of ours that each distribution of open data offers, and that is a table; in order of distributions. */
function openFiles(
  graph: GraphIndex,
  files: ReadonlyMap<string, Uint8Array>,
  { base, rules }: PreviewSetup,
): OfferedFile[] {
  const prefix = `${base}fil/`;
  const isOpen = openTest(graph, rules.openClass);
  const found = new Map<string, OfferedFile>();
  for (const { subject, object } of graph.withPredicate(dcat.downloadURL)) {
    if (!isNamedNode(subject)) continue;
    const distribution = iriOf(subject);
    const { value: url } = object;
    const path = url.startsWith(prefix) ? decoded(url.slice(prefix.length)) : '';
    const bytes = files.get(path);
    const format = formatOf(path);
    if (!bytes || !format || !isOpen(distribution)) continue;
    const known = found.get(distribution);
    if (!known || path < known.path)
      found.set(distribution, { distribution, url, path, bytes, format });
  }
  return [...found.values()].sort((a, b) => (a.distribution < b.distribution ? -1 : 1));
}

/** True of what belongs to open datasets alone: open in whom they may be given to, and in their class where one is stated. */
function openTest(graph: GraphIndex, openClass: string): (distribution: string) => boolean {
  const [open, other] = [new Set<string>(), new Set<string>()];
  for (const { subject, object } of graph.withPredicate(dcat.distribution)) {
    const isOpen =
      graph.nodes(subject, dct.accessRights).some((one) => one.equals(accessRight.PUBLIC)) &&
      graph.nodes(subject, kdm.confidentialityClass).every(({ value }) => value === openClass);
    (isOpen ? open : other).add(object.value);
  }
  return (distribution) => open.has(distribution) && !other.has(distribution);
}

type Made = Extract<PreviewOutcome, { state: 'made' }>;

/** A preview, or why there is none. */
async function outcomeOf(file: DataFile): Promise<Made | Issue> {
  const place = { focus: file.distribution };
  try {
    const made = await makePreview(file);
    return made.state === 'made' ? made : heldPreview(file.path, made, place);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    const { cause = error.code, line } = error.params;
    const where = line === undefined ? `${cause}` : `${cause} (linje ${line})`;
    return issue('PREVIEW_UNREADABLE', 'warning', { file: file.path, cause: where }, place);
  }
}

const SMALL_CELL: LangText = {
  nb: 'et antall mellom 1 og 4 der personer telles',
  nn: 'eit tal mellom 1 og 4 der personar blir talde',
  en: 'a count between 1 and 4 where people are counted',
};

/** Says where it is, never what it is. */
function heldPreview(
  file: string,
  { found, column, line }: Extract<PreviewOutcome, { state: 'held' }>,
  place: Pick<Issue, 'focus'>,
): Issue {
  const held = issue('PREVIEW_HELD', 'warning', { file, column, line }, place);
  const name = found.risk === 'small-cell' ? SMALL_CELL : RISK_NAMES[found.risk];
  const message = { ...held.message };
  for (const lang of LANGUAGES) message[lang] = message[lang].replace('{found}', () => name[lang]);
  return { ...held, message };
}
