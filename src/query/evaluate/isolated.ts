/** Operations that are evaluated by themselves, once, and then joined: subselects with modifiers, groups, limits. */
import type { Operation, Project } from './algebra.js';
import { compileOperation } from './compile.js';
import { compileModified, isModified } from './modifiers.js';
import type { Context, Step } from './plan.js';
import { UNBOUND, type Row } from './registers.js';
import { RowList } from './row-list.js';
import { joinRows } from './values.js';
import { boundBy, NO_NAMES, union, type Names } from './variables.js';

export function compileIsolated(operation: Operation, context: Context, next: Step): Step {
  // A subselect that only hides variables can be joined row by row.
  if (operation.type === 'project' && !isModified(operation.input)) {
    return compileProjected(operation, context, next);
  }
  const { plan, scope, graph } = context;
  const { possible, certain } = boundBy(operation);
  const names = [...possible];
  const registers = scope.registers(names);
  const keys = names.flatMap((name, at) =>
    certain.has(name) && context.certain.has(name) ? [at] : [],
  );
  const list = new RowList(registers.length, plan.budget);
  const fill = compileModified(
    operation,
    {
      ...context,
      outer: NO_NAMES,
      certain: graphName(context),
      given: NO_NAMES,
      isFirst: true,
    },
    {
      step: (row) => {
        list.add(row, registers);
        return true;
      },
    },
  );
  const graphRegister = graph.kind === 'register' ? graph.register : undefined;
  let scratch: Row | undefined;
  let join: Step | undefined;
  return (row) => {
    const current = graphRegister === undefined ? UNBOUND : (row[graphRegister] ?? UNBOUND);
    const isStale =
      scratch !== undefined && graphRegister !== undefined && scratch[graphRegister] !== current;
    if (join === undefined || isStale) {
      list.clear();
      scratch ??= plan.row();
      if (graphRegister !== undefined) scratch[graphRegister] = current;
      fill(scratch);
      join = joinRows({ registers, cells: list.cells, count: list.size }, keys, plan, next);
    }
    return join(row);
  };
}

function graphName({ graph }: Context): Names {
  return graph.kind === 'register' ? new Set([graph.name]) : NO_NAMES;
}

function compileProjected({ input, variables }: Project, context: Context, next: Step): Step {
  return compileOperation(
    input,
    projected(
      variables.map(({ value }) => value),
      context,
    ),
    {
      step: next,
    },
  );
}

/** Inside a SELECT: only what it projects is the same variable as outside. */
export function projected(names: readonly string[], context: Context): Context {
  const shared = new Set(names);
  const { graph } = context;
  const only = (all: Names): Names => new Set([...all].filter((name) => shared.has(name)));
  const isHidden = graph.kind === 'register' && !shared.has(graph.name);
  const certain = only(context.certain);
  return {
    ...context,
    scope: context.scope.sharing(shared),
    outer: only(context.outer),
    given: only(context.given),
    certain: isHidden ? union([certain, new Set([NAMELESS])]) : certain,
    graph: isHidden ? { ...graph, name: NAMELESS } : graph,
  };
}

/** The graph of GRAPH ?g where ?g itself is another variable: no variable has this name. */
const NAMELESS = '';
