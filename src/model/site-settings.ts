/** What the public process must know besides the data. It is written into the revision, so that no other file is opened. */
import type { Iri } from './iri.js';
import type { LangText } from './lang-text.js';

export interface SiteSettings {
  readonly base: Iri;
  /** IRI of the dcat:Catalog. */
  readonly catalog: Iri;
  readonly name: LangText;
  /** Shown on every page, for example that the data are samples. */
  readonly notice?: LangText | undefined;
  readonly publisher: LangText;
  /** Name of a theme file in site/static/theme/. */
  readonly theme: string;
  readonly contact?: string | undefined;
  readonly accessibilityStatement?: string | undefined;
  /** Mailbox of the data protection officer. */
  readonly dataProtectionOfficer?: string | undefined;
  /** Whom to tell of a weakness (RFC 9116). */
  readonly security?:
    | {
        readonly contact: string;
        /** RFC 3339; what is said is not to be trusted after that. */
        readonly expires: string;
        readonly policy?: string | undefined;
      }
    | undefined;
  readonly sparql: {
    readonly timeoutSeconds: number;
    readonly children: number;
    readonly maxRows: number;
  };
}

/** Graph names are data too (safety 3.1): the public side has these, whatever the sources are called. */
export const PUBLIC_GRAPHS = {
  catalogue: 'graph/katalog',
  codes: 'graph/kodelister',
  /** Our own terms, and the rules that look at them. */
  ontology: 'graph/ontologi',
  /** One for each information model: `graph/modell/ggm`. */
  models: 'graph/modell',
  tombstones: 'graph/gravsteiner',
} as const;
