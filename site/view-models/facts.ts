/** Properties as labelled facts. What a page does not show in its own place comes under "more", so nothing public is hidden. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { dct, dcat, foaf, PREFIXES, rdf, skos, kdm } from '../../src/rdf/vocabularies.js';
import type { Translator } from '../translator.js';
import type { Fact, Section, TableCell, Value } from './page-model.js';
import { pageHref, valuesOf, type ViewContext } from './values.js';

/** Title, identifier and the links that pages show as a table or as text. */
const SHOWN_ELSEWHERE = new Set(
  [
    rdf.type,
    dct.title,
    skos.prefLabel,
    foaf.name,
    dct.description,
    dcat.dataset,
    dcat.service,
    dcat.record,
    kdm.recordClass,
  ].map((one) => one.value),
);

/** Collects what is shown, so that the rest can be shown too. */
export class FactSheet {
  readonly #context: ViewContext;
  readonly #subject: string;
  readonly #shown = new Set<string>(SHOWN_ELSEWHERE);

  constructor(context: ViewContext, subject: string) {
    this.#context = context;
    this.#subject = subject;
  }

  /** A fact that is expected: said to be missing when it is. */
  expected(predicate: NamedNode, missing = this.#context.text.t('value.notStated')): Fact {
    return { ...this.label(predicate), values: this.values(predicate), missing };
  }
  expectedAll(...predicates: NamedNode[]): Fact[] {
    return predicates.map((one) => this.expected(one));
  }
  /** Facts that are shown only where they are stated. */
  stated(...predicates: NamedNode[]): Fact[] {
    return predicates
      .map((one) => ({ ...this.label(one), values: this.values(one) }))
      .filter(({ values }) => values.length > 0);
  }
  values(predicate: NamedNode): Value[] {
    this.#shown.add(predicate.value);
    return valuesOf(this.#context, this.#subject, predicate);
  }
  /** Marks properties as shown in some other form. */
  cover(...predicates: NamedNode[]): void {
    for (const one of predicates) this.#shown.add(one.value);
  }
  /** A section with all that has not been shown; nothing when there is nothing. */
  rest(): Section[] {
    const { catalogue, text } = this.#context;
    const left = new Map<string, NamedNode>();
    const key = catalogue.pathOf(this.#subject)?.split('/').at(-1);
    for (const { predicate, object } of catalogue.graph.about(this.#subject)) {
      // The address says it already.
      if (predicate.value === dct.identifier.value && object.value === key) continue;
      if (!this.#shown.has(predicate.value)) left.set(predicate.value, predicate as NamedNode);
    }
    const facts = this.stated(...left.values());
    return facts.length > 0 ? [{ id: 'mer', heading: text.t('section.more'), facts }] : [];
  }
  /** What the property is called, and the page that defines it when it is a term of ours. */
  label(predicate: NamedNode): Pick<Fact, 'label' | 'labelHref'> {
    return {
      label: predicateLabel(this.#context, predicate.value),
      labelHref: pageHref(this.#context, predicate.value),
    };
  }
}

/** In the words of the pages, else of the ontology, else the short name. */
export function predicateLabel({ catalogue, text }: ViewContext, predicate: string): string {
  const name = compactName(predicate);
  const defined = catalogue.graph.has(predicate)
    ? catalogue.label(predicate, text.lang).text
    : undefined;
  return text.find(`prop.${name}`) ?? (defined && capitalized(defined)) ?? name;
}

/** Terms are defined in small letters; names of facts begin with a large one. */
function capitalized(label: string): string {
  return label.charAt(0).toLocaleUpperCase('nb') + label.slice(1);
}

const NAMESPACES = Object.entries(PREFIXES);

/** `kdm:System`; the whole IRI where we have no prefix. */
export function compactName(iri: string): string {
  for (const [prefix, base] of NAMESPACES) {
    if (iri.startsWith(base)) return `${prefix}:${iri.slice(base.length)}`;
  }
  return iri;
}

export function cell(text: Translator, values: readonly Value[] | Value | undefined): TableCell {
  const list = values === undefined ? [] : Array.isArray(values) ? values : [values as Value];
  return { values: list as readonly Value[], missing: text.t('value.notStated') };
}
