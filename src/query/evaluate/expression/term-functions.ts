/** Functions on RDF terms (SPARQL 1.1 17.4.2). */
import { rdf } from '../../../rdf/vocabularies.js';
import { resolveIri } from '../../iri-reference.js';
import { UNBOUND, type Id } from '../registers.js';
import { IMPURE, fromCondition, fromId, fromText, originOf } from './compiled.js';
import type { Compiled, TextExpression } from './compiled.js';
import {
  argument,
  fixed,
  plainText,
  type CompileContext,
  type FunctionEntry,
  type FunctionMaker,
} from './context.js';
import { STRING } from './literal-forms.js';
import type { Truth } from './literal-values.js';

/** A test of one bound term. */
function test(holds: (id: Id, context: CompileContext) => boolean): FunctionEntry {
  return fixed(1, (args, context) => {
    const { id } = argument(args, 0);
    return fromCondition(context.values, originOf(args), (row): Truth => {
      const term = id(row);
      return term === UNBOUND ? -1 : holds(term, context) ? 1 : 0;
    });
  });
}

const isIri = test((id, { scope }) => scope.terms.termType(id) === 'NamedNode');

const str: FunctionMaker = (args, { values, scope }) => {
  const { id, text, isPlain } = argument(args, 0);
  if (isPlain) return fromText(values, originOf(args), text);
  return fromText(values, originOf(args), (row) => {
    const term = id(row);
    if (term === UNBOUND || scope.terms.termType(term) === 'BlankNode') return undefined;
    return scope.terms.value(term);
  });
};

/** What the form of a literal says; an error for what is no literal. */
function ofForm(
  { id }: Compiled,
  { terms }: CompileContext['scope'],
  of: (form: number) => string,
): TextExpression {
  return (row) => {
    const term = id(row);
    const form = term === UNBOUND ? UNBOUND : terms.form(term);
    return form < 0 ? undefined : of(form);
  };
}

const lang: FunctionMaker = (args, { values, scope }) => {
  const subject = argument(args, 0);
  const text = (form: number): string => scope.terms.forms[form]?.language ?? '';
  const compiled = fromText(values, originOf(args), ofForm(subject, scope, text));
  return { ...compiled, byForm: { subject: subject.id, id: (form) => values.ofText(text(form)) } };
};

const datatype: FunctionMaker = (args, { values, scope }) => {
  const subject = argument(args, 0);
  const text = (form: number): string => scope.terms.forms[form]?.datatype ?? '';
  const name = ofForm(subject, scope, text);
  const compiled = fromId(values, originOf(args), (row) => {
    const iri = name(row);
    return iri === undefined ? UNBOUND : scope.terms.iri(iri);
  });
  return {
    ...compiled,
    byForm: { subject: subject.id, id: (form) => scope.terms.iri(text(form)) },
  };
};

const ILLEGAL_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/** What no N-Triples document can hold is no IRI: an error, as a relative reference without a base is. */
const iri: FunctionMaker = (args, { values, scope }) => {
  const { id } = argument(args, 0);
  const { terms, base } = scope;
  return fromId(values, originOf(args), (row) => {
    const term = id(row);
    if (term === UNBOUND || terms.termType(term) === 'NamedNode') return term;
    if (values.kind(term) !== STRING) return UNBOUND;
    const text = terms.value(term);
    const resolved = ILLEGAL_IN_IRI.test(text) ? undefined : resolveIri(text, base);
    return resolved === undefined ? UNBOUND : terms.iri(resolved);
  });
};

const bnode: FunctionMaker = (args, { values, scope, labelled }) => {
  const [label] = args;
  const fresh = (): Id => scope.terms.freshBlank();
  if (!label) return fromId(values, IMPURE, fresh);
  const name = plainText(label, values);
  return fromId(values, { ...originOf(args), isPure: false }, (row) => {
    const text = name(row);
    return text === undefined ? UNBOUND : labelled.node(text, scope.solution(), fresh);
  });
};

const strdt: FunctionMaker = (args, { values, scope }) => {
  const text = plainText(argument(args, 0), values);
  const { id } = argument(args, 1);
  return fromId(values, originOf(args), (row) => {
    const value = text(row);
    const type = id(row);
    if (value === undefined || type === UNBOUND) return UNBOUND;
    if (scope.terms.termType(type) !== 'NamedNode') return UNBOUND;
    const name = scope.terms.value(type);
    // A string with a language cannot be made without one.
    return name === rdf.langString.value ? UNBOUND : values.ofTyped(value, name);
  });
};

const LANGUAGE_TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

const strlang: FunctionMaker = (args, { values, scope }) => {
  const text = plainText(argument(args, 0), values);
  const tag = plainText(argument(args, 1), values);
  return fromId(values, originOf(args), (row) => {
    const value = text(row);
    const language = tag(row);
    if (value === undefined || language === undefined || !LANGUAGE_TAG.test(language)) {
      return UNBOUND;
    }
    return scope.terms.literal(value, scope.terms.formNumber(rdf.langString.value, language));
  });
};

/** A random UUID, version 4 (RFC 9562 5.4). */
function uuid(scope: CompileContext['scope']): string {
  const bytes = scope.randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  const at = [0, 8, 12, 16, 20, 32];
  return at
    .slice(1)
    .map((end, index) => hex.slice(at[index], end))
    .join('-');
}

const uuidIri: FunctionMaker = (_, { values, scope }) =>
  fromId(values, IMPURE, () => scope.terms.iri(`urn:uuid:${uuid(scope)}`));

const struuid: FunctionMaker = (_, { values, scope }) =>
  fromText(values, IMPURE, () => uuid(scope));

const sameTerm: FunctionMaker = (args, { values }) => {
  const { id: left } = argument(args, 0);
  const { id: right } = argument(args, 1);
  return fromCondition(values, originOf(args), (row): Truth => {
    const a = left(row);
    const b = right(row);
    return a === UNBOUND || b === UNBOUND ? -1 : a === b ? 1 : 0;
  });
};

export const TERM_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  isiri: isIri,
  isuri: isIri,
  isblank: test((id, { scope }) => scope.terms.termType(id) === 'BlankNode'),
  isliteral: test((id, { scope }) => scope.terms.termType(id) === 'Literal'),
  isnumeric: test((id, { values }) => values.numeric(id) !== undefined),
  str: fixed(1, str),
  lang: fixed(1, lang),
  datatype: fixed(1, datatype),
  iri: fixed(1, iri),
  uri: fixed(1, iri),
  bnode: { min: 0, max: 1, make: bnode },
  strdt: fixed(2, strdt),
  strlang: fixed(2, strlang),
  uuid: fixed(0, uuidIri),
  struuid: fixed(0, struuid),
  sameterm: fixed(2, sameTerm),
};
