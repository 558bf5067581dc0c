/**
 * Whether a literal's text is in the lexical space of its datatype: an ill-typed one breaks `sh:datatype` (SHACL 4.1.2). Types
 * without values in SPARQL are told by their form (XML Schema 1.1 part 2, 3.3 and 3.4); unknown ones take every text.
 */
import { xsd } from '../../rdf/vocabularies.js';
import {
  BOOLEAN,
  DURATION,
  NUMERIC,
  TEMPORAL,
  valueForm,
} from '../../query/evaluate/expression/literal-forms.js';
import type { DataGraph } from './data-graph.js';
import type { ValueTest } from './shapes.js';

const QUARTET = '(?:[A-Za-z\\d+/] ?){4}';
const LAST_QUARTET =
  '(?:[A-Za-z\\d+/] ?){3}[A-Za-z\\d+/]|(?:[A-Za-z\\d+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z\\d+/] ?[AQgw] ?= ?=';
const FORMS: Readonly<Record<string, RegExp>> = {
  hexBinary: /^(?:[\da-fA-F]{2})*$/,
  base64Binary: new RegExp(`^(?:(?:${QUARTET})*(?:${LAST_QUARTET}))?$`),
  normalizedString: /^[^\r\n\t]*$/,
  token: /^(?:[^\r\n\t ]+(?: [^\r\n\t ]+)*)?$/,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z\d]{1,8})*$/,
};

/** For literals of the datatype. Undefined when every text will do: nothing need be looked at. */
export function wellTyped(data: DataGraph, datatype: string): ValueTest | undefined {
  const { values } = data;
  switch (valueForm(datatype).kind) {
    case BOOLEAN:
      return (id) => values.boolean(id) !== undefined;
    case NUMERIC:
      return (id) => values.numeric(id) !== undefined;
    case TEMPORAL:
      return datatype === `${xsd.$.base}dateTimeStamp`
        ? (id) => values.temporal(id)?.offset !== undefined
        : (id) => values.temporal(id) !== undefined;
    case DURATION:
      return (id) => values.duration(id) !== undefined;
    default: {
      const form = datatype.startsWith(xsd.$.base)
        ? FORMS[datatype.slice(xsd.$.base.length)]
        : undefined;
      return form && ((id) => form.test(data.terms.value(id)));
    }
  }
}
