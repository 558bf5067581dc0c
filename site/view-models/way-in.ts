/** How one may be let in to data that are closed (Regulation (EU) 2022/868 article 8): on what conditions, where to apply, the fee. */
import { LABEL_PREDICATES } from '../../src/rdf/label.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import { currency, cv, dcatap, dcatno, dct, euAct } from '../../src/rdf/vocabularies.js';
import { textOf } from '../labels.js';
import type { FactSheet } from './facts.js';
import type { Fact, Section, Value } from './page-model.js';
import { accessCode } from './tags.js';
import { codeOf, valuesOf, type ViewContext } from './values.js';

/** Nothing for data that are open, and for closed data of which nothing is said. */
export function wayInSection(context: ViewContext, iri: string, sheet: FactSheet): Section[] {
  const { text } = context;
  if (accessCode(context, iri) === 'PUBLIC') return [];
  sheet.cover(dct.rights, cv.hasCost, dcatno.accessRequestURL);
  const facts = wayInFacts(context, iri).filter(({ values }) => values.length > 0);
  const isProtected = isProtectedData(context, iri);
  if (facts.length === 0 && !isProtected) return [];
  return [
    {
      id: 'fa-tilgang',
      heading: text.t('wayIn.heading'),
      paragraphs: [{ text: text.t(isProtected ? 'wayIn.protected' : 'wayIn.closed') }],
      facts,
      ...(isProtected
        ? { more: { href: `/${text.lang}/vernede-data`, text: text.t('wayIn.all') } }
        : {}),
    },
  ];
}

/** Marked by somebody: the act applies to the data. */
export function isProtectedData({ catalogue }: ViewContext, iri: string): boolean {
  return catalogue.graph
    .nodes(iri, dcatap.applicableLegislation)
    .some((one) => one.equals(euAct['reg/2022/868/oj']));
}

function wayInFacts(context: ViewContext, iri: string): Fact[] {
  const { text } = context;
  return [
    { label: text.t('wayIn.conditions'), values: conditionValues(context, iri) },
    { label: text.t('wayIn.form'), values: formValues(context, iri) },
    { label: text.t('wayIn.fee'), values: feeValues(context, iri) },
  ];
}

export function conditionValues(context: ViewContext, iri: string): Value[] {
  return described(context, context.catalogue.graph.nodes(iri, dct.rights));
}

export function formValues(context: ViewContext, iri: string): Value[] {
  return valuesOf(context, iri, dcatno.accessRequestURL);
}

/** The amount first, and what it is for. */
export function feeValues(context: ViewContext, iri: string): Value[] {
  const { catalogue, text } = context;
  return catalogue.graph.nodes(iri, cv.hasCost).map((cost) => {
    const amount = Number(catalogue.graph.text(cost, cv.hasValue));
    const unit = catalogue.graph.node(cost, cv.currency);
    const [what] = described(context, [cost]);
    const name =
      unit === undefined || unit.equals(currency.NOK) ? text.t('wayIn.kroner') : codeOf(unit.value);
    const shown = amount === 0 ? text.t('wayIn.free') : `${text.number(amount)} ${name}`;
    return { text: shown, ...(what ? { note: what.text } : {}) };
  });
}

function described({ catalogue, text }: ViewContext, nodes: readonly NamedNode[]): Value[] {
  return nodes.flatMap((one) => {
    const found = textOf(
      catalogue.graph,
      one.value,
      [dct.description, ...LABEL_PREDICATES],
      text.lang,
    );
    return found ? [found] : [];
  });
}
