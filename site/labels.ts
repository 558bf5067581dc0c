/** Choosing among literals in several languages (site.md 13): fallback is shown as fallback, with its own `lang`. */
import type { Lang } from '../src/model/lang-text.js';
import type { Graph } from '../src/rdf/graph.js';
import { LABEL_PREDICATES } from '../src/rdf/label.js';
import type { Literal, NamedNode } from '../src/rdf/terms.js';

const CHAINS: Readonly<Record<Lang, readonly string[]>> = {
  nb: ['nb', 'no', 'nn', 'en', ''],
  nn: ['nn', 'nb', 'no', 'en', ''],
  en: ['en', 'nb', 'no', 'nn', ''],
};

export interface LangString {
  readonly text: string;
  /** Set when the text is in another language than the page. */
  readonly lang?: string;
}

/** All literals in the best language there is: keywords in nb, not a mixture. */
export function inBestLanguage(literals: readonly Literal[], lang: Lang): readonly Literal[] {
  for (const language of CHAINS[lang]) {
    const found = literals.filter((one) => one.language === language);
    if (found.length > 0) return found;
  }
  const first = literals[0]?.language;
  return literals.filter((one) => one.language === first);
}

export function langString(literal: Literal, lang: Lang): LangString {
  const language = literal.language;
  const isSame = language === lang || language === '' || (language === 'no' && lang === 'nb');
  return isSame ? { text: literal.value } : { text: literal.value, lang: language };
}

export function textOf(
  graph: Graph,
  subject: string,
  predicates: readonly NamedNode[],
  lang: Lang,
): LangString | undefined {
  for (const predicate of predicates) {
    const [first] = inBestLanguage(graph.literals(subject, predicate), lang);
    if (first) return langString(first, lang);
  }
  return undefined;
}

/** What the thing is called; the last part of its IRI when nothing says so. */
export function labelOf(graph: Graph, subject: string, lang: Lang): LangString {
  return textOf(graph, subject, LABEL_PREDICATES, lang) ?? { text: localName(subject) };
}

export function localName(iri: string): string {
  const name = iri.replace(/[/#]+$/, '').replace(/^.*[/#]/s, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a stray percent sign is part of the name
  }
}
