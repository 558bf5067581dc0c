/** Words of the coverage in the terminal. The pages have theirs in site/i18n. */
import type { Measure } from '../model/coverage-report.js';
import type { Lang, LangText } from '../model/lang-text.js';

export const MEASURE_TEXTS: Readonly<Record<Measure, LangText>> = {
  objectTypes: {
    nb: 'Objekttyper med datasett',
    nn: 'Objekttypar med datasett',
    en: 'Object types with a dataset',
  },
  elements: {
    nb: 'Dataelementer med personvernnivå',
    nn: 'Dataelement med personvernnivå',
    en: 'Data elements with a privacy level',
  },
  linkedDatasets: {
    nb: 'Datasett knyttet til modellen',
    nn: 'Datasett knytte til modellen',
    en: 'Datasets tied to the model',
  },
  personalDatasets: {
    nb: 'Datasett med personopplysninger (eller uvurdert) som har en behandling',
    nn: 'Datasett med personopplysningar (eller ikkje vurderte) som har ei behandling',
    en: 'Personal (or unassessed) datasets with a processing record',
  },
  systems: {
    nb: 'Systemer med eier og fersk risikovurdering',
    nn: 'System med eigar og fersk risikovurdering',
    en: 'Systems with an owner and a fresh risk assessment',
  },
};

interface CoverageTexts {
  readonly heading: string;
  readonly empty: string;
  readonly noArea: string;
  readonly noSource: string;
  /** With `{sources}`. */
  readonly manySources: string;
  readonly unclassified: string;
}

export const COVERAGE_TEXTS: Readonly<Record<Lang, CoverageTexts>> = {
  nb: {
    heading: 'Dekning',
    empty: 'Katalogen har ingen modell og ingen data å måle dekning på.',
    noArea: 'Uten politikkområde',
    noSource: 'ingen autoritativ kilde',
    manySources: 'flere autoritative kilder: {sources}',
    unclassified: 'Dataelementer uten personvernnivå:',
  },
  nn: {
    heading: 'Dekning',
    empty: 'Katalogen har ingen modell og ingen data å måle dekning på.',
    noArea: 'Utan politikkområde',
    noSource: 'inga autoritativ kjelde',
    manySources: 'fleire autoritative kjelder: {sources}',
    unclassified: 'Dataelement utan personvernnivå:',
  },
  en: {
    heading: 'Coverage',
    empty: 'The catalogue has no model and no data to measure coverage on.',
    noArea: 'Without a policy area',
    noSource: 'no authoritative source',
    manySources: 'several authoritative sources: {sources}',
    unclassified: 'Data elements without a privacy level:',
  },
};
