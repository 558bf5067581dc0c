/** The names that exist in our vocabulary, DPV, DCAT and ModellDCAT-AP-NO, and what people write in their place. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../model/nearest.js';
import { parseTurtle } from '../rdf/parse.js';
import { kdm } from '../rdf/vocabularies.js';

export interface UnknownTerm {
  /** As people write it: `dpv:hasRetention`. */
  readonly term: string;
  readonly suggestion?: string;
}

/** Undefined for a name that exists, and for any name of a namespace we keep no list of. */
export type TermCheck = (iri: string) => UnknownTerm | undefined;

interface Namespace {
  readonly prefix: string;
  readonly base: string;
  readonly names: ReadonlySet<string>;
}

/** Reads `terms/*.txt` and the terms that the modules of the ontology define. */
export async function readKnownTerms(ontologyFolder: string): Promise<TermCheck> {
  const folder = join(ontologyFolder, 'terms');
  const lists = (await readdir(folder)).filter((file) => file !== REPLACED).sort();
  const namespaces = await Promise.all(
    lists.map(async (file) => parseList(await readFile(join(folder, file), 'utf8'))),
  );
  const own = { prefix: 'kdm', base: kdm.$.base, names: await ownNames(ontologyFolder) };
  return termCheck([...namespaces, own], await readFile(join(folder, REPLACED), 'utf8'));
}

const REPLACED = 'replaced.txt';

async function ownNames(ontologyFolder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const files = (await readdir(ontologyFolder)).filter((file) => file.endsWith('.ttl'));
  for (const file of files) {
    const { quads } = parseTurtle(await readFile(join(ontologyFolder, file), 'utf8'), { file });
    for (const { subject } of quads)
      if (subject.value.startsWith(kdm.$.base)) names.add(subject.value.slice(kdm.$.base.length));
  }
  return names;
}

/** Line 1 after the comments is `@prefix p: <namespace>`, each line below it a name. */
function parseList(text: string): Namespace {
  const [head = '', ...names] = lines(text);
  const [, prefix = '', base = ''] = /^@prefix ([^:]+): <([^>]+)>$/.exec(head) ?? [];
  return { prefix, base, names: new Set(names) };
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}

/** `replaced`: lines of two words, both prefixed names or both `<namespaces>`. */
export function termCheck(namespaces: readonly Namespace[], replaced: string): TermCheck {
  const words = lines(replaced).map((line) => line.split(' ') as [string, string]);
  const meant = new Map(words);
  const moved = words
    .filter(([wrong]) => wrong.startsWith('<'))
    .map(([from, to]) => [from.slice(1, -1), to.slice(1, -1)] as const);
  const namespaceOf = (iri: string): Namespace | undefined =>
    namespaces.find(({ base }) => iri.startsWith(base) && !/[/#]/.test(iri.slice(base.length)));

  return (iri) => {
    const [from, to] = moved.find(([old]) => iri.startsWith(old)) ?? [];
    if (from !== undefined && to !== undefined) {
      const now = namespaceOf(to + iri.slice(from.length));
      const name = iri.slice(from.length);
      return { term: iri, ...(now ? { suggestion: `${now.prefix}:${name}` } : {}) };
    }
    const namespace = namespaceOf(iri);
    if (!namespace) return undefined;
    const name = iri.slice(namespace.base.length);
    if (name === '' || namespace.names.has(name)) return undefined;
    const term = `${namespace.prefix}:${name}`;
    const close = nearest(name, namespace.names);
    const suggestion = meant.get(term) ?? (close && `${namespace.prefix}:${close}`);
    return { term, ...(suggestion === undefined ? {} : { suggestion }) };
  };
}
