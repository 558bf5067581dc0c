/** Parameter Objects (OpenAPI 3.1.1 §4.8.12); in Swagger 2.0 the schema's members stand beside the name. */
import {
  PARAMETER_PLACES,
  type ApiParameter,
  type ParameterPlace,
} from '../model/api-description.js';
import { asNode, listAt, resolved, textAt, valueAt, type Node } from './document.js';

const MAX_PARAMETERS = 50;
const MAX_CHOICES = 100;
const MAX_VALUE = 200;

/** Those of the path, replaced by the operation's own where name and place are the same. */
export function parameters(root: Node, path: Node, operation: Node): readonly ApiParameter[] {
  const found = new Map<string, ApiParameter>();
  for (const one of [...listAt(path, 'parameters'), ...listAt(operation, 'parameters')]) {
    const node = resolved(root, one);
    const made = node && parameter(root, node);
    if (made) found.set(`${made.in} ${made.name}`, made);
  }
  return [...found.values()].slice(0, MAX_PARAMETERS);
}

function parameter(root: Node, node: Node): ApiParameter | undefined {
  const name = textAt(node, 'name', MAX_VALUE);
  const place = PARAMETER_PLACES.find((one) => one === valueAt(node, 'in'));
  if (name === undefined || place === undefined || isUnfit(name, place)) return undefined;
  const schema = resolved(root, valueAt(node, 'schema')) ?? node;
  const description = textAt(node, 'description', 1000);
  const type = typeName(root, schema);
  const example = [node, schema]
    .flatMap((one) => [valueAt(one, 'example'), firstExample(root, one), valueAt(one, 'default')])
    .map(plainText)
    .find((one) => one !== undefined);
  return {
    name,
    in: place,
    isRequired: place === 'path' || valueAt(node, 'required') === true,
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    choices: choices(root, schema),
    ...(example === undefined ? {} : { example }),
  };
}

/** A header's name must be one (RFC 9110 §5.1). */
function isUnfit(name: string, place: ParameterPlace): boolean {
  return place === 'header' && !/^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** `examples` is a list in a schema, and a map of Example Objects in a parameter. */
function firstExample(root: Node, node: Node): unknown {
  const [first] = [
    ...listAt(node, 'examples'),
    ...Object.values(asNode(valueAt(node, 'examples')) ?? {}).map((one) =>
      valueAt(resolved(root, one), 'value'),
    ),
  ];
  return first;
}

function typeName(root: Node, schema: Node): string | undefined {
  const items = resolved(root, valueAt(schema, 'items'));
  if (!items || !typesOf(schema).includes('array')) return simpleType(schema);
  const item = simpleType(items);
  return item === undefined ? 'array' : `array: ${item}`;
}

/** OpenAPI 3.1 allows several, of which `null` is none to write. */
function typesOf(schema: Node): readonly unknown[] {
  return [valueAt(schema, 'type')].flat().filter((one) => one !== 'null');
}

function simpleType(schema: Node): string | undefined {
  const [type] = typesOf(schema).filter((one) => typeof one === 'string');
  const format = textAt(schema, 'format', 50);
  if (type === undefined) return format;
  return format === undefined ? type.slice(0, 50) : `${type.slice(0, 50)} (${format})`;
}

/** Of a list one value may be chosen: most take a single one. */
function choices(root: Node, schema: Node): readonly string[] {
  const own = listAt(schema, 'enum');
  const all = own.length > 0 ? own : listAt(resolved(root, valueAt(schema, 'items')), 'enum');
  return [...new Set(all.flatMap((one) => plainText(one) ?? []))].slice(0, MAX_CHOICES);
}

function plainText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 1 ? plainText(value[0]) : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.length <= MAX_VALUE ? value : undefined;
}
