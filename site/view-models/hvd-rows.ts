/** Rows of the tables on `/hvd`. */
import type {
  HvdDataset,
  HvdFinding,
  HvdLabels,
  HvdReport,
  HvdRequirement,
} from '../../src/model/hvd-report.js';
import { LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import type { TableRow, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

/** In the language of the page, else in the first that there is. */
export function labelValue(label: HvdLabels, lang: Lang): Value {
  const found = [lang, ...LANGUAGES, ...Object.keys(label)].find((one) =>
    Object.hasOwn(label, one),
  );
  if (found === undefined) return { text: '' };
  const text = label[found] ?? '';
  return found === lang ? { text } : { text, lang: found };
}

/** What is missing, of the dataset itself or of one of its parts, and below it what to do. */
export function lackRow(
  context: ViewContext,
  dataset: HvdDataset,
  requirement: HvdRequirement | undefined,
): TableRow {
  const { text } = context;
  const shown = dataset.findings.filter(
    (one) => requirement === undefined || one.requirement === requirement,
  );
  return {
    head: [nodeValue(context, dataset.iri)],
    cells: [
      {
        values: dataset.categories.map(({ label }) => labelValue(label, text.lang)),
        missing: text.t('value.notStated'),
      },
      { values: shown.map((one) => lackValue(context, dataset, one)), missing: text.t('hvd.none') },
    ],
  };
}

function lackValue(
  { text }: ViewContext,
  { iri }: HvdDataset,
  { about, label, message, fix }: HvdFinding,
): Value {
  const { lang } = text;
  const whose = about === iri ? '' : `${labelValue(label, lang).text || about}: `;
  return { text: `${whose}${message[lang]}`, note: fix[lang] };
}

export function waiverRows(
  context: ViewContext,
  { datasets, requirements }: HvdReport,
): TableRow[] {
  const { text } = context;
  return datasets.flatMap((dataset) =>
    dataset.waivers.map(({ requirement, reason }): TableRow => {
      const name = requirements.find(({ code }) => code === requirement)?.name[text.lang] ?? '';
      return {
        head: [nodeValue(context, dataset.iri)],
        cells: [
          { values: [{ text: name }], missing: '' },
          { values: [labelValue(reason, text.lang)], missing: text.t('value.notStated') },
        ],
      };
    }),
  );
}

/** What the report would show of a dataset. The mark is decoration: the words beside it say the same. */
export function sightRow(context: ViewContext, { iri, sight }: HvdDataset): TableRow {
  const { text } = context;
  const { isListed, isNamed, files, services, unseen } = sight;
  const state = isListed ? (isNamed ? 'seen' : 'nameless') : 'invisible';
  const count = (one: readonly string[]): Value[] => [{ text: text.number(one.length) }];
  return {
    head: [nodeValue(context, iri)],
    cells: [
      { values: [{ text: text.t(`hvd.sight.${state}`) }], missing: '' },
      { values: count(files), missing: '' },
      { values: count(services), missing: '' },
      { values: unseen.map((one) => nodeValue(context, one)), missing: text.t('hvd.none') },
    ],
  };
}
