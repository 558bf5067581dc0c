/** How data.europa.eu harvests (piveau's importers, 2019–20, manual 2026; portals.md 1.2), and CKAN beside it. */
import type { LangText } from '../../model/lang-text.js';

export const EU_TITLE: LangText = {
  nb: 'data.europa.eu',
  nn: 'data.europa.eu',
  en: 'data.europa.eu',
};

export interface EuLimits {
  readonly timeoutMs: number;
  /** Where a page is slow enough to be told. */
  readonly slowMs: number;
  readonly largeBytes: number;
  /** What a CKAN harvester takes at most. */
  readonly maxBytes: number;
  /** The importer has no limit; we have, or we would never end either. */
  readonly maxPages: number;
}
export const EU_LIMITS: EuLimits = {
  timeoutMs: 60_000,
  slowMs: 5_000,
  largeBytes: 10_000_000,
  maxBytes: 50_000_000,
  maxPages: 10_000,
};

/** The parser is chosen by Content-Type, and this is what is asked for. */
export const EU_ACCEPT = 'application/rdf+xml, text/turtle;q=0.9, application/ld+json;q=0.8';
export const READABLE: ReadonlySet<string> = new Set([
  'application/rdf+xml',
  'text/turtle',
  'application/ld+json',
  'application/n-triples',
  'application/trig',
  'application/n-quads',
]);
