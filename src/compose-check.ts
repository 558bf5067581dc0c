/** Validation, wired: what is accepted or what stands in files, checked against the profiles, as findings with their places. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssembledRecord, AssembledSource, Assembly } from './assemble/assembly.js';
import { readFiles, withoutThingsOf, FILES_SOURCE, type UnreadableFile } from './compose-files.js';
import { columnOf } from './harvest/column-of.js';
import type { HarvestSetup, HarvestSource } from './harvest/harvest-setup.js';
import type { PropertyColumns } from './harvest/harvester.js';
import { readLive } from './harvest/read-live.js';
import { CatalogError } from './model/errors.js';
import type { Finding } from './model/finding.js';
import type { Iri } from './model/iri.js';
import { CachedValidator } from './publish/cached-validator.js';
import { findings, type FindingOptions } from './publish/findings.js';
import { folderHash } from './publish/input-hash.js';
import { turtleLines } from './publish/turtle-lines.js';
import { validateAll, type Checked } from './publish/validate-all.js';
import { pointsLost, readMetrics, withoutProperties, type Metrics } from './quality/metrics.js';
import { createValidator } from './validate/create-validator.js';
import type { Folders } from './validate/load-shapes.js';
import type { Profiles } from './validate/profiles.js';
import type { Validator } from './validate/validator.js';

export interface CheckerSetup {
  readonly folders: Folders;
  readonly catalogueFolder: string;
  /** Where reports of earlier runs are kept. */
  readonly memory: string;
  /** Folder of the program, whose version the reports depend on. */
  readonly program: string;
  readonly base: Iri;
  /** Properties that data.norge.no never gets, so that it gives nothing for them. */
  readonly leftOut: ReadonlySet<string>;
  acceptedSources(): Promise<AssembledSource[]>;
  assembleSources(sources: readonly AssembledSource[]): Assembly;
  /** With the sources of this kind only: the secrets of the others are not needed. */
  harvestSetup(kind: string): HarvestSetup;
  /** Source → the columns that its harvester maps properties from. */
  readonly columns: ReadonlyMap<string, PropertyColumns>;
}

export interface CheckRequest {
  readonly profiles: readonly string[];
  /** RDF files to check by themselves, as if they were curated; empty for what is accepted. */
  readonly files: readonly string[];
  /** Hand-written files as they stand now, rather than as they were last harvested. */
  readonly live: boolean;
  readonly signal: AbortSignal;
}

export interface CheckOutcome {
  readonly assembly: Assembly;
  readonly checked: Checked;
  readonly findings: readonly Finding[];
  readonly unreadable: readonly UnreadableFile[];
}

/** The kind of source that people write by hand: its files can be read as they stand. */
export const BY_HAND = 'turtle';

export class Checker {
  readonly #setup: CheckerSetup;
  #validator: Validator | undefined;
  #metrics: Metrics | undefined;

  constructor(setup: CheckerSetup) {
    this.#setup = setup;
  }

  /** Made when first asked for: a harvest alone needs no shapes and no worker. */
  get validator(): Validator {
    const { memory, program } = this.#setup;
    return (this.#validator ??= new CachedValidator(this.#create(), memory, folderHash(program)));
  }

  get profiles(): Profiles {
    return this.validator.profiles;
  }

  get metrics(): Metrics {
    const { folders, leftOut } = this.#setup;
    return (this.#metrics ??= withoutProperties(readMetrics(folders.ontology), 'no', leftOut));
  }

  /** What looks at what sources state, and is not left out for its length. */
  get defaultProfiles(): readonly string[] {
    return [...this.profiles.values()]
      .filter(({ stage, isDefault }) => stage !== 'public' && isDefault)
      .map(({ id }) => id);
  }

  /** Throws CatalogError PROFILE_UNKNOWN. */
  check(request: CheckRequest): Promise<CheckOutcome> {
    return request.files.length > 0 ? this.#checkFiles(request) : this.#checkAccepted(request);
  }

  findingOptions(): FindingOptions {
    const { catalogueFolder, columns } = this.#setup;
    const lineOf = turtleLines((file) => {
      const path = existsSync(file) ? file : join(catalogueFolder, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    });
    return {
      pointsOf: (path, type) => pointsLost(this.metrics, path, type),
      placeOf: (record: AssembledRecord, result) => {
        const { origin, iri, source } = record;
        const line = lineOf(origin, iri, result.path);
        const column = columnOf(columns.get(source) ?? {}, record, result);
        return {
          ...(line === undefined ? {} : { origin: line }),
          ...(column ? { column } : {}),
        };
      },
    };
  }

  async close(): Promise<void> {
    await this.#validator?.close();
  }

  async #checkAccepted({ profiles, live, signal }: CheckRequest): Promise<CheckOutcome> {
    const accepted = await this.#setup.acceptedSources();
    const sources = live ? await this.#readLive(accepted, signal) : accepted;
    const assembly = this.#setup.assembleSources(sources);
    const checked = await validateAll(assembly, { validator: this.validator, profiles, signal });
    const found = findings(assembly, checked.results, assembly.issues, this.findingOptions());
    return { assembly, checked, findings: found, unreadable: [] };
  }

  async #readLive(
    accepted: readonly AssembledSource[],
    signal: AbortSignal,
  ): Promise<AssembledSource[]> {
    const setup = this.#setup.harvestSetup(BY_HAND);
    const live = await Promise.all(setup.sources.map((one) => readLive(setup, one, signal)));
    const others = accepted.filter(({ id }) => live.every((one) => one.id !== id));
    return [...others, ...live];
  }

  async #checkFiles({ files, profiles, signal }: CheckRequest): Promise<CheckOutcome> {
    const setup = this.#setup.harvestSetup(BY_HAND);
    const { source, unreadable } = await readFiles(files, setup, turtleOf(setup), signal);
    const others = withoutThingsOf(source, await this.#setup.acceptedSources());
    const assembly = this.#setup.assembleSources([source, ...others]);
    const own = new Set<string>(source.state.records.flatMap(({ subjects }) => subjects));
    const validator = this.#create((iri) => own.has(iri));
    try {
      const checked = await validateAll(assembly, { validator, profiles, signal });
      const found = findings(assembly, checked.results, assembly.issues, this.findingOptions());
      return { assembly, checked, findings: found.filter(isOfFiles), unreadable };
    } finally {
      await validator.close();
    }
  }

  #create(isOwn?: (iri: string) => boolean): Validator {
    const { folders, base } = this.#setup;
    const { shapes, ontology } = folders;
    const own = isOwn ? { isOwn } : {};
    return createValidator({ shapesFolder: shapes, ontologyFolder: ontology, base, ...own });
  }
}

function isOfFiles({ source }: Finding): boolean {
  return source === FILES_SOURCE;
}

/** Files get the classes and languages that the catalogue gives its own curated ones. */
function turtleOf({ sources: [found] }: HarvestSetup): HarvestSource {
  if (found) return found;
  throw new CatalogError('CONFIG_INVALID', {
    place: 'sources/',
    cause: `ingen kilde av slaget «${BY_HAND}», som filer leses som`,
  });
}
