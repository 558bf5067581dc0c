/** What is asked of `/graf`: around which thing, how far, and of which kinds. */
import type { PageKind } from '../page-kinds.js';
import type { ViewContext } from './values.js';

/** Choices of the form → kinds of pages. */
export const KIND_CHOICES = {
  virksomhet: ['virksomhet', 'enhet', 'leverandor'],
  system: ['system'],
  behandling: ['behandling'],
  datasett: ['datasett', 'serie'],
  data: ['distribusjon', 'datatjeneste'],
  begrep: ['begrep', 'objekttype'],
} as const satisfies Readonly<Record<string, readonly PageKind[]>>;
export type KindChoice = keyof typeof KIND_CHOICES;
export const KIND_CHOICE_NAMES = Object.keys(KIND_CHOICES) as readonly KindChoice[];

export const DEPTHS = [1, 2] as const;
export type Depth = (typeof DEPTHS)[number];

export interface GraphRequest {
  /** IRI; the page without one says how to find one. */
  readonly thing?: string | undefined;
  readonly depth?: Depth;
  /** All when none is named. */
  readonly choices?: readonly KindChoice[];
}

/** The address that says it, without what goes without saying. */
export function graphHref(
  { catalogue, text }: ViewContext,
  { thing, depth = 1, choices = [] }: GraphRequest,
  file = '',
): string {
  const parameters = new URLSearchParams();
  const path = thing === undefined ? undefined : catalogue.pathOf(thing);
  if (path !== undefined) parameters.set('fra', path.slice(1));
  if (depth !== 1) parameters.set('dybde', String(depth));
  for (const one of KIND_CHOICE_NAMES)
    if (choices.includes(one) && choices.length < KIND_CHOICE_NAMES.length)
      parameters.append('typer', one);
  const query = parameters.toString().replaceAll('%2F', '/');
  return `/${text.lang}/graf${file}${query === '' ? '' : `?${query}`}`;
}

export function choiceOf(kind: PageKind): KindChoice | undefined {
  return KIND_CHOICE_NAMES.find((one) => (KIND_CHOICES[one] as readonly PageKind[]).includes(kind));
}
