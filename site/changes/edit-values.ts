/** Values of an edit, as a sentence shows them. */
import type { Graph } from '../../src/rdf/graph.js';
import { isLiteral, type Literal, type NamedNode, type Term } from '../../src/rdf/terms.js';
import { dcat, dct, rdf, xsd } from '../../src/rdf/vocabularies.js';
import { labelOf, langString, textOf } from '../labels.js';
import { formatValues } from '../view-models/distribution.js';
import type { Value } from '../view-models/page-model.js';
import { literalValue, nodeValue, type ViewContext } from '../view-models/values.js';
import { differing, shortened } from './differing.js';
import { sentence, type Sentence } from './sentence.js';

const TEXTS = new Set([rdf.langString.value, xsd.string.value]);

/** The context with the catalogue as it stood at some time: names are of that time, links lead to what has a page now. */
export function standing(context: ViewContext, graph: Graph): ViewContext {
  const { catalogue, text } = context;
  const label: typeof catalogue.label = (iri, lang) => labelOf(graph, iri, lang);
  return { text, catalogue: { ...catalogue, graph, label } };
}

/** One value among several. */
export function listed(context: ViewContext, predicate: NamedNode, term: Term): Sentence {
  if (!isText(term)) return [inWords(context, predicate, term)];
  const { text, lang } = langString(term, context.text.lang);
  return [{ text: shortened(text), lang }];
}

export interface Pair {
  readonly predicate: NamedNode;
  readonly from: Term;
  readonly to: Term;
}

/** What a value was and what it became, so that the two can be told apart. */
export function contrasted(
  before: ViewContext,
  after: ViewContext,
  { predicate, from, to }: Pair,
): readonly [Sentence, Sentence] {
  if (isText(from) && isText(to)) {
    const [one, other] = differing(from.value, to.value);
    const { lang } = langString(from, before.text.lang);
    return [quoted(before, { text: one, lang }), quoted(before, { text: other, lang })];
  }
  const [one, other] = [inWords(before, predicate, from), inWords(after, predicate, to)];
  // Two moments of one day, two sizes of the same rounded number.
  if (one.text === other.text) return [[{ text: from.value }], [{ text: to.value }]];
  return [
    isLiteral(from) ? [one] : quoted(before, one),
    isLiteral(to) ? [other] : quoted(after, other),
  ];
}

export function quoted({ text }: ViewContext, value: Value): Sentence {
  return sentence(text, 'changes.quoted', { value });
}

/** Title, else format: files are often nameless. */
export function fileName(context: ViewContext, file: string): Value {
  const { catalogue, text } = context;
  return (
    textOf(catalogue.graph, file, [dct.title], text.lang) ??
    formatValues(context, file)[0] ??
    catalogue.label(file, text.lang)
  );
}

function isText(term: Term): term is Literal {
  return isLiteral(term) && TEXTS.has(term.datatype.value);
}

function inWords(context: ViewContext, predicate: NamedNode, term: Term): Value {
  const { text } = context;
  if (isLiteral(term)) {
    const value = predicate.equals(dcat.byteSize)
      ? { text: text.bytes(Number(term.value)) }
      : literalValue(context, term);
    return { text: value.text };
  }
  const { lang, href, ...shown } = nodeValue(context, term.value);
  const name = predicate.equals(dcat.distribution)
    ? fileName(context, term.value)
    : { ...shown, lang };
  return { text: name.text, lang: name.lang, href };
}
