/**
 * Readable, deterministic Turtle and TriG (RDF 1.1): a block a subject, `a` first, everything sorted, lexical forms
 * untouched (no numbers or booleans without quotes: those shorthands invite rewriting).
 */
import { compactNames, type CompactNames } from './compact-names.js';
import { grouped, irisOf, isBlankName, type Grouped, type SubjectGroup } from './grouped.js';
import { escapeText, iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { rdf, xsd } from './vocabularies.js';

/** One graph; graph names are left out. Throws CatalogError IRI_INVALID. */
export function writeTurtle(quads: Iterable<Quad>): string {
  const graph = grouped(quads);
  const names = compactNames(irisOf(graph));
  return joinBlocks([prefixBlock(names), ...blocks(graph, names)]);
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
    const inside = blocks(grouped(part), names);
    return name === '' ? inside : [`${node(name, names)} {\n${inside.join('\n')}}\n`];
  });
  return joinBlocks([prefixBlock(names), ...text]);
}

function joinBlocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function prefixBlock(names: CompactNames): string {
  return names.prefixes
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('');
}

function blocks(graph: Grouped, names: CompactNames): string[] {
  return graph.subjects.map((subject) => block(subject, graph, names));
}

function block(group: SubjectGroup, graph: Grouped, names: CompactNames): string {
  const lines = group.properties.map(({ predicate, objects }) => {
    const verb = predicate === rdf.type.value ? 'a' : node(predicate, names);
    const values = objects.map((object) => objectText(object, graph, names));
    return `${verb} ${values.join(' ,\n        ')}`;
  });
  return `${node(group.subject, names)} ${lines.join(' ;\n    ')} .\n`;
}

function objectText(object: QuadObject, graph: Grouped, names: CompactNames): string {
  if (!isLiteral(object)) return node(graph.name(object), names);
  const text = `"${escapeText(object.value)}"`;
  if (object.language) return `${text}@${object.language}`;
  const datatype = object.datatype.value;
  return datatype === xsd.string.value ? text : `${text}^^${node(datatype, names)}`;
}

function node(name: string, names: CompactNames): string {
  return isBlankName(name) ? name : (names.compact(name) ?? iriRef(name));
}
