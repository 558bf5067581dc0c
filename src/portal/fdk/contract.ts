/** How data.norge.no harvests (fdk-harvester, 17 August 2026; portals.md 1.1). Facts as data: the twin follows them. */
import type { LangText } from '../../model/lang-text.js';
import type { PortalId } from '../../model/portal-report.js';
import type { NamedNode } from '../../rdf/terms.js';
import { dcat } from '../../rdf/vocabularies.js';

export interface FdkKind {
  readonly portal: Extract<PortalId, 'fdk' | 'fdk-services'>;
  readonly title: LangText;
  /** What becomes a member, linked from a catalogue or not (row 8). */
  readonly types: readonly NamedNode[];
  /** How a catalogue names its members (row 10). */
  readonly link: NamedNode;
}

/** The two data types that this catalogue has feeds for. */
export const FDK_KINDS: Readonly<Record<FdkKind['portal'], FdkKind>> = {
  fdk: {
    portal: 'fdk',
    title: { nb: 'data.norge.no', nn: 'data.norge.no', en: 'data.norge.no' },
    types: [dcat.Dataset, dcat.DatasetSeries],
    link: dcat.dataset,
  },
  'fdk-services': {
    portal: 'fdk-services',
    title: {
      nb: 'data.norge.no, datatjenester',
      nn: 'data.norge.no, datatenester',
      en: 'data.norge.no, data services',
    },
    types: [dcat.DataService],
    link: dcat.service,
  },
};

export interface FdkLimits {
  readonly maxBytes: number;
  /** Where a feed should be made smaller, long before it is refused. */
  readonly warnBytes: number;
  readonly timeoutMs: number;
}
const MIB = 1024 * 1024;
/** Row 5. */
export const FDK_LIMITS: FdkLimits = {
  maxBytes: 75 * MIB,
  warnBytes: 50 * MIB,
  timeoutMs: 10 * 60_000,
};

/** The parser is chosen by what of these is found first in the registered Accept value (row 1). */
const PARSERS = [
  ['turtle', 'text/turtle'],
  ['n3', 'text/turtle'],
  ['trig', 'application/trig'],
  ['rdf+xml', 'application/rdf+xml'],
  ['rdf+json', 'application/rdf+json'],
  ['ld+json', 'application/ld+json'],
  ['n-triples', 'application/n-triples'],
  ['n-quads', 'application/n-quads'],
  ['trix', 'application/trix'],
] as const;

/** Media type that the answer is read as, whatever it says of itself; undefined when the harvest cannot begin. */
export function parserOf(accept: string): string | undefined {
  return PARSERS.find(([part]) => accept.toLowerCase().includes(part))?.[1];
}
