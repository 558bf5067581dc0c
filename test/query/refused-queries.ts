/** Texts that no engine may run: what they name, and where a wrong one goes wrong. */
export const REFUSED: readonly (readonly [string, string])[] = [
  ['INSERT DATA', 'INSERT DATA { <urn:a> <urn:b> <urn:c> }'],
  ['DELETE DATA', 'DELETE DATA { <urn:a> <urn:b> <urn:c> }'],
  ['DELETE WHERE', 'DELETE WHERE { ?s ?p ?o }'],
  ['DELETE/INSERT', 'DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }'],
  ['DELETE/INSERT', 'WITH <urn:g> INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }'],
  ['LOAD', 'LOAD <http://127.0.0.1:9/a.ttl>'],
  ['LOAD', 'LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:g>'],
  ['CLEAR', 'CLEAR ALL'],
  ['DROP', 'PREFIX a: <urn:a> DROP SILENT ALL'],
  ['CREATE', 'CREATE GRAPH <urn:g>'],
  ['ADD', 'ADD <urn:a> TO <urn:b>'],
  ['MOVE', 'MOVE DEFAULT TO <urn:b>'],
  ['COPY', 'COPY <urn:a> TO <urn:b>; DROP ALL'],
  ['SERVICE', 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }'],
  ['SERVICE', 'ASK { ?s ?p ?x . SERVICE ?x { ?a ?b ?c } }'],
  ['SERVICE SILENT', 'SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }'],
  [
    'SERVICE SILENT',
    'SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?q ?r } } }',
  ],
  [
    'SERVICE SILENT',
    'SELECT * { { SELECT ?s { { ?s ?p ?o } UNION { SERVICE SILENT <urn:x> { ?s ?p ?o } } } } }',
  ],
  [
    'SERVICE',
    'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { SERVICE <urn:x> { ?s ?p 1 } } } }',
  ],
  [
    'SERVICE SILENT',
    'SELECT (EXISTS { MINUS { SERVICE SILENT <urn:x> {} } } AS ?x) { ?s ?p ?o } ORDER BY ?s',
  ],
  ['SERVICE SILENT', 'DESCRIBE ?s { ?s ?p ?o . \\u0053ERVICE SILENT <urn:x> { ?s ?p ?o } }'],
  ['<urn:funksjon>', 'SELECT (<urn:funksjon>(1) AS ?x) {}'],
];

export const WRONG: readonly (readonly [string, { line: number; column: number }])[] = [
  ['SELECT * WHERE { ?s ?p }', { line: 1, column: 24 }],
  ['SELECT *\nWHERE {\n  ?s ?p ?o ;;; }\nLIMIT x', { line: 4, column: 7 }],
  ['SELECT * {\n  ?s ?p "uten slutt }', { line: 2, column: 9 }],
  ['SELECT * { ?s ?p ?o', { line: 1, column: 20 }],
  ['ASK { ?s ?p "a\\u0022 }', { line: 1, column: 15 }],
  ['ASK {}\nASK {}', { line: 2, column: 1 }],
  ['', { line: 1, column: 1 }],
];
