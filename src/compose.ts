/**
 * The one place where adapters are built and wired (architecture.md 5). Clock, environment and network enter here and are
 * handed on as arguments.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble } from './assemble/assemble.js';
import type { AssembledSource, Assembly } from './assemble/assembly.js';
import { readKnownTerms } from './assemble/known-terms.js';
import { readReference, schemeQuads } from './assemble/reference.js';
import { Checker } from './compose-check.js';
import { columnsOf, harvestSource, type HarvestTools } from './compose-harvest.js';
import { loadIntoEngine, tryEngine, type EngineReport } from './compose-store.js';
import { readBridgeRules } from './config/bridge-rules.js';
import { loadCatalogue, type CatalogueConfig } from './config/load-catalogue.js';
import { leftOut, type Bridge } from './feed/bridge.js';
import { catalogueFiles } from './harvest/catalogue-files.js';
import type { HarvestRequest, HarvestSetup } from './harvest/harvest-setup.js';
import { runHarvest } from './harvest/run-harvest.js';
import type { HarvestReport } from './harvest/harvest-report.js';
import { SourceStates } from './harvest/source-state.js';
import { withLock } from './harvest/lock.js';
import { CatalogError } from './model/errors.js';
import type { Clock } from './model/instant.js';
import { iri, type Iri } from './model/iri.js';
import { allowList } from './project/allow-list.js';
import { fdkBridge } from './publish/fdk-bridge.js';
import { noteHeld, readHeld, type HeldRevision } from './publish/held-revision.js';
import { inputHash } from './publish/input-hash.js';
import { readVocabulary } from './publish/public-vocabulary.js';
import { readMemories, writeMemories } from './portal/memory.js';
import { publish, type PublishReport } from './publish/publish.js';
import { PUBLISHED_PORTALS } from './publish/published-portals.js';
import type { SiteSettings } from './model/site-settings.js';
import { codeLists } from './rdf/code-lists.js';
import type { Graph } from './rdf/graph.js';
import { GraphIndex } from './rdf/graph-index.js';
import { parseNQuads, parseTurtle } from './rdf/parse.js';
import { dataset, type Quad } from './rdf/terms.js';
import { VOCAB_BASE } from './rdf/vocabularies.js';
import { acceptLatest, reviewedSources } from './review/accepted-states.js';
import type { RevisionLoad } from './store/load-revision.js';
import { Revisions, type Revision } from './store/revisions.js';

/** The project's own folder: where ontology/, shapes/ and catalog-data/ lie, in src as in dist. */
export const PROJECT_ROOT = projectRoot(dirname(fileURLToPath(import.meta.url)));

/** The public process's program, as TypeScript under tsx in development, as JavaScript when built. */
export const SITE_PROGRAM = import.meta.url.endsWith('.ts')
  ? { file: join(PROJECT_ROOT, 'site/main.ts'), execArgv: ['--import', 'tsx'] }
  : { file: join(PROJECT_ROOT, 'dist/site/main.js'), execArgv: [] };

export interface CatalogueOptions extends HarvestTools {
  readonly id: string;
  readonly dataFolder: string;
  readonly varFolder: string;
  readonly clock: Clock;
}

export interface PublishRequest {
  readonly force: boolean;
  /** Sources whose waiting harvest a person lets out. */
  readonly accept: readonly string[];
  /** A person's word that what the held revision takes away may go. */
  readonly acceptRemovals?: boolean;
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
  readonly bridge: Bridge;
  /** What is wrong in what is accepted, or in files. Shapes are read when it is first used. */
  readonly checker: Checker;
  publish(
    request: PublishRequest,
  ): Promise<PublishReport | { readonly revision: Revision; readonly isNew: false }>;
  current(): Promise<Revision | undefined>;
  /** The revision that waits for a person, if one does. */
  held(): Promise<HeldRevision | undefined>;
  /** Loads the current revision into the configured engine; undefined where there is none. A failure leaves both as they were. */
  loadEngine(): Promise<RevisionLoad | undefined>;
  /** What the engine holds, after a trial of reading and writing; undefined where there is none. */
  tryEngine(): Promise<EngineReport | undefined>;
  /** Each source's options, read and checked without a fetch. */
  checkSources(): { readonly source: string; readonly error?: CatalogError }[];
  /** Sources whose last harvest waits for a person. */
  waiting(): Promise<string[]>;
  readonly states: SourceStates;
  close(): Promise<void>;
}

const PUBLIC_PROFILE = 'public-view';
const FEED_PROFILE = 'dcat-ap-no-3-feed';

