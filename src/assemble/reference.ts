/** Reference graphs: the project's code lists and pinned vocabularies, and the municipality's own class scheme. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassScheme } from '../model/classification.js';
import { iri, type Iri } from '../model/iri.js';
import { LANGUAGES } from '../model/lang-text.js';
import { parseTurtle } from '../rdf/parse.js';
import { resource } from '../rdf/resource.js';
import { langLiteral, namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { dct, kdm, skos, VOCAB_BASE } from '../rdf/vocabularies.js';

/** Every .ttl below the folders, each in a graph of its own: `{vocab}graph/reference/{folder}/{file}`. */
export async function readReference(
  ontologyFolder: string,
  folders: readonly string[],
): Promise<Quad[]> {
  const quads: Quad[] = [];
  for (const folder of folders) {
    const names = (await readdir(join(ontologyFolder, folder)))
      .filter((name) => name.endsWith('.ttl'))
      .sort();
    for (const name of names) {
      const file = join(ontologyFolder, folder, name);
      const graph = namedNode(
        iri(`${VOCAB_BASE}graph/reference/${folder}/${name.replace(/\.ttl$/, '')}`),
      );
      const parsed = parseTurtle(await readFile(file, 'utf8'), { baseIri: VOCAB_BASE, file });
      for (const one of parsed.quads)
        quads.push(quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph));
    }
  }
  return quads;
}

/** The class scheme as SKOS, with ranks: shapes compare by rank, never by code (safety C2). */
export function schemeQuads(scheme: ClassScheme, base: Iri): Quad[] {
  const graph = namedNode(iri(`${base}graph/reference/konfidensialitet`));
  const list = iri(`${base}kode/konfidensialitet`);
  const described = [
    ...resource(list)
      .a(skos.ConceptScheme)
      .text(skos.prefLabel, 'Konfidensialitet', 'nb')
      .text(skos.prefLabel, 'Konfidensialitet', 'nn')
      .text(skos.prefLabel, 'Confidentiality', 'en')
      // Portals ask it of every list in a feed (DCAT-AP 3.0.1 and 2.0.0, ConceptScheme).
      .text(dct.title, 'Konfidensialitet', 'nb')
      .text(dct.title, 'Konfidensialitet', 'nn')
      .text(dct.title, 'Confidentiality', 'en'),
  ];
  for (const { code, rank, label } of scheme.classes) {
    const concept = resource(iri(`${list}/${code}`))
      .a(skos.Concept)
      .link(skos.inScheme, list)
      .integer(kdm.rank, rank);
    for (const language of LANGUAGES)
      concept.add(skos.prefLabel, langLiteral(label[language] ?? code, language));
    described.push(...concept.value(skos.notation, code));
  }
  return described.map((one) =>
    quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph),
  );
}
