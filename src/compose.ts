/**
 * The one place where adapters are built and wired (architecture.md 5). Clock, environment and network enter here and are
 * handed on as arguments.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { HARVESTERS } from '../harvesters/registry.js';
import { assemble } from './assemble/assemble.js';
import type { Assembly } from './assemble/assembly.js';
import { readReference, schemeQuads } from './assemble/reference.js';
import { loadCatalogue, type CatalogueConfig, type SourceConfig } from './config/load-catalogue.js';
import type { Environment } from './config/secrets.js';
import { registerKeys } from './config/yaml-file.js';
import { catalogueFiles } from './harvest/catalogue-files.js';
import { nodeEgress } from './harvest/node-egress.js';
import { retryingEgress, type RetryTools } from './harvest/retrying-egress.js';
import { recordClassOf } from './harvest/record-class-policy.js';
import type { HarvestRequest, HarvestSource } from './harvest/harvest-setup.js';
import { runHarvest } from './harvest/run-harvest.js';
import type { HarvestReport } from './harvest/harvest-report.js';
import { SourceStates } from './harvest/source-state.js';
import { withLock } from './harvest/lock.js';
import { CatalogError } from './model/errors.js';
import type { Clock } from './model/instant.js';
import { iri, type Iri } from './model/iri.js';
import { allowList } from './project/allow-list.js';
import { inputHash } from './publish/input-hash.js';
import { publish, validateAll, type Checked, type PublishReport } from './publish/publish.js';
import type { SiteSettings } from './model/site-settings.js';
import { codeLists } from './rdf/code-lists.js';
import { GraphIndex } from './rdf/graph-index.js';
import { parseNQuads, parseTurtle } from './rdf/parse.js';
import { dataset, type Quad } from './rdf/terms.js';
import { VOCAB_BASE } from './rdf/vocabularies.js';
import { acceptLatest, reviewedSources } from './review/accepted-states.js';
import { Revisions, type Revision } from './store/revisions.js';
import { createValidator } from './validate/create-validator.js';
import type { Validator } from './validate/validator.js';

/** The project's own folder: where ontology/, shapes/ and catalog-data/ lie, in src as in dist. */
export const PROJECT_ROOT = projectRoot(dirname(fileURLToPath(import.meta.url)));

/** The public process's program, as TypeScript under tsx in development, as JavaScript when built. */
export const SITE_PROGRAM = import.meta.url.endsWith('.ts')
  ? { file: join(PROJECT_ROOT, 'site/main.ts'), execArgv: ['--import', 'tsx'] }
  : { file: join(PROJECT_ROOT, 'dist/site/main.js'), execArgv: [] };

export interface CatalogueOptions {
  readonly id: string;
  readonly dataFolder: string;
  readonly varFolder: string;
  readonly environment: Environment;
  readonly clock: Clock;
  /** How long to wait between tries of a source; tests wait for nothing. */
  readonly retry?: RetryTools;
}

const REAL_RETRY: RetryTools = {
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
  random: () => Math.random(),
  now: () => Date.now(),
};

export interface PublishRequest {
  readonly force: boolean;
  readonly accept: readonly string[];
  readonly signal: AbortSignal;
  onStep?(step: string): void;
}

/** One municipality's catalogue, wired: what the commands and tests work with. */
export interface Catalogue {
  readonly config: CatalogueConfig;
  readonly varFolder: string;
  harvest(request: HarvestRequest): Promise<HarvestReport[]>;
  /** Everything that is accepted, put together. */
  assemble(): Promise<Assembly>;
  validate(assembly: Assembly, profiles: readonly string[], signal: AbortSignal): Promise<Checked>;
  publish(
    request: PublishRequest,
  ): Promise<PublishReport | { readonly revision: Revision; readonly isNew: false }>;
  current(): Promise<Revision | undefined>;
  /** Each source's options, read and checked without a fetch. */
  checkSources(): { readonly source: string; readonly error?: CatalogError }[];
  /** Sources whose last harvest waits for a person. */
  waiting(): Promise<string[]>;
  readonly states: SourceStates;
  readonly profiles: readonly string[];
  close(): Promise<void>;
}

const HOLDING_PROFILES = ['kdm-assembled', 'dcat-ap-no-3', 'hvd', 'art30'] as const;
const PUBLIC_PROFILE = 'public-view';
const FEED_PROFILE = 'dcat-ap-no-3-feed';

