/**
 * What the public zone holds of the project's own vocabulary (model.md 3): the ontology, the rules that look at its terms, and
 * our code lists whole, so that the IRI of every term and code answers, used or not.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { iri } from '../model/iri.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { parseTurtle } from '../rdf/parse.js';
import { namedNode, quad, type Quad } from '../rdf/terms.js';
import { dct, kdm, KDM_ONTOLOGY, VOCAB_BASE } from '../rdf/vocabularies.js';
import { ruleCards } from './rule-cards.js';

export interface PublicVocabulary {
  /** Terms of kdm with the module of each, and the rules that look at them. */
  readonly terms: readonly Quad[];
  /** Code lists of the project and of the municipality. */
  readonly codes: readonly Quad[];
  /** The JSON-LD context of the terms. */
  readonly context: string;
}

export interface VocabularyFolders {
  readonly ontology: string;
  readonly shapes: string;
}

/** Folders below ontology/ that hold lists of our own. */
const OWN_LISTS = ['codes', 'policy'];

/** Throws CatalogError PARSE_FAILED. */
export async function readVocabulary(
  folders: VocabularyFolders,
  municipal: Iterable<Quad> = [],
): Promise<PublicVocabulary> {
  const { ontology, shapes } = folders;
  const modules = await turtleFiles(ontology);
  const rules = await turtleFiles(shapes);
  const lists = await Promise.all(OWN_LISTS.map((folder) => turtleFiles(join(ontology, folder))));
  return {
    terms: [
      ...modules.flatMap(({ name, quads }) => [...quads, ...inModule(quads, name)]),
      ...ruleCards(new GraphIndex(rules.flatMap(({ quads }) => quads))),
    ],
    codes: [...lists.flat().flatMap(({ quads }) => quads.filter(isCode)), ...municipal],
    context: await readFile(join(ontology, 'context.jsonld'), 'utf8'),
  };
}

interface TurtleFile {
  readonly name: string;
  readonly quads: readonly Quad[];
}

async function turtleFiles(folder: string): Promise<TurtleFile[]> {
  const names = await readdir(folder);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.ttl'))
      .sort()
      .map(async (file) => {
        const text = await readFile(join(folder, file), 'utf8');
        return {
          name: basename(file, '.ttl'),
          quads: parseTurtle(text, { baseIri: VOCAB_BASE, file }).quads,
        };
      }),
  );
}

/** A term belongs to the module whose file defines it. */
function inModule(quads: readonly Quad[], name: string): Quad[] {
  const module = namedNode(iri(`${KDM_ONTOLOGY}/${name}`));
  const terms = new Set(quads.map(({ subject }) => subject.value).filter(isTerm));
  return [...terms].map((term) => quad(namedNode(iri(term)), dct.isPartOf, module));
}

/** policy/ holds facts about others' elements too. */
function isCode({ subject }: Quad): boolean {
  return subject.value.startsWith(`${VOCAB_BASE}kode/`);
}

function isTerm(value: string): boolean {
  return value.startsWith(kdm.$.base);
}
