/** What a change altered, in the reader's words: one sentence for each property. Codes by label, dates and sizes as people write them. */
import type { Change } from '../../src/model/change.js';
import type { Term } from '../../src/rdf/terms.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { predicateLabel } from '../view-models/facts.js';
import type { ViewContext } from '../view-models/values.js';
import { contrasted, listed, standing } from './edit-values.js';
import { editsOf, type Edit, type Edits } from './edits.js';
import { enumeration, plain, sentence, type Sentence } from './sentence.js';
import { partName } from './whole.js';

/** Of an update; empty when the log has kept no difference. */
export function diffInWords(context: ViewContext, change: Change): readonly Sentence[] {
  const { removed = [], added = [], thing } = change;
  if (removed.length + added.length === 0) return [];
  const edits = editsOf(context.catalogue.graph, change);
  const said = edits.edits.flatMap((edit) => {
    if (edit.subject === thing) return editInWords(context, edits, edit);
    const part = partName(context, edits, { thing, node: edit.subject });
    return editInWords(context, edits, edit).map((one) =>
      sentence(context.text, 'changes.ofPart', { part, said: inSentence(one) }),
    );
  });
  return said.length > 0 ? said : [[{ text: context.text.t('changes.other') }]];
}

function editInWords(context: ViewContext, edits: Edits, edit: Edit): readonly Sentence[] {
  const { text } = context;
  const { predicate } = edit;
  const property = propertyName(context, edit);
  const before = standing(context, edits.before);
  const after = standing(context, edits.after);
  const [from, to] = [edit.removed[0], edit.added[0]];
  if (from && to && edit.removed.length === 1 && edit.added.length === 1) {
    const [was, is] = contrasted(before, after, { predicate, from, to });
    return [sentence(text, 'changes.changed', { property, from: was, to: is })];
  }
  const told = (key: string, terms: readonly Term[], at: ViewContext): readonly Sentence[] => {
    if (terms.length === 0) return [];
    const values = terms.map((term) => listed(at, predicate, term)).sort(byText);
    return [sentence(text, key, { property, values: enumeration(text, values) })];
  };
  const isFile = predicate.equals(dcat.distribution);
  return [
    ...told(isFile ? 'changes.newFile' : 'changes.added', edit.added, after),
    ...told(isFile ? 'changes.lostFile' : 'changes.removed', edit.removed, before),
  ];
}

/** `Tittel (engelsk)` */
function propertyName(context: ViewContext, { predicate, language }: Edit): string {
  const label = predicateLabel(context, predicate.value);
  return language === '' ? label : `${label} (${languageName(context, language)})`;
}

function languageName({ text }: ViewContext, language: string): string {
  const known = text.find(`changes.language.${language}`);
  return known ?? new Intl.DisplayNames([text.lang], { type: 'language' }).of(language) ?? language;
}

const COLLATOR = new Intl.Collator('nb', { numeric: true });

function byText(one: Sentence, other: Sentence): number {
  return COLLATOR.compare(plain(one), plain(other));
}

/** After a colon: a small letter, except where a word is all capitals or a name of code. */
function inSentence([first, ...rest]: Sentence): Sentence {
  if (first === undefined) return rest;
  const text = first.text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return [{ ...first, text }, ...rest];
}
