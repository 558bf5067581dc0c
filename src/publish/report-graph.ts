/**
 * Findings as a SHACL validation report (W3C SHACL 2017, 3.6), each with the record it comes from (PROV). Names are
 * derived from what was found, so the same findings give the same bytes. Internal; never projected.
 */
import type { Finding } from '../model/finding.js';
import { iri, tryIri, type Iri } from '../model/iri.js';
import type { Severity } from '../model/issue.js';
import { LANGUAGES } from '../model/lang-text.js';
import { hashedKey } from '../model/key.js';
import { parseNQuads } from '../rdf/parse.js';
import { writeTurtle } from '../rdf/turtle-writer.js';
import { resource } from '../rdf/resource.js';
import {
  blankNode,
  langLiteral,
  literal,
  namedNode,
  quad,
  type Quad,
  type Term,
} from '../rdf/terms.js';
import { prov, sh, VOCAB_BASE } from '../rdf/vocabularies.js';
import { sourceRecordIri } from '../assemble/provenance.js';

const SEVERITIES: Readonly<Record<Severity, 'Violation' | 'Warning' | 'Info'>> = {
  violation: 'Violation',
  warning: 'Warning',
  info: 'Info',
};

export function* reportGraph(base: Iri, all: readonly Finding[]): Iterable<Quad> {
  const report = iri(`${base}id/kontrollrapport/gjeldende`);
  const described = resource(report)
    .a(sh.$.term('ValidationReport'))
    .flag(sh.$.term('conforms'), all.length === 0);
  const seen = new Map<string, number>();
  for (const one of all) {
    const identity = JSON.stringify([
      one.rule,
      one.focus,
      one.path,
      one.valueTerm,
      one.source,
      one.record,
      one.message.nb,
    ]);
    // Two findings that nothing tells apart stay two.
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const result = iri(
      `${base}id/funn/${hashedKey('funn', `${identity}${count > 1 ? count : ''}`)}`,
    );
    described.link(sh.$.term('result'), result);
    yield* resultQuads(base, result, one);
  }
  yield* described;
}

function* resultQuads(base: Iri, name: Iri, one: Finding): Iterable<Quad> {
  // A finding of the program has a code where a shape has a constraint.
  const component = one.component
    ? sh.$.term(`${one.component}ConstraintComponent`)
    : namedNode(iri(`${VOCAB_BASE}shapes#${one.rule}`));
  const made = resource(name)
    .a(sh.$.term('ValidationResult'))
    .add(sh.$.term('resultSeverity'), sh[SEVERITIES[one.severity]])
    .add(sh.$.term('sourceConstraintComponent'), component);
  for (const language of LANGUAGES)
    made.add(sh.$.term('resultMessage'), langLiteral(one.message[language], language));
  const shape = tryIri(one.shape ?? '');
  if (shape) made.link(sh.$.term('sourceShape'), shape);
  const focus = tryIri(one.focus ?? '');
  if (focus) made.link(sh.$.term('focusNode'), focus);
  if (one.valueTerm !== undefined) made.add(sh.$.term('value'), termOf(one.valueTerm));
  if (one.source !== undefined && one.record !== undefined) {
    made
      .link(prov.hadPrimarySource, sourceRecordIri(base, one.source, one.record))
      .add(prov.atLocation, literal(one.origin ?? one.source));
  }
  yield* made;
  yield* pathQuads(name, one.path);
}

/** A plain property is its IRI and an inverse one a node of its own (SHACL 2.3.1); longer paths are left to the shape. */
function* pathQuads(name: Iri, path: string | undefined): Iterable<Quad> {
  if (path === undefined) return;
  const resultPath = sh.$.term('resultPath');
  const plain = tryIri(path);
  if (plain) {
    yield quad(namedNode(name), resultPath, namedNode(plain));
    return;
  }
  const inverse = tryIri(/^\^<([^<>]+)>$/.exec(path)?.[1] ?? '');
  if (!inverse) return;
  const node = blankNode(`sti${hashedKey('sti', name)}`);
  yield quad(namedNode(name), resultPath, node);
  yield quad(node, sh.$.term('inversePath'), namedNode(inverse));
}

/** Throws CatalogError PARSE_FAILED for text that is no term in N-Triples. */
function termOf(text: string): Term {
  const [only] = parseNQuads(`<urn:s> <urn:p> ${text} .\n`);
  if (!only) throw new RangeError(`no term: ${text}`);
  return only.object;
}

/** The same as text: what `npm run shacl -- --format turtle` prints. */
export function reportTurtle(base: Iri, all: readonly Finding[]): string {
  return writeTurtle(reportGraph(base, all));
}
