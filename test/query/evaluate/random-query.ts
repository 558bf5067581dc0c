/** Small graphs and queries of every pattern form, for fast-check. */
import fc from 'fast-check';
import {
  blankNode,
  exactLiteral,
  exactNamedNode,
  quad,
  type Quad,
  type Subject,
} from '../../../src/rdf/terms.js';
import { xsd } from '../../../src/rdf/vocabularies.js';

const NS = 'http://e.x/';
const VARIABLES = ['a', 'b', 'c', 'd'] as const;

const node = fc.integer({ min: 0, max: 2 }).map((n) => `n${n}`);
const predicate = fc.integer({ min: 0, max: 1 }).map((n) => `p${n}`);
const graphName = fc.integer({ min: 0, max: 1 }).map((n) => `g${n}`);
const value = fc.constantFrom('1', '2', '"x"', '"x"@nb', '"1"^^xsd:byte');

const TERMS = {
  1: exactLiteral('1', xsd.integer),
  2: exactLiteral('2', xsd.integer),
  '"x"': exactLiteral('x'),
  '"x"@nb': exactLiteral('x', 'nb'),
  '"1"^^xsd:byte': exactLiteral('1', exactNamedNode('http://www.w3.org/2001/XMLSchema#byte')),
} as const;

const iri = (name: string) => exactNamedNode(NS + name);

export const quads: fc.Arbitrary<Quad[]> = fc.array(
  fc
    .tuple(
      fc.oneof({ weight: 8, arbitrary: node }, { weight: 1, arbitrary: fc.constant('_') }),
      predicate,
      fc.oneof({ weight: 3, arbitrary: node }, { weight: 1, arbitrary: value }),
      fc.option(graphName, { freq: 3 }),
    )
    .map(([s, p, o, g]) => {
      const subject: Subject = s === '_' ? blankNode('blank') : iri(s);
      const object = o in TERMS ? TERMS[o as keyof typeof TERMS] : iri(o);
      return quad(subject, iri(p), object, g === null ? undefined : iri(g));
    }),
  { minLength: 4, maxLength: 20 },
);

const variable = fc.constantFrom(...VARIABLES).map((name) => `?${name}`);
const subjectText = fc.oneof(
  { weight: 6, arbitrary: variable },
  { weight: 1, arbitrary: node.map((n) => `:${n}`) },
);
const objectText = fc.oneof(
  { weight: 6, arbitrary: variable },
  { weight: 1, arbitrary: node.map((n) => `:${n}`) },
  { weight: 1, arbitrary: value },
);
const predicateText = fc.oneof(
  { weight: 5, arbitrary: predicate.map((p) => `:${p}`) },
  { weight: 1, arbitrary: variable },
);

const { path } = fc.letrec<{ path: string }>((tie) => ({
  path: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'path' },
    predicate.map((p) => `:${p}`),
    predicate.map((p) => `^:${p}`),
    predicate.map((p) => `!:${p}`),
    fc.tuple(predicate, predicate).map(([p, q]) => `!(:${p}|^:${q})`),
    fc.tuple(tie('path'), fc.constantFrom('*', '+', '?')).map(([p, sign]) => `(${p})${sign}`),
    fc.tuple(tie('path'), tie('path')).map(([p, q]) => `(${p}/${q})`),
    fc.tuple(tie('path'), tie('path')).map(([p, q]) => `(${p}|${q})`),
  ),
}));

const triple = fc.tuple(subjectText, predicateText, objectText).map((t) => `${t.join(' ')} .`);
const pathTriple = fc.tuple(subjectText, path, objectText).map((t) => `${t.join(' ')} .`);
const bgp = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(triple, { minLength: 1, maxLength: 3 }).map((t) => t.join(' ')),
  },
  { weight: 1, arbitrary: pathTriple },
);

