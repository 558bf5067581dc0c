/** FILTER, BIND and VALUES as parts of a pattern. */
import type { Expression, Extend, Values } from './algebra.js';
import { compileBind, compileFilter } from './conditions.js';
import { isVolatile } from './expression/volatile.js';
import { base, type Part } from './part.js';
import type { Context } from './plan.js';
import { compileValues } from './values.js';
import { boundBy, NO_NAMES, readBy, union, type Names } from './variables.js';

/** A & B holds where both do, errors included: each goes where its own variables have values (17.2). */
function conditionsOf(expression: Expression): readonly Expression[] {
  return expression.subType === 'operator' && expression.operator === '&&'
    ? expression.args.flatMap(conditionsOf)
    : [expression];
}

/** `certain`: names that have a value wherever the condition is asked. */
export function conditionParts(
  expression: Expression | undefined,
  context: Context,
  certain: Names,
): Part[] {
  if (expression === undefined) return [];
  return conditionsOf(expression).map((one) => {
    const values = valuesOf(one);
    const isSure = values?.variables.every(({ value }) => certain.has(value));
    return values && isSure ? valuesPart(values, context) : conditionPart(one, context);
  });
}

/** `?x = <iri>` and `?x IN (<iri>, …)` as VALUES: IRIs are equal when they are the same (17.4.1.7). */
function valuesOf(expression: Expression): Values | undefined {
  if (expression.subType !== 'operator' || !['=', 'in'].includes(expression.operator)) {
    return undefined;
  }
  const terms = expression.args.map((one) => (one.subType === 'term' ? one.term : undefined));
  const variables = terms.filter((term) => term?.termType === 'Variable');
  const iris = terms.filter((term) => term?.termType === 'NamedNode');
  const [variable] = variables;
  if (variable === undefined || iris.length === 0 || iris.length + 1 !== terms.length)
    return undefined;
  if (expression.operator === 'in' && terms[0] !== variable) return undefined;
  const distinct = new Map(iris.map((iri) => [iri.value, iri]));
  const bindings = [...distinct.values()].map((iri) => ({ [variable.value]: iri }));
  return { type: 'values', variables: [variable], bindings };
}

function conditionPart(expression: Expression, context: Context): Part {
  const share = expression.subType === 'existence' ? 0.6 : 0.4;
  return {
    ...base(context, { type: 'nop' }),
    kind: 'condition',
    reads: readBy(expression),
    rows: () => share,
    compile: (place, { step }) => compileFilter(expression, place, step),
  };
}

export function bindPart({ variable, expression, input }: Extend, context: Context): Part {
  const { certain } = boundBy({ type: 'extend', variable, expression, input });
  const name = new Set([variable.value]);
  return {
    ...base(context, { type: 'nop' }),
    kind: 'bind',
    possible: name,
    certain: certain.has(variable.value) ? name : NO_NAMES,
    reads: isVolatile(expression)
      ? union([readBy(expression), boundBy(input).possible])
      : readBy(expression),
    rows: () => 0.99,
    compile: (place, { step }) => compileBind({ variable, expression }, place, step),
  };
}

export function valuesPart(operation: Values, context: Context): Part {
  const { certain } = boundBy(operation);
  return {
    ...base(context, operation),
    needs: NO_NAMES,
    rows: (known) =>
      operation.bindings.length * ([...certain].some((name) => known.has(name)) ? 0.1 : 1),
    compile: (place, { step }) => compileValues(operation, place, step),
  };
}
