/** A report with one finding of each severity, and what a format must survive. */
import type { Report } from '../../src/cli/report/report.js';
import { CatalogError } from '../../src/model/errors.js';
import type { Finding } from '../../src/model/finding.js';
import type { Rule } from '../../src/validate/validator.js';

export const text = (nb: string): { nb: string; nn: string; en: string } => ({
  nb,
  nn: `${nb} (nn)`,
  en: `${nb} (en)`,
});
export const TITLE: Finding = {
  rule: 'D-01-title',
  also: ['E-01-title'],
  shape: 'https://w3id.org/datavev/shapes#D-01-title',
  component: 'MinCount',
  severity: 'violation',
  message: text('Tittel mangler.'),
  hint: text('Skriv en tittel.'),
  focus: 'https://data.eksempel.example/id/datasett/a',
  label: 'A',
  path: 'http://purl.org/dc/terms/title',
  property: text('Tittel'),
  source: 'liste',
  record: 'datasett a',
  origin: 'liste.csv#L4',
  column: 'tittel_nb',
  owner: 'Etaten',
  points: { no: 20, eu: 10 },
};
export const PROCESSOR: Finding = {
  rule: 'P-01',
  severity: 'warning',
  message: text('Mangler avtale.'),
  property: text('Databehandler'),
  focus: 'https://data.eksempel.example/id/behandling/b',
  label: 'B',
  value: 'Leverandør AS',
  valueTerm: '<urn:l>',
  source: 'protokoll',
  record: 'behandling 3',
  origin: 'protokoll.xlsx#Ark 1!R12',
};
const HINT: Finding = {
  rule: 'HEADER_UNKNOWN',
  severity: 'info',
  message: text('Ukjent kolonne.'),
  label: 'liste',
  source: 'liste',
};
const RULES: readonly Rule[] = ['D-01-title', 'P-01', 'Q-01'].map((name) => ({
  shape: `https://w3id.org/datavev/shapes#${name}`,
  severity: 'warning',
  message: text(`Regelen ${name}`),
}));

export function report(more: Partial<Report> = {}): Report {
  return {
    language: 'nb',
    catalogue: 'Eksempel',
    base: 'https://data.eksempel.example/',
    findings: [TITLE, PROCESSOR, HINT],
    lowest: 'info',
    asked: [],
    things: 5,
    profiles: ['a', 'b'],
    rules: RULES,
    notChecked: { rules: ['Z-01'], withoutTargets: ['b'], stopped: [], leftOut: ['stor'] },
    unreadable: [],
    folder: '/arbeid/katalog',
    from: '/arbeid',
    groupBy: 'resource',
    showAll: false,
    details: false,
    width: 80,
    color: false,
    ...more,
  };
}
export const stopped = {
  profile: 'a',
  error: new CatalogError('VALIDATION_STOPPED', { profile: 'a', cause: 'exit 9' }),
};
export const fault = {
  file: 'ny.ttl',
  text: '  dct:title "x"',
  error: new CatalogError('PARSE_FAILED', {
    ...{ file: 'ny.ttl', line: 4, column: 3 },
    cause: 'Undefined prefix "dct:"',
  }),
};
/** What a hostile register may hold. */
export const HOSTILE = {
  ...TITLE,
  label: '=cmd|"</td><script>|`x`\n::error::,',
  message: text('a;b'),
};
