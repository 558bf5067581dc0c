/** `npm run portal`: tomorrow's harvest by the national and European portals, shown today. */
import type { Catalogue } from '../compose.js';
import { hvdOf } from '../compose-hvd.js';
import { portalReport, type PortalRequest } from '../compose-portal.js';
import { CatalogError, isCatalogError } from '../model/errors.js';
import type { Lang } from '../model/lang-text.js';
import { nearest } from '../model/nearest.js';
import { hurts, type PortalId } from '../model/portal-report.js';
import { hvdCsv, hvdText } from '../portal/hvd/hvd-text.js';
import { openFrom, parseArguments, type Arguments } from './arguments.js';
import type { Command, Io } from './io.js';
import { portalText } from './portal-text.js';
import { say } from './texts.js';

export const portal: Command = {
  name: 'portal',
  summary: {
    nb: 'Viser hva portalene vil gjøre med feedene ved neste høsting',
    nn: 'Viser kva portalane vil gjere med feedane ved neste hausting',
    en: 'Shows what the portals will do with the feeds at their next harvest',
  },
  usage: `npm run -s portal -- [fdk|eu|google|hvd|register|all] [--against <address>|<revision>] [--json] [--csv]
    [--dry-run] [--catalogue oslo] [--lang nb|nn|en]

  fdk        data.norge.no: datasets, and data services as a source of their own (default)
  eu         data.europa.eu and others that turn pages or speak OAI-PMH
  google     Google Dataset Search: the sitemap and the pages' schema.org
  register   dataset-register, a strict European register
  hvd        the Commission's report on high-value datasets (--csv for a spreadsheet)

  --against  judge another revision, or any address: one RDF document, or a catalogue when it ends with a slash
  --dry-run  remember nothing: the next run compares with the same harvest as this one

What is judged is what is published: publish first to see what a change will do.

Exit codes: 0 nothing that hurts, 1 something would be lost or refused, 2 usage, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(argv, OPTIONS, 'portal', io);
    const wanted = choice(args);
    const against = target(args);
    if (args.flag('csv') && wanted !== 'hvd') throw usage(say('portalCsvOnlyHvd', args.language));
    const catalogue = await openFrom(args, io);
    try {
      const request = {
        ...(against === undefined ? {} : { against }),
        ...{ remembers: !args.flag('dry-run'), now: io.clock(), signal: io.signal },
      };
      const outcomes = [
        ...(wanted === 'hvd'
          ? []
          : [await runPortals(catalogue, { ...request, portals: PORTALS[wanted] })]),
        ...(wanted === 'hvd' || wanted === 'all' ? [await runHvd(catalogue, request)] : []),
      ];
      show(outcomes, args, io);
      return outcomes.some(({ isHarmful }) => isHarmful) ? 1 : 0;
    } catch (error) {
      if (against === undefined || !isCatalogError(error, 'REVISION_MISSING')) throw error;
      throw usage(say('portalRevisionUnknown', args.language, { text: against }));
    } finally {
      await catalogue.close();
    }
  },
};

const OPTIONS = {
  against: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

const PORTALS = {
  fdk: ['fdk', 'fdk-services'],
  eu: ['eu'],
  google: ['google'],
  register: ['register'],
  all: ['fdk', 'fdk-services', 'eu', 'google', 'register'],
} as const satisfies Record<string, readonly PortalId[]>;
type Choice = keyof typeof PORTALS | 'hvd';
const CHOICES: readonly Choice[] = ['fdk', 'eu', 'google', 'register', 'all', 'hvd'];

function choice({ positionals, language }: Arguments): Choice {
  const [text = 'fdk', more] = positionals;
  const found = CHOICES.find((one) => one === text);
  if (found !== undefined && more === undefined) return found;
  const close = nearest(more ?? text, CHOICES);
  const suggestion = close === undefined ? '' : ` (${close}?)`;
  throw usage(say('portalUnknown', language, { text: more ?? text, suggestion }));
}

function target(args: Arguments): string | undefined {
  const text = args.text('against');
  if (text === undefined || /^\d{1,6}$/.test(text)) return text;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw usage(say('portalAgainstUnknown', args.language, { text }));
}

interface Outcome {
  /** Members of the JSON answer. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: (language: Lang) => string;
  /** A table for a spreadsheet, and what it has no column for. */
  readonly csv?: { readonly table: string; readonly faults: (language: Lang) => string };
  readonly isHarmful: boolean;
}

async function runPortals(catalogue: Catalogue, request: PortalRequest): Promise<Outcome> {
  const report = await portalReport(catalogue, request);
  return {
    json: { ...report },
    text: (language) => portalText(report, language),
    isHarmful: hurts(report),
  };
}

async function runHvd(
  catalogue: Catalogue,
  request: Omit<PortalRequest, 'portals' | 'now'>,
): Promise<Outcome> {
  const { report, faults } = await hvdOf(catalogue, request);
  const faultText = (language: Lang): string =>
    faults.map((one) => `✖ ${one[language]}\n`).join('');
  return {
    json: { ...(report ? { hvd: report } : {}), hvdFaults: faults },
    text: (language) => (report ? hvdText(report, language) : '') + faultText(language),
    csv: { table: report ? hvdCsv(report) : '', faults: faultText },
    isHarmful: faults.length > 0,
  };
}

function show(outcomes: readonly Outcome[], args: Arguments, io: Io): void {
  if (args.flag('json')) {
    const json = Object.assign({}, ...outcomes.map((one) => one.json)) as object;
    io.out(`${JSON.stringify(json, null, 1)}\n`);
    return;
  }
  for (const { csv, text } of outcomes) {
    if (!args.flag('csv') || !csv) io.out(text(args.language));
    else {
      io.out(csv.table);
      io.err(csv.faults(args.language));
    }
  }
}

function usage(cause: string): CatalogError {
  return new CatalogError('USAGE', { cause, command: 'portal' });
}
