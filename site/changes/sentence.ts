/** Sentences made of text and values: each value keeps its own language and link, so a page can mark it. */
import type { Value } from '../view-models/page-model.js';
import type { Translator } from '../translator.js';

/** Pieces that are written one after the other, without anything between. */
export type Sentence = readonly Value[];
export type Pieces = string | Value | Sentence;

/** The text of the key, with `{names}` filled by pieces. */
export function sentence(
  text: Translator,
  key: string,
  params: Readonly<Record<string, Pieces>>,
): Sentence {
  return text
    .t(key)
    .split(/\{([a-zA-Z]+)\}/)
    .flatMap((part, index) => (index % 2 === 0 ? pieces(part) : pieces(params[part] ?? '')));
}

/** As one text, for those who take no more. */
export function plain(said: Sentence): string {
  return said.map(({ text }) => text).join('');
}

/** `a, b, c`; what is beyond the limit is counted. */
export function enumeration(text: Translator, values: readonly Sentence[], limit = 10): Sentence {
  const more = values.length - limit;
  const shown = more > 0 ? values.slice(0, limit) : values;
  const listed = shown.flatMap((one, at) => (at === 0 ? one : [{ text: ', ' }, ...one]));
  if (more <= 0) return listed;
  return [...listed, { text: ' ' }, { text: text.t('changes.andMore', { count: more }) }];
}

function pieces(value: Pieces): Sentence {
  if (typeof value === 'string') return value === '' ? [] : [{ text: value }];
  return 'text' in value ? [value] : value;
}
