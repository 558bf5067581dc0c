/** A configured source, wired: its harvester, its options with secrets filled in, and the one way out to its hosts. */
import { setTimeout } from 'node:timers/promises';
import { HARVESTERS } from '../harvesters/registry.js';
import type { CatalogueConfig, SourceConfig } from './config/load-catalogue.js';
import type { Environment } from './config/secrets.js';
import { registerKeys } from './config/yaml-file.js';
import type { HarvestSource } from './harvest/harvest-setup.js';
import type { PropertyColumns } from './harvest/harvester.js';
import { nodeEgress } from './harvest/node-egress.js';
import { recordClassOf } from './harvest/record-class-policy.js';
import { retryingEgress, type RetryTools } from './harvest/retrying-egress.js';
import { CatalogError } from './model/errors.js';

export interface HarvestTools {
  readonly environment: Environment;
  /** How long to wait between tries of a source; tests wait for nothing. */
  readonly retry?: RetryTools;
}

const REAL_RETRY: RetryTools = {
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
  random: () => Math.random(),
  now: () => Date.now(),
};

/** Record type → property → column, where the harvester of this kind knows it. */
export function columnsOf(kind: string): PropertyColumns {
  return HARVESTERS.find((harvester) => harvester.kind === kind)?.columns ?? {};
}

/** Throws CatalogError CONFIG_INVALID for a kind that is not there and options that are wrong. */
export function harvestSource(
  config: CatalogueConfig,
  source: SourceConfig,
  { environment, retry }: HarvestTools,
): HarvestSource {
  const harvester = HARVESTERS.find(({ kind }) => kind === source.kind);
  if (!harvester) {
    const known = HARVESTERS.map(({ kind }) => kind).join(', ');
    throw new CatalogError('CONFIG_INVALID', {
      place: `sources/${source.id}.yaml`,
      cause: `ukjent kind «${source.kind}»; velg en av ${known}`,
    });
  }
  registerKeys(harvester.options);
  const parsed = source.parseOptions((input) => harvester.options.parse(input), environment);
  return {
    source: { id: source.id, kind: source.kind, options: parsed },
    harvester,
    egress: retryingEgress(
      nodeEgress({
        origins: allowedOrigins(source, parsed),
        userAgent: `datavev (${config.base})`,
      }),
      retry ?? REAL_RETRY,
    ),
    deletions: source.deletions,
    classOf: recordClassOf(source.recordClass, config.scheme),
  };
}

function allowedOrigins(source: SourceConfig, options: unknown): string[] {
  const baseUrl =
    typeof options === 'object' && options && 'baseUrl' in options ? options.baseUrl : undefined;
  return [...source.origins, ...(typeof baseUrl === 'string' ? [new URL(baseUrl).origin] : [])];
}
