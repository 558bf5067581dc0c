/** The statements of one record, made ready for the catalogue. Pure. */
import type { MapContext, RawRecord } from '../../src/harvest/harvester.js';
import { iri } from '../../src/model/iri.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { parseNQuads } from '../../src/rdf/parse.js';
import {
  isLiteral,
  isNamedNode,
  langLiteral,
  literal,
  namedNode,
  quad,
  type Literal,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../../src/rdf/terms.js';
import { dcat, dct, kdm, rdf, rdfs, skos, xsd } from '../../src/rdf/vocabularies.js';
import type { TurtleOptions } from './options.js';
import { NAMELESS, type TurtleRecord } from './records.js';

/** Text for people: only there does an untagged value get the default language. */
const TEXTS = new Set(
  [
    ...[dct.title, dct.description, dct.provenance, dcat.keyword],
    ...[rdfs.label, rdfs.comment, skos.prefLabel, skos.altLabel, skos.definition, skos.scopeNote],
  ].map((term) => term.value),
);
const WITH_IDENTIFIER = [dcat.Dataset, dcat.DatasetSeries, dcat.DataService];
const NAMELESS_NODE = `${NAMELESS}id/del/`;

type Context = MapContext<TurtleOptions>;
type Raw = RawRecord<TurtleRecord>;

export function* mapStatements(record: Raw, context: Context): Iterable<Quad | Issue> {
  const statements = parseNQuads(`${record.payload.statements.join('\n')}\n`);
  const subject = namedNode(context.subject);
  const has = (predicate: NamedNode, object?: NamedNode): boolean =>
    statements.some(
      (one) =>
        one.subject.value === record.key &&
        one.predicate.equals(predicate) &&
        (object === undefined || one.object.equals(object)),
    );
  for (const one of statements) {
    if (isLiteral(one.object) && isNorwegian(one.object))
      yield languageFinding(one, record, context);
    const predicate = one.predicate as NamedNode;
    const object = isLiteral(one.object)
      ? text(one.object, predicate, context)
      : node(one.object, record, context);
    yield quad(node(one.subject, record, context) as Subject, predicate, object);
  }
  const stated = statements.filter(
    (one) => one.subject.value === record.key && one.predicate.equals(kdm.recordClass),
  );
  const own = namedNode(context.recordClass(record.type, record.key));
  if (stated.length === 0) yield quad(subject, kdm.recordClass, own);
  // A part has the class of its whole (model.md 4.2): what hangs below as a nameless node cannot state one itself.
  const parts = new Set(
    statements.map((one) => one.subject.value).filter((value) => value !== record.key),
  );
  for (const part of parts) {
    const partNode = node(namedNode(iri(part)), record, context) as Subject;
    const classes = stated.length === 0 ? [own] : stated.map((one) => one.object);
    for (const one of classes) yield quad(partNode, kdm.recordClass, one);
  }
  if (WITH_IDENTIFIER.some((one) => has(rdf.type, one)) && !has(dct.identifier)) {
    yield quad(subject, dct.identifier, literal(record.key.split('/').at(-1) ?? record.key));
  }
}

/** Blank nodes get the catalogue's base; the record itself the IRI that the catalogue decided. */
function node(term: Term, record: Raw, context: Context): Term {
  if (!isNamedNode(term)) return term;
  if (term.value === record.key) return namedNode(context.subject);
  if (!term.value.startsWith(NAMELESS_NODE)) return term;
  return namedNode(context.mint('del', term.value.slice(NAMELESS_NODE.length)));
}

function text(value: Literal, predicate: NamedNode, context: Context): Literal {
  if (isNorwegian(value)) return langLiteral(value.value, 'nb');
  if (value.language) return langLiteral(value.value, value.language);
  const language = context.source.options.defaultLanguage;
  const isPlain = value.datatype.equals(xsd.string);
  return language !== undefined && isPlain && TEXTS.has(predicate.value)
    ? langLiteral(value.value, language)
    : literal(value.value, value.datatype);
}

/** `no` is the macrolanguage; portals and screen readers know `nb` and `nn`. */
function isNorwegian({ language }: Literal): boolean {
  return language === 'no' || language === 'no-no';
}

function languageFinding(found: Quad, record: Raw, context: Context): Issue {
  const { language } = found.object as Literal;
  const line = record.payload.lines?.[found.predicate.value];
  const file = record.origin.replace(/#L\d+$/, '');
  return issue(
    'LANGUAGE_TAG',
    'info',
    { found: language },
    {
      focus: context.subject,
      path: (found.predicate as NamedNode).value as Context['subject'],
      source: context.source.id,
      record: record.key,
      origin: line === undefined ? record.origin : `${file}#L${line}`,
    },
  );
}