const comparison = fc.oneof(
  fc.tuple(variable, node, node).map(([v, n, m]) => `${v} IN (:${n}, :${m})`),
  fc.tuple(variable, fc.constantFrom('=', '!='), objectText).map((t) => t.join(' ')),
  variable.map((v) => `BOUND(${v})`),
  variable.map((v) => `!BOUND(${v})`),
  variable.map((v) => `isIRI(${v})`),
  variable.map((v) => `LANG(${v}) = "nb"`),
  fc.tuple(variable, variable).map(([v, w]) => `(${v} = ${w} || isLiteral(${v}))`),
  fc.tuple(variable, variable).map(([v, w]) => `(${v} != ${w} && BOUND(${w}))`),
);

const values = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: node.map((n) => `:${n}`) }, fc.constantFrom('1', 'UNDEF')),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .chain((rows) => variable.map((v) => `VALUES ${v} { ${rows.join(' ')} }`));
const pairs = fc
  .array(
    fc.tuple(
      node,
      fc.oneof(
        node.map((n) => `:${n}`),
        fc.constant('UNDEF'),
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) => `VALUES (?a ?b) { ${rows.map(([n, m]) => `(:${n} ${m})`).join(' ')} }`);

const bindTerm = fc.oneof(
  variable,
  node.map((n) => `:${n}`),
  fc.constant('1'),
);

/** The text between the braces of a group. */
const { group } = fc.letrec<{ group: string; element: string; select: string }>((tie) => ({
  group: fc
    .tuple(bgp, fc.array(tie('element'), { maxLength: 3 }), fc.boolean())
    .map(([triples, elements, isFirst]) =>
      isFirst ? [triples, ...elements].join(' ') : [...elements, triples].join(' '),
    ),
  element: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'group', withCrossShrink: true },
    bgp,
    values,
    pairs,
    comparison.map((text) => `FILTER(${text})`),
    fc.tuple(bindTerm, fc.integer({ min: 0, max: 99 })).map(([t, n]) => `BIND(${t} AS ?new${n})`),
    tie('group').map((text) => `OPTIONAL { ${text} }`),
    tie('group').map((text) => `OPTIONAL { ${text} }`),
    fc.tuple(tie('group'), tie('group')).map(([one, two]) => `{ ${one} } UNION { ${two} }`),
    tie('group').map((text) => `MINUS { ${text} }`),
    tie('group').map((text) => `{ ${text} }`),
    tie('group').map((text) => `FILTER EXISTS { ${text} }`),
    tie('group').map((text) => `FILTER NOT EXISTS { ${text} }`),
    fc
      .tuple(
        fc.oneof(
          graphName.map((g) => `:${g}`),
          variable,
        ),
        tie('group'),
      )
      .map(([g, text]) => `GRAPH ${g} { ${text} }`),
    tie('select').map((text) => `{ ${text} }`),
  ),
  select: fc.oneof(
    fc
      .tuple(fc.boolean(), fc.uniqueArray(variable, { minLength: 1, maxLength: 3 }), tie('group'))
      .map(
        ([isDistinct, names, text]) =>
          `SELECT ${isDistinct ? 'DISTINCT ' : ''}${names.join(' ')} { ${text} }`,
      ),
    fc
      .tuple(variable, variable, fc.boolean(), tie('group'))
      .filter(([key, counted]) => key !== counted)
      .map(
        ([key, counted, isDistinct, text]) =>
          `SELECT ${key} (COUNT(${isDistinct ? 'DISTINCT ' : ''}${counted}) AS ?n) { ${text} } GROUP BY ${key}`,
      ),
    tie('group').map((text) => `SELECT (COUNT(*) AS ?all) { ${text} }`),
  ),
}));

const PROLOGUE = `PREFIX : <${NS}> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n`;

/** SELECT of every variable of the pattern. */
export const selectAll: fc.Arbitrary<string> = group.map(
  (text) => `${PROLOGUE}SELECT * WHERE { ${text} }`,
);
