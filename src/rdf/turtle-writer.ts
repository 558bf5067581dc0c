/**
 * Readable, deterministic Turtle and TriG (RDF 1.1): a block a subject, `a` first, everything sorted, lexical forms
 * untouched (no numbers or booleans without quotes: those shorthands invite rewriting).
 */
import { compactNames, type CompactNames } from './compact-names.js';
import { grouped, irisOf, isBlankName, nameOf, type SubjectGroup } from './grouped.js';
import { written, type NodeWriter } from './node-writer.js';
import { escapeText, iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { rdf, xsd } from './vocabularies.js';

/** One graph; graph names are left out. Throws CatalogError IRI_INVALID. */
export function writeTurtle(quads: Iterable<Quad>): string {
  const graph = grouped(quads);
  return written(graph, turtleWriter(compactNames(irisOf(graph))));
}

export function turtleWriter(names: CompactNames): NodeWriter {
  const prefixes = names.prefixes.map(
    ([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`,
  );
  return {
    head: prefixes.length === 0 ? '' : `${prefixes.join('')}\n`,
    foot: '',
    separator: '\n',
    node: (group) => block(group, names),
  };
}

/** What stands around the nodes of a named graph of TriG. */
export function trigGraph(name: string, names: CompactNames): Omit<NodeWriter, 'node'> {
  return { head: `${node(name, names)} {\n`, separator: '\n', foot: '}\n' };
}

/**
 * Default graph first, then the named ones by name. Throws RangeError for blank nodes: their labels are shared between
 * graphs, and nothing that has named graphs here has blank nodes.
 */
export function writeTrig(quads: Iterable<Quad>): string {
  const all = [...quads];
  const graphs = new Map<string, Quad[]>();
  for (const quad of all) {
    if ([quad.subject, quad.object, quad.graph].some((term) => term.termType === 'BlankNode')) {
      throw new RangeError('TriG is written for sets without blank nodes');
    }
    const known = graphs.get(quad.graph.value) ?? [];
    known.push(quad);
    graphs.set(quad.graph.value, known);
  }
  const names = compactNames([...irisOf(grouped(all)), ...graphs.keys()]);
  const parts = [...graphs].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = parts.flatMap(([name, part]) => {
    const inside = grouped(part).map((group) => block(group, names));
    if (name === '') return inside;
    const around = trigGraph(name, names);
    return [around.head + inside.join(around.separator) + around.foot];
  });
  const { head, separator } = turtleWriter(names);
  return head + text.join(separator);
}

function block(group: SubjectGroup, names: CompactNames): string {
  const lines = group.properties.map(({ predicate, objects }) => {
    const verb = predicate === rdf.type.value ? 'a' : node(predicate, names);
    const values = objects.map((object) => objectText(object, names));
    return `${verb} ${values.join(' ,\n        ')}`;
  });
  return `${node(group.subject, names)} ${lines.join(' ;\n    ')} .\n`;
}

function objectText(object: QuadObject, names: CompactNames): string {
  if (!isLiteral(object)) return node(nameOf(object), names);
  const text = `"${escapeText(object.value)}"`;
  if (object.language) return `${text}@${object.language}`;
  const datatype = object.datatype.value;
  return datatype === xsd.string.value ? text : `${text}^^${node(datatype, names)}`;
}

function node(name: string, names: CompactNames): string {
  return isBlankName(name) ? name : (names.compact(name) ?? iriRef(name));
}
