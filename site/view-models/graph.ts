/** `/graf`: what things are tied to, drawn around one of them; how far and which kinds is chosen by a plain form. Pure. */
import {
  DEPTHS,
  graphHref,
  KIND_CHOICE_NAMES,
  type Depth,
  type GraphRequest,
  type KindChoice,
} from './graph-request.js';
import { neighboursOf, neighboursPicture, type Neighbours } from './neighbours.js';
import type { Link, Section, Value } from './page-model.js';
import type { Picture } from './picture.js';
import { cutParagraphs, isShown, relationTable } from './relations.js';
import { nodeValue, type ViewContext } from './values.js';

/** As the route reads it: the thing by its path. */
export interface GraphQuestion {
  readonly path?: string | undefined;
  readonly depth: Depth;
  readonly choices: readonly KindChoice[];
}
export interface GraphPage {
  readonly heading: string;
  readonly lead: string;
  /** Undefined where no thing is chosen. */
  readonly thing?: Value;
  readonly request: GraphRequest;
  readonly form: {
    readonly action: string;
    readonly from?: string | undefined;
    readonly depths: readonly Choice[];
    readonly kinds: readonly Choice[];
  };
  readonly sections: readonly Section[];
  readonly downloads: readonly (Link & { readonly type: string })[];
  /** Where to find things to begin with. */
  readonly starts: readonly Link[];
}
interface Choice {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The thing and its neighbours; undefined for what is not public or has no place in pictures. */
export function graphAround(
  context: ViewContext,
  { path, depth, choices }: GraphQuestion,
): { readonly thing: string; readonly found: Neighbours; readonly picture: Picture } | undefined {
  const thing = path === undefined ? undefined : context.catalogue.resolve(`/${path}`);
  if (thing?.state !== 'public' || !isShown(thing.kind)) return undefined;
  const found = neighboursOf(context, { thing: thing.iri, depth, choices });
  return { thing: thing.iri, found, picture: neighboursPicture(context, thing.iri, found) };
}

export function graphPage(context: ViewContext, question: GraphQuestion): GraphPage | undefined {
  const { text } = context;
  const around = graphAround(context, question);
  if (around === undefined && question.path !== undefined) return undefined;
  const request = { ...question, thing: around?.thing };
  const page = { request, form: formOf(context, question), lead: text.t('pictures.graph.lead') };
  if (around === undefined)
    return {
      ...{ ...page, heading: text.t('pictures.graph.title'), sections: [], downloads: [] },
      starts: ['system', 'behandling', 'datasett'].map((kind) => ({
        href: `/${text.lang}/${kind}`,
        text: text.t(`list.${kind}.title`),
      })),
    };
  const { thing, found, picture } = around;
  const value = nodeValue(context, thing);
  const name = value.text;
  const caption = text.t('pictures.graph.table', { name });
  const empty = text.t('pictures.graph.empty');
  return {
    ...page,
    heading: text.t('pictures.graph.heading', { name }),
    thing: value,
    starts: [],
    sections: [
      {
        id: 'bilde',
        heading: text.t('pictures.graph.drawn'),
        ...(found.relations.length === 0 ? { empty } : { picture }),
      },
      {
        id: 'tabell',
        heading: text.t('pictures.asTable'),
        ...(found.relations.length === 0
          ? { empty }
          : {
              paragraphs: cutParagraphs(context, found.relations),
              table: relationTable(context, found.relations, { caption, current: thing }),
            }),
      },
    ],
    downloads: found.relations.length === 0 ? [] : downloads(context, request),
  };
}

function formOf({ text }: ViewContext, { path, depth, choices }: GraphQuestion): GraphPage['form'] {
  return {
    action: `/${text.lang}/graf`,
    from: path,
    depths: DEPTHS.map((one) => ({
      ...{ name: 'dybde', value: String(one), isChosen: one === depth },
      text: text.t(`pictures.graph.depth.${one}`),
    })),
    kinds: KIND_CHOICE_NAMES.map((one) => ({
      ...{ name: 'typer', value: one, isChosen: choices.length === 0 || choices.includes(one) },
      text: text.t(`pictures.graph.kind.${one}`),
    })),
  };
}

function downloads(context: ViewContext, request: GraphRequest): GraphPage['downloads'] {
  return [
    { file: '.svg', type: 'image/svg+xml' },
    { file: '.csv', type: 'text/csv' },
    { file: '.ttl', type: 'text/turtle' },
  ].map(({ file, type }) => ({
    ...{ type, href: graphHref(context, request, file) },
    text: context.text.t(`pictures.graph.download${file}`),
  }));
}
