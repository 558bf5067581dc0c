/** The table of docs/guide/rules.md: every rule of the shapes, what it looks at, how grave it is, when it runs, and whose it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { NamedNode, Term } from '../../src/rdf/terms.js';
import { sh } from '../../src/rdf/vocabularies.js';
import { reportedShapes } from '../../src/validate/shape-roles.js';
import { kdms, localName, ruleOf, TARGETS } from '../../src/validate/shape-terms.js';
import { SHAPES } from './fixtures.js';

const HEAD = `# The rules

Every rule of \`shapes/\`, made from the shapes themselves (\`test/shapes/rules-table.test.ts\` compares; \`npx vitest run
test/shapes/rules-table.test.ts -u\` writes it anew). A violation holds the description back where
\`shapes/profiles.yaml\` says so, a warning or a hint never does. Rules of
the stage *source* look at one source alone, *assembled* at everything together, *quality* at work to do, *public* at what goes out.
\`npm run -s shacl -- --explain <rule>\` says more of each.
`;

/** Who mends what a rule finds, by what the rule is about: the class, or the fact, that it aims at. */
const WHOSE: readonly (readonly [RegExp, string])[] = [
  [/^(System|Integration|highestDataRank)$/, 'the system’s manager'],
  [/^(Process|Transfer|keptAs\w+|processorWithoutAgreement|Purpose)$/, 'who keeps the record of processing'],
  [/^(Dpia\w*|DPIA|Risk\w*|Agreement)$/, 'who owns the assessment or agreement'],
  [/^(Data(Request)|Request\w+)$/, 'who handles the request'],
  [/^(Dataset\w*|DataService|Distribution|DataElement|Catalog\w*|differingAccessRights|unprotectedFile)$/, 'the publisher'],
];

/** Facts that rules aim at, in the words of what they are about. */
const ABOUT: Readonly<Record<string, string>> = {
  type: 'everything described',
  keptAsController: 'Process (controller’s record)',
  keptAsProcessor: 'Process (processor’s record)',
  processorWithoutAgreement: 'Process with a processor',
  differingAccessRights: 'Dataset, DataService',
  unprotectedFile: 'Dataset with a file',
  invalidOrganisationNumber: 'FormalOrganization, Supplier',
  unknownTerm: 'everything described',
  confidentialityClass: 'everything classified',
  recordClass: 'everything described',
};

export function rulesTable(): string {
  const files = readdirSync(SHAPES).filter((name) => name.endsWith('.ttl'));
  return [HEAD, ...files.sort().map(section)].join('\n');
}

function section(file: string): string {
  const index = new GraphIndex(parseTurtle(readFileSync(join(SHAPES, file), 'utf8')).quads);
  const rules = new Map<string, Term[]>();
  for (const shape of reportedShapes(index)) {
    const rule = ruleOf(shape.value);
    rules.set(rule, [...(rules.get(rule) ?? []), shape]);
  }
  const rows = [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, shapes]) => row(index, rule, shapes));
  return `## ${file}

| Rule | About | Checks | Severity | Stage | Whose |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function row(index: GraphIndex, rule: string, shapes: readonly Term[]): string {
  const checking = shapes.filter((shape) => index.literals(shape, sh.message).length > 0);
  const tops = [...new Set(shapes.flatMap((shape) => [shape, ...usersOf(index, shape)]))];
  const about = unique(
    tops.flatMap((top) => TARGETS.flatMap((target) => named(index, top, target))).map(localName),
  );
  const subjects = unique(about.map((one) => ABOUT[one] ?? one));
  const names = unique(checking.flatMap((shape) => english(index, shape)));
  const severities = unique(checking.flatMap((shape) => index.nodes(shape, sh.severity)).map(({ value }) => localName(value)));
  const stages = unique(tops.flatMap((top) => index.literals(top, kdms.stage)).map(({ value }) => value));
  const whose = unique(about.map((one) => WHOSE.find(([pattern]) => pattern.test(one))?.[1] ?? 'the owner of the description'));
  return `| ${[rule, short(subjects), short(names), severities.join(', '), stages.join(', ') || 'all', short(whose)].join(' | ')} |`;
}

function usersOf(index: GraphIndex, shape: Term): Term[] {
  return index
    .pointingTo(shape)
    .filter(({ predicate }) => predicate.equals(sh.property))
    .map(({ subject }) => subject);
}

function named(index: GraphIndex, shape: Term, property: string): string[] {
  return index
    .about(shape)
    .filter(({ predicate }) => predicate.value === property)
    .map(({ object }) => (object as NamedNode).value);
}

function english(index: GraphIndex, shape: Term): string[] {
  return index
    .literals(shape, sh.name)
    .filter(({ language }) => language === 'en')
    .map(({ value }) => value);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

const SHOWN = 6;
function short(values: readonly string[]): string {
  const more = values.length - SHOWN;
  return more > 0 ? `${values.slice(0, SHOWN).join(', ')} and ${more} more` : values.join(', ');
}
