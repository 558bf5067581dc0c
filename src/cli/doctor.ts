/** `npm run doctor`: is everything in place? Secrets are named, never shown (safety W5). */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT, type Catalogue } from '../compose.js';
import { catalogueIds, loadCatalogue } from '../config/load-catalogue.js';
import { CatalogError } from '../model/errors.js';
import type { Lang } from '../model/lang-text.js';
import { dataFolder, openFrom, parseArguments, type Arguments } from './arguments.js';
import { queryMemory } from './doctor-memory.js';
import type { Command, Io } from './io.js';
import { say } from './texts.js';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly advice?: string;
}

export const doctor: Command = {
  name: 'doctor',
  summary: {
    nb: 'Kontrollerer at alt er på plass',
    nn: 'Kontrollerer at alt er på plass',
    en: 'Checks that everything is in place',
  },
  usage: `npm run -s doctor -- [--catalogue oslo] [--lang nb|nn|en]

Exit codes: 0 fine, 1 something is not in place, 2 usage`,
  async run(argv, io) {
    const args = parseArguments(argv, {}, 'doctor', io);
    const checks = [
      nodeVersion(),
      ...catalogues(io, args.language),
      await writable(io),
      ...(await published(args, io)),
    ];
    for (const { name, ok, found, advice } of checks) {
      io.out(`${ok ? '✓' : '✖'} ${name}: ${found}\n${!ok && advice ? `  → ${advice}\n` : ''}`);
    }
    return checks.every(({ ok }) => ok) ? 0 : 1;
  },
};

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return {
    name: 'Node.js',
    ok: major > 20 || (major === 20 && minor >= 19),
    found: process.versions.node,
    advice:
      'Installer Node.js 20.19 eller nyere / Install Node.js 20.19 or newer: https://nodejs.org',
  };
}

function catalogues(io: Io, language: Lang): Check[] {
  return catalogueIds(dataFolder(io)).map((id) => {
    try {
      const { base, sources } = loadCatalogue(dataFolder(io), id);
      return {
        name: `catalog-data/${id}`,
        ok: true,
        found: `${base} · ${sources.map((source) => source.id).join(', ')}`,
      };
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      return failed(`catalog-data/${id}`, error, language);
    }
  });
}

async function writable(io: Io): Promise<Check> {
  const folder = io.environment['DATAVEV_VAR'] ?? join(PROJECT_ROOT, 'var');
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return { name: 'var/', ok: true, found: folder };
  } catch (error) {
    return {
      name: 'var/',
      ok: false,
      found: String(error),
      advice: 'Gi brukeren skriverett / Give the user write access',
    };
  }
}

/** Opens the catalogue as a run would: options and secrets of every source are checked on the way. */
async function published(args: Arguments, io: Io): Promise<Check[]> {
  try {
    const catalogue = await openFrom(args, io);
    try {
      const current = await catalogue.current();
      const checks: Check[] = catalogue.checkSources().map(({ source, error }) => ({
        name: `sources/${source}.yaml`,
        ok: error === undefined,
        found: error?.text[args.language] ?? 'ok',
        ...(error?.hint ? { advice: error.hint[args.language] } : {}),
      }));
      for (const { id } of catalogue.config.sources) {
        const run = await catalogue.states.lastRun(id);
        if (run)
          checks.push({
            name: id,
            ok: run.outcome !== 'failed' && run.outcome !== 'held',
            found: `${run.outcome} ${run.at}`,
            ...(run.cause ? { advice: run.cause.message[args.language] } : {}),
          });
      }
      return [
        ...checks,
        { name: 'revisjon', ok: true, found: current ? String(current.number) : '–' },
        ...(await heldBack(catalogue, args.language)),
        ...(current ? [await queryMemory(catalogue, current.folder)] : []),
        ...(await engine(catalogue, args.language)),
      ];
    } finally {
      await catalogue.close();
    }
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return [failed('katalog', error, args.language)];
  }
}

/** The revision that the portal guard holds back, when it does. */
async function heldBack(catalogue: Catalogue, language: Lang): Promise<Check[]> {
  const held = await catalogue.held();
  if (!held) return [];
  const found = say('heldBack', language, { count: held.removed.length, served: held.served });
  return [{ name: 'portaler', ok: false, found, advice: say('heldAdvice', language) }];
}

/** Can be reached and written to, and holds what the files hold. Nothing where queries are answered from files alone. */
async function engine(catalogue: Catalogue, language: Lang): Promise<Check[]> {
  try {
    const held = await catalogue.tryEngine();
    if (!held) return [];
    const { graphs, isCurrent } = held;
    const revision = held.revision?.slice(0, 12) ?? '–';
    const found = say('engineHolds', language, { revision, graphs });
    return [{ name: 'store', ok: isCurrent, found, advice: 'npm run publish' }];
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return [failed('store', error, language)];
  }
}

function failed(name: string, { text, hint }: CatalogError, language: Lang): Check {
  return { name, ok: false, found: text[language], ...(hint ? { advice: hint[language] } : {}) };
}
