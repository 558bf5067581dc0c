/** Words of the pages, each explained once in plain language. Pure. */
import type { Link } from './page-model.js';
import type { ViewContext } from './values.js';

/** Anchors of the page; `word.{key}` and `word.{key}.text` are their texts. */
export const WORDS = [
  'api',
  'atom',
  'begrep',
  'behandling',
  'behandlingsansvarlig',
  'behandlingsgrunnlag',
  'behandlingsprotokoll',
  'csv',
  'databehandler',
  'datakatalog',
  'datasett',
  'dcat-ap-no',
  'distribusjon',
  'dpia',
  'fagsystem',
  'format',
  'gravstein',
  'hvd',
  'hosting',
  'informasjonsmodell',
  'iri',
  'konfidensialitetsklasse',
  'kostra',
  'kvalitetspoeng',
  'lenkede-data',
  'lisens',
  'los',
  'metadata',
  'objekttype',
  'personopplysninger',
  'rdf',
  'registrert',
  'sarlige-kategorier',
  'serie',
  'sparql',
  'tilgang',
  'vernede-data',
] as const;

export interface GlossaryPage {
  readonly heading: string;
  readonly lead: string;
  readonly words: readonly {
    readonly id: string;
    readonly term: string;
    readonly text: string;
  }[];
  readonly letters: readonly Link[];
}

export function glossaryPage({ text }: ViewContext): GlossaryPage {
  const order = new Intl.Collator(text.lang);
  const words = WORDS.map((id) => ({
    id,
    term: text.t(`word.${id}`),
    text: text.t(`word.${id}.text`),
  })).sort((a, b) => order.compare(a.term, b.term));
  const letters = new Map<string, string>();
  for (const { id, term } of words) {
    const letter = term.charAt(0).toUpperCase();
    if (!letters.has(letter)) letters.set(letter, id);
  }
  return {
    heading: text.t('glossary.title'),
    lead: text.t('glossary.lead'),
    words,
    letters: [...letters].map(([letter, id]) => ({ href: `#${id}`, text: letter })),
  };
}
