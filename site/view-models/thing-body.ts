/** What differs between the pages of different kinds. */
import type { FactSheet } from './facts.js';
import type { Action, Fact, Section, Tag } from './page-model.js';
import type { ViewContext } from './values.js';

export interface ThingBody {
  readonly tags?: readonly Tag[];
  readonly subtitle?: readonly Fact[];
  readonly actions?: readonly Action[];
  readonly sections: readonly Section[];
}
export type BodyBuilder = (context: ViewContext, iri: string, sheet: FactSheet) => ThingBody;