export async function openCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const config = loadCatalogue(options.dataFolder, options.id);
  const varFolder = join(options.varFolder, config.id);
  const classIri = (code: string): Iri => iri(`${config.base}kode/konfidensialitet/${code}`);
  const reference = [
    ...(await readReference(join(PROJECT_ROOT, 'ontology'), [
      'codes',
      'labels',
      'policy',
      'search',
      'vocab',
    ])),
    ...schemeQuads(config.scheme, config.base),
  ];
  const checkTerm = await readKnownTerms(join(PROJECT_ROOT, 'ontology'));
  const referenceIndex = new GraphIndex(reference);
  const bridge = configuredBridge(config, referenceIndex);
  const states = new SourceStates(varFolder);
  const revisions = new Revisions(varFolder);
  const reviewed = () =>
    reviewedSources(
      states,
      config.sources.map(({ id, review }) => ({ source: id, review })),
    );

  const acceptedSources = async (): Promise<AssembledSource[]> => {
    const sources = [];
    for (const { source, accepted } of await reviewed()) {
      if (!accepted) continue;
      const quads: Quad[] = parseNQuads(await states.readQuads(accepted));
      sources.push({ id: source, state: accepted, quads });
    }
    return sources;
  };
  const assembleSources = (sources: readonly AssembledSource[]): Assembly =>
    assemble(config.base, sources, reference, {
      scheme: config.scheme,
      classIri,
      ropaIri: (organisation) =>
        iri(`${config.base}id/protokoll/${organisation.split('/').at(-1) ?? ''}`),
      today: options.clock().slice(0, 10),
      coverage: config.settings.coverage.relevance,
      checkTerm,
    });
  const harvestSetup = (kind?: string): HarvestSetup => ({
    base: config.base,
    scheme: config.scheme,
    sources: config.sources
      .filter((source) => kind === undefined || source.kind === kind)
      .map((source) => harvestSource(config, source, options)),
    codes: codeLists(dataset(reference.map((one) => one))),
    tables: config.tables,
    identities: config.identities,
    files: catalogueFiles(config.folder),
    limits: config.settings.guard,
    varFolder,
    clock: options.clock,
  });
  const checker = new Checker({
    folders: { shapes: join(PROJECT_ROOT, 'shapes'), ontology: join(PROJECT_ROOT, 'ontology') },
    catalogueFolder: config.folder,
    memory: join(varFolder, 'validation'),
    program: dirname(fileURLToPath(import.meta.url)),
    base: config.base,
    leftOut: leftOut(bridge.rules),
    acceptedSources,
    assembleSources,
    harvestSetup,
    columns: new Map(config.sources.map(({ id, kind }) => [id, columnsOf(kind)])),
  });

  return {
    config,
    varFolder,
    states,
    bridge,
    checker,
    harvest: async (request) =>
      withLock(varFolder, process.pid, () => runHarvest(harvestSetup(), request)),
    assemble: async () => assembleSources(await acceptedSources()),
    publish: (request) =>
      withLock(varFolder, process.pid, async () => {
        await acceptLatest(states, request.accept);
        const sources = await reviewed();
        if (sources.every(({ accepted }) => !accepted)) throw new CatalogError('REVISION_MISSING');
        const input = inputHash(sources, [
          [
            config.folder,
            ['catalog.yaml', 'sources', 'files', 'tables', 'identity.csv', 'successors.csv'],
          ],
          [PROJECT_ROOT, ['ontology', 'shapes', 'package.json']],
          [dirname(fileURLToPath(import.meta.url)), ['.']],
        ]);
        const current = await revisions.current();
        const isSame = current?.manifest.input === input && !request.force;
        // A damaged revision is built again, although nothing has changed.
        if (isSame && (await revisions.isWhole(current))) {
          await noteHeld(varFolder, undefined);
          return { revision: current, isNew: false as const };
        }
        const shapes = parseTurtle(
          readFileSync(join(PROJECT_ROOT, 'shapes', 'public-view.ttl'), 'utf8'),
          {
            baseIri: VOCAB_BASE,
            file: 'shapes/public-view.ttl',
          },
        );
        const held = request.acceptRemovals ? await readHeld(varFolder) : undefined;
        const report = await publish(assembleSources(await acceptedSources()), {
          catalog: iri(`${config.base}id/katalog/${config.settings.catalog}`),
          base: config.base,
          dataFolder: config.folder,
          site: siteSettings(config),
          vocabulary: await readVocabulary(
            { ontology: join(PROJECT_ROOT, 'ontology'), shapes: join(PROJECT_ROOT, 'shapes') },
            schemeQuads(config.scheme, config.base),
          ),
          validator: checker.validator,
          profiles: checker.defaultProfiles,
          findingOptions: checker.findingOptions(),
          metrics: checker.metrics,
          words: config.words,
          guard: config.settings.feeds.guard,
          accepted: new Set(held?.removed.map((removal) => removal.iri)),
          portals: await readMemories(varFolder, PUBLISHED_PORTALS),
          bridge,
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
        await noteHeld(varFolder, report.held);
        if (report.portals) await writeMemories(varFolder, report.portals.memories);
        return report;
      }),
    held: () => readHeld(varFolder),
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
    loadEngine: () =>
      withLock(varFolder, process.pid, async () => {
        const current = await revisions.current();
        return current && loadIntoEngine(config, current, options);
      }),
    tryEngine: async () => tryEngine(config, await revisions.current(), options),
    waiting: async () =>
      (await reviewed()).filter(({ waiting }) => waiting).map(({ source }) => source),
    close: () => checker.close(),
  };
}

/** Without rules when it is off: data.norge.no gets the full view. */
function configuredBridge({ settings: { feeds } }: CatalogueConfig, reference: Graph): Bridge {
  const rules = feeds.fdk.bridge === 'on' ? readBridgeRules(join(PROJECT_ROOT, 'shapes')) : [];
  return fdkBridge(rules, feeds.geonames, reference);
}

function siteSettings({ settings, base }: CatalogueConfig): SiteSettings {
  const { theme, contact, accessibilityStatement, dataProtectionOfficer, security } = settings.site;
  return {
    base,
    catalog: iri(`${base}id/katalog/${settings.catalog}`),
    name: settings.name,
    notice: settings.notice,
    publisher: settings.publisher.name,
    sparql: settings.sparql,
    ...{ theme, contact, accessibilityStatement, dataProtectionOfficer, security },
  };
}

/** Walks up to the folder that holds package.json. */
function projectRoot(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error('package.json not found above the program');
}
