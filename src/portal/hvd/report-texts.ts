/** Words of the high-value report in the terminal. The pages have theirs in site/i18n. */
import type { Lang } from '../../model/lang-text.js';

interface ReportTexts {
  /** With `{ready}` and `{total}`. */
  readonly heading: string;
  readonly empty: string;
  /** With `{category}`, `{ready}` and `{total}`. */
  readonly category: string;
  readonly categoryEmpty: string;
  /** With `{cause}`. */
  readonly unread: string;
  readonly lacking: string;
  readonly queries: string;
  /** With `{dataset}`, as the three below. */
  readonly invisible: string;
  readonly gone: string;
  readonly noLongerReady: string;
  readonly partUnseen: string;
}

export const REPORT_TEXTS: Readonly<Record<Lang, ReportTexts>> = {
  nb: {
    heading: 'Datasett av høy verdi: {ready} av {total} er klare',
    empty: 'Ingen datasett er merket som datasett av høy verdi.',
    category: '{category}: {ready} av {total} klare',
    categoryEmpty: '{category}: ingen datasett',
    unread: 'Datasett av høy verdi: katalogen kan ikke leses ({cause}).',
    lacking: 'Dette mangler:',
    queries: 'Rader i spørringene EU rapporterer med:',
    invisible: '{dataset}: er merket, men ingen av EUs spørringer finner det.',
    gone: '{dataset}: er ikke lenger merket som datasett av høy verdi.',
    noLongerReady: '{dataset}: var klart forrige gang, men er det ikke nå.',
    partUnseen:
      '{dataset}: en fil eller et API som EUs spørringer fant forrige gang, finner de ikke nå.',
  },
  nn: {
    heading: 'Datasett av høg verdi: {ready} av {total} er klare',
    empty: 'Ingen datasett er merkte som datasett av høg verdi.',
    category: '{category}: {ready} av {total} klare',
    categoryEmpty: '{category}: ingen datasett',
    unread: 'Datasett av høg verdi: katalogen kan ikkje lesast ({cause}).',
    lacking: 'Dette manglar:',
    queries: 'Rader i spørjingane EU rapporterer med:',
    invisible: '{dataset}: er merkt, men ingen av spørjingane til EU finn det.',
    gone: '{dataset}: er ikkje lenger merkt som datasett av høg verdi.',
    noLongerReady: '{dataset}: var klart førre gongen, men er det ikkje no.',
    partUnseen:
      '{dataset}: ei fil eller eit API som spørjingane til EU fann førre gongen, finn dei ikkje no.',
  },
  en: {
    heading: 'High-value datasets: {ready} of {total} are ready',
    empty: 'No dataset is marked as high-value.',
    category: '{category}: {ready} of {total} ready',
    categoryEmpty: '{category}: no datasets',
    unread: 'High-value datasets: the catalogue cannot be read ({cause}).',
    lacking: 'What is missing:',
    queries: 'Rows of the queries the EU reports with:',
    invisible: '{dataset}: is marked, but none of the EU queries finds it.',
    gone: '{dataset}: is no longer marked as a high-value dataset.',
    noLongerReady: '{dataset}: was ready last time, and is not now.',
    partUnseen: '{dataset}: a file or an API that the EU queries found last time is not found now.',
  },
};
