/** CONSTRUCT and DESCRIBE (SPARQL 1.1 16.2, 16.4): solutions to triples, each triple once. */
import type { Construct, Describe, PatternTerm } from './algebra.js';
import { describeResources } from './describe.js';
import { compileModified } from './modifiers.js';
import type { Context, Plan } from './plan.js';
import { UNBOUND, type Id, type Row } from './registers.js';
import { RowTable } from './row-table.js';
import { nameOf } from './variables.js';

export type EmitTriple = (subject: Id, predicate: Id, object: Id) => boolean;
export type Triples = (emit: EmitTriple) => void;

export function compileConstruct({ input, template }: Construct, context: Context): Triples {
  const { plan } = context;
  const blanks = new Map<string, number>();
  const place = (term: PatternTerm): ((row: Row) => Id) => {
    const name = nameOf(term);
    if (name === undefined) {
      const id = plan.terms.intern(term as Exclude<PatternTerm, { termType: 'Variable' }>);
      return () => id;
    }
    const register =
      term.termType === 'BlankNode' ? registerOf(blanks, name, plan) : context.scope.register(name);
    return (row) => row[register] as Id;
  };
  const triples = template.map(({ subject, predicate, object }) =>
    [subject, predicate, object].map(place),
  );
  let once: EmitTriple = () => false;
  const step = compileModified(input, context, {
    step: (row) => {
      for (const register of blanks.values()) row[register] = plan.terms.freshBlank();
      const goesOn = triples.every(([subject, predicate, object]) => {
        const [s, p, o] = [subject?.(row), predicate?.(row), object?.(row)] as [Id, Id, Id];
        return !isTriple(plan, s, p, o) || once(s, p, o);
      });
      for (const register of blanks.values()) row[register] = UNBOUND;
      return goesOn;
    },
  });
  return (emit) => {
    once = onlyOnce(plan, emit);
    step(plan.row());
  };
}

/** Blank nodes of a template are new ones in each solution (16.2.1). */
function registerOf(blanks: Map<string, number>, name: string, plan: Plan): number {
  const register = blanks.get(name) ?? plan.allocate();
  blanks.set(name, register);
  return register;
}

/** What cannot be a triple is left out (16.2). */
function isTriple({ terms }: Plan, subject: Id, predicate: Id, object: Id): boolean {
  return (
    subject !== UNBOUND &&
    predicate !== UNBOUND &&
    object !== UNBOUND &&
    terms.termType(subject) !== 'Literal' &&
    terms.termType(predicate) === 'NamedNode'
  );
}

export function compileDescribe({ input, terms }: Describe, context: Context): Triples {
  const { plan, scope } = context;
  const resources = new Set<Id>();
  const constants = terms.flatMap((term) => (term.termType === 'NamedNode' ? [term] : []));
  const registers = scope.registers(
    terms.flatMap((term) => (term.termType === 'Variable' ? [term.value] : [])),
  );
  const step = compileModified(input, context, {
    step: (row) => {
      for (const register of registers) {
        const id = row[register] as Id;
        if (id !== UNBOUND && plan.terms.termType(id) !== 'Literal') resources.add(id);
      }
      return true;
    },
  });
  return (emit) => {
    resources.clear();
    for (const term of constants) resources.add(plan.terms.intern(term));
    step(plan.row());
    describeResources(plan, resources, onlyOnce(plan, emit));
  };
}

function onlyOnce({ budget }: Plan, emit: EmitTriple): EmitTriple {
  const seen = new RowTable(3, budget);
  const triple = new Int32Array(3);
  const registers = Int32Array.of(0, 1, 2);
  return (subject, predicate, object) => {
    triple[0] = subject;
    triple[1] = predicate;
    triple[2] = object;
    return seen.put(triple, registers) >= 0 || emit(subject, predicate, object);
  };
}
