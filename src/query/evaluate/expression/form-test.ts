/** Conditions on datatype or language alone: one answer for each range of the dictionary (PF1.8). */
import { UNBOUND, type Condition, type Expression } from '../registers.js';
import type { QueryTerms } from '../term-space.js';
import type { Truth } from './literal-values.js';

/** Asks once a form; what is no literal is an error. */
export function formTest(
  terms: QueryTerms,
  subject: Expression,
  holds: (form: number) => Truth,
): Condition {
  const answers: Truth[] = [];
  return (row) => {
    const id = subject(row);
    const form = id === UNBOUND ? UNBOUND : terms.form(id);
    return form < 0 ? -1 : (answers[form] ??= holds(form));
  };
}
