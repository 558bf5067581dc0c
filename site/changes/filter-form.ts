/** The form that chooses among changes: a plain GET, whose fields keep what was chosen. */
import { RESOURCE_TYPES } from '../../src/model/resource-type.js';
import { byLabel } from '../public-catalogue.js';
import { codeOf, type ViewContext } from '../view-models/values.js';
import type { ChangeFilter } from './change-filter.js';
import { changeLog } from './change-log.js';

export interface FilterForm {
  readonly action: string;
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly {
      readonly value: string;
      readonly text: string;
      readonly isChosen: boolean;
    }[];
  }[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly words: string | undefined;
}

/** What can be chosen is what the log mentions. */
export function filterForm(context: ViewContext, filter: ChangeFilter): FilterForm {
  const { catalogue, text } = context;
  const log = changeLog(catalogue.zone.changes);
  const choice = (
    name: string,
    chosen: string | undefined,
    options: readonly { readonly value: string; readonly text: string }[],
  ): FilterForm['choices'][number] => ({
    name,
    label: text.t(`changes.filter.${name}`),
    options: options.map((one) => ({ ...one, isChosen: one.value === chosen })),
  });
  const codes = (iris: ReadonlySet<string>): { value: string; text: string }[] =>
    byLabel(iris, (iri) => catalogue.label(iri, text.lang).text).map((iri) => ({
      value: codeOf(iri),
      text: catalogue.label(iri, text.lang).text,
    }));
  const types = RESOURCE_TYPES.filter((type) => log.types.has(type)).map((value) => ({
    value,
    text: text.find(`kind.${value}`) ?? value,
  }));
  return {
    action: `/${text.lang}/endringer`,
    choices: [
      choice('type', filter.type, types),
      choice('utgiver', filter.publisher, codes(log.publishers)),
      choice('tema', filter.theme, codes(log.themes)),
    ],
    from: filter.from,
    to: filter.to,
    words: filter.words,
  };
}