export async function openCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const config = loadCatalogue(options.dataFolder, options.id);
  const varFolder = join(options.varFolder, config.id);
  const classIri = (code: string): Iri => iri(`${config.base}kode/konfidensialitet/${code}`);
  const reference = [
    ...(await readReference(join(PROJECT_ROOT, 'ontology'), ['codes', 'vocab'])),
    ...schemeQuads(config.scheme, config.base),
  ];
  const referenceIndex = new GraphIndex(reference);
  const states = new SourceStates(varFolder);
  const revisions = new Revisions(varFolder);
  // Made when first asked for: a harvest alone needs no shapes and no worker.
  let validator: Validator | undefined;
  const theValidator = (): Validator =>
    (validator ??= createValidator({
      shapesFolder: join(PROJECT_ROOT, 'shapes'),
      ontologyFolder: join(PROJECT_ROOT, 'ontology'),
      base: config.base,
    }));
  const reviewed = () =>
    reviewedSources(
      states,
      config.sources.map(({ id, review }) => ({ source: id, review })),
    );

  const assembleAll = async (): Promise<Assembly> => {
    const sources = [];
    for (const { source, accepted } of await reviewed()) {
      if (!accepted) continue;
      const quads: Quad[] = parseNQuads(await states.readQuads(accepted));
      sources.push({ id: source, state: accepted, quads });
    }
    return assemble(config.base, sources, reference, {
      scheme: config.scheme,
      classIri,
      ropaIri: (organisation) =>
        iri(`${config.base}id/protokoll/${organisation.split('/').at(-1) ?? ''}`),
    });
  };

  return {
    config,
    varFolder,
    states,
    profiles: [...HOLDING_PROFILES],
    harvest: async (request) => {
      const setup = {
        base: config.base,
        scheme: config.scheme,
        sources: config.sources.map((source) => harvestSource(config, source, options)),
        codes: codeLists(dataset(reference.map((one) => one))),
        tables: config.tables,
        identities: config.identities,
        files: catalogueFiles(config.folder),
        limits: config.settings.guard,
        varFolder,
        clock: options.clock,
      };
      return withLock(varFolder, process.pid, () => runHarvest(setup, request));
    },
    assemble: assembleAll,
    validate: (assembly, profiles, signal) =>
      validateAll(assembly, { validator: theValidator(), holdingProfiles: profiles, signal }),
    publish: (request) =>
      withLock(varFolder, process.pid, async () => {
        await acceptLatest(states, request.accept);
        const sources = await reviewed();
        if (sources.every(({ accepted }) => !accepted)) throw new CatalogError('REVISION_MISSING');
        const input = inputHash(sources, [
          [config.folder, ['catalog.yaml', 'sources', 'files', 'tables', 'identity.csv']],
          [PROJECT_ROOT, ['ontology', 'shapes', 'package.json']],
          [dirname(fileURLToPath(import.meta.url)), ['.']],
        ]);
        const current = await revisions.current();
        const isSame = current?.manifest.input === input && !request.force;
        // A damaged revision is built again, although nothing has changed.
        if (isSame && (await revisions.isWhole(current)))
          return { revision: current, isNew: false as const };
        const shapes = parseTurtle(
          readFileSync(join(PROJECT_ROOT, 'shapes', 'public-view.ttl'), 'utf8'),
          {
            baseIri: VOCAB_BASE,
            file: 'shapes/public-view.ttl',
          },
        );
        return publish(await assembleAll(), {
          catalog: iri(`${config.base}id/katalog/${config.settings.catalog}`),
          base: config.base,
          dataFolder: config.folder,
          site: siteSettings(config),
          validator: theValidator(),
          holdingProfiles: HOLDING_PROFILES,
          publicProfile: PUBLIC_PROFILE,
          feedProfile: FEED_PROFILE,
          rules: {
            base: config.base,
            openClass: classIri(config.scheme.open.code),
            allow: allowList(shapes.quads),
            roleMailboxes: new Set(
              config.settings.roleMailboxes.map((mailbox) => mailbox.toLowerCase()),
            ),
            internalHosts: config.settings.internalHosts,
            reference: referenceIndex,
          },
          revisions,
          clock: options.clock,
          input,
          ...request,
        });
      }),
    checkSources: () =>
      config.sources.map((source) => {
        try {
          harvestSource(config, source, options);
          return { source: source.id };
        } catch (error) {
          if (error instanceof CatalogError) return { source: source.id, error };
          throw error;
        }
      }),
    current: () => revisions.current(),
    waiting: async () =>
      (await reviewed()).filter(({ waiting }) => waiting).map(({ source }) => source),
    close: async () => validator?.close(),
  };
}

function harvestSource(
  config: CatalogueConfig,
  source: SourceConfig,
  { environment, retry }: CatalogueOptions,
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

function siteSettings({ settings, base }: CatalogueConfig): SiteSettings {
  return {
    base,
    catalog: iri(`${base}id/katalog/${settings.catalog}`),
    name: settings.name,
    notice: settings.notice,
    publisher: settings.publisher.name,
    theme: settings.site.theme,
    contact: settings.site.contact,
    accessibilityStatement: settings.site.accessibilityStatement,
    sparql: settings.sparql,
  };
}

/** Walks up to the folder that holds package.json. */
function projectRoot(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error('package.json not found above the program');
}
