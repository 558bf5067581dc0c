/** What one comes to a dataset for, as buttons at the top of its page: the files, the API, or for closed data a way to ask. */
import { dcat, dcatno } from '../../src/rdf/vocabularies.js';
import { isSafeHref } from '../local-paths.js';
import { formatValues, sizeValues } from './distribution.js';
import type { Action } from './page-model.js';
import { previewHref } from './preview-section.js';
import { pointingHere } from './related.js';
import { letterTo } from './letter.js';
import { accessCode } from './tags.js';
import { fileHref, pageHref, type ViewContext } from './values.js';

/** More are in the table below. */
const MAX_DOWNLOADS = 3;

export function datasetActions(context: ViewContext, dataset: string): Action[] {
  const isOpen = accessCode(context, dataset) === 'PUBLIC';
  const found = [
    ...downloads(context, dataset),
    ...services(context, dataset),
    ...previews(context, dataset),
    ...(isOpen ? [] : [askForAccess(context, dataset)]),
  ].filter((one) => one !== undefined);
  return found.map((one, index) => ({ ...one, isPrimary: index === 0 }));
}

type Button = Omit<Action, 'isPrimary'>;

function downloads(context: ViewContext, dataset: string): Button[] {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  return graph
    .nodes(dataset, dcat.distribution)
    .flatMap(({ value: distribution }) => {
      const url = graph.node(distribution, dcat.downloadURL)?.value ?? '';
      const href = fileHref(catalogue, url) ?? (isSafeHref(url) ? url : undefined);
      if (href === undefined) return [];
      const format = formatValues(context, distribution)[0]?.text;
      const size = sizeValues(context, distribution)[0]?.text;
      const words = [text.t('action.download'), format, size && `(${size})`];
      const name = catalogue.label(distribution, text.lang).text;
      return [{ href, text: words.filter(Boolean).join(' '), hidden: `: ${name}` }];
    })
    .slice(0, MAX_DOWNLOADS);
}

function services(context: ViewContext, dataset: string): Button[] {
  const { catalogue, text } = context;
  const [first] = pointingHere(context, dataset, 'datatjeneste', [dcat.servesDataset]);
  const href = first && pageHref(context, first);
  if (first === undefined || href === undefined) return [];
  const hidden = `: ${catalogue.label(first, text.lang).text}`;
  return [{ href, text: text.t('action.openApi'), hidden }];
}

/** Of the first file that has one. */
function previews(context: ViewContext, dataset: string): Button[] {
  const { catalogue, text } = context;
  const files = catalogue.graph.nodes(dataset, dcat.distribution);
  const first = files.find(({ value }) => previewHref(context, value) !== undefined)?.value;
  const href = first && previewHref(context, first);
  if (first === undefined || href === undefined) return [];
  const hidden = `: ${catalogue.label(first, text.lang).text}`;
  return [{ href, text: text.t('action.preview'), hidden }];
}

/** The publisher's own form before a letter. */
function askForAccess(context: ViewContext, dataset: string): Button | undefined {
  const { catalogue, text } = context;
  const form = catalogue.graph
    .objects(dataset, dcatno.accessRequestURL)
    .find(({ value }) => isSafeHref(value))?.value;
  const href = form ?? letterTo(context, dataset, 'letter.access');
  return href === undefined ? undefined : { href, text: text.t('action.askForAccess') };
}
