/** The plain objects that templates show. Every page of a thing is made of these parts, so one template draws them all. */
import type { Picture } from './picture.js';
import type { Snippet } from './snippets.js';

export interface Value {
  readonly text: string;
  /** Language of the text when it is not the page's. */
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  /** ISO 8601, for `<time>`. */
  readonly datetime?: string | undefined;
  /** Shown after the value, in smaller type. */
  readonly note?: string | undefined;
  /** Heard by screen readers only: tells links with equal text apart. */
  readonly hidden?: string | undefined;
}
export interface Fact {
  readonly label: string;
  /** Page that says what the label means. */
  readonly labelHref?: string | undefined;
  /** Empty values are said in words by `missing`, never left blank. */
  readonly values: readonly Value[];
  readonly missing?: string | undefined;
}
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}
export interface TableRow {
  /** Fragment that leads to the row. */
  readonly id?: string | undefined;
  readonly head: readonly Value[];
  readonly cells: readonly TableCell[];
}
export interface TableCell {
  readonly values: readonly Value[];
  readonly missing: string;
}
export interface Link {
  readonly href: string;
  readonly text: string;
}
export interface Explanation {
  readonly term: string;
  readonly text: string;
}
export interface Section {
  readonly id: string;
  readonly heading: string;
  /** Language of the heading when it is not the page's. */
  readonly headingLang?: string | undefined;
  /** In the list of contents, where the heading is too long for it. */
  readonly shortHeading?: string | undefined;
  readonly paragraphs?: readonly Value[] | undefined;
  readonly facts?: readonly Fact[] | undefined;
  readonly explanations?: readonly Explanation[] | undefined;
  readonly picture?: Picture | undefined;
  readonly table?: Table | undefined;
  /** The table is folded behind these words: it says what the picture says. */
  readonly tableSummary?: string | undefined;
  readonly list?: readonly Value[] | undefined;
  /** A line to take away. */
  readonly copy?: string | undefined;
  /** Of an API, to take away. */
  readonly address?: string | undefined;
  /** Code to copy, the first of them open. */
  readonly snippets?: readonly Snippet[] | undefined;
  readonly more?: Link | undefined;
  /** Under headings of their own. */
  readonly parts?: readonly Section[] | undefined;
  /** Said when the section has nothing to show. */
  readonly empty?: string | undefined;
}
/** What one comes for, as a button. */
export interface Action extends Link {
  /** Heard by screen readers only. */
  readonly hidden?: string | undefined;
  readonly isPrimary: boolean;
}
/** `tone` is decoration: the text says it all. */
export interface Tag {
  readonly text: string;
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'neutral';
}
export interface Machine {
  readonly iri: string;
  readonly formats: readonly {
    readonly href: string;
    readonly label: string;
    readonly type: string;
  }[];
  readonly linkset: string;
  readonly sparql: { readonly query: string; readonly href: string };
  readonly snippets: readonly Snippet[];
}
export interface ThingPage {
  readonly kindLabel: string;
  readonly title: Value;
  readonly subtitle: readonly Fact[];
  readonly tags: readonly Tag[];
  readonly actions: readonly Action[];
  readonly lead: readonly Value[];
  /** To the sections; empty on a page that is short. */
  readonly contents: readonly Value[];
  readonly sections: readonly Section[];
  readonly machine: Machine;
}
