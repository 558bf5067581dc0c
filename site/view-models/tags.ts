/** Short marks beside a title: access, state, what to mind. Each says in words what its colour hints at. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { adms, dct, dpv, kdm } from '../../src/rdf/vocabularies.js';
import type { Tag } from './page-model.js';
import { codeOf, nodeValue, type ViewContext } from './values.js';

const TONES: Readonly<Record<string, Tag['tone']>> = {
  PUBLIC: 'success',
  RESTRICTED: 'warning',
  NON_PUBLIC: 'danger',
};

export function accessCode({ catalogue }: ViewContext, subject: string): string {
  return codeOf(catalogue.graph.node(subject, dct.accessRights)?.value);
}

export function accessTag(context: ViewContext, subject: string): Tag {
  const code = accessCode(context, subject);
  const text = context.text.find(`access.${code}.tag`);
  return text === undefined
    ? { text: context.text.t('access.unknown.tag'), tone: 'neutral' }
    : { text, tone: TONES[code] ?? 'neutral' };
}

const STATUS_TONES: Readonly<Record<string, Tag['tone']>> = {
  COMPLETED: 'success',
  DEVELOP: 'info',
  DEPRECATED: 'warning',
  WITHDRAWN: 'danger',
};

export function statusTags(context: ViewContext, iri: string): Tag[] {
  const { catalogue, text } = context;
  const status = catalogue.graph.node(iri, adms.status)?.value;
  if (status === undefined) return [{ text: text.t('status.unknown'), tone: 'neutral' }];
  const code = codeOf(status);
  const known = text.find(`status.${code}`) ?? nodeValue(context, status).text;
  return [{ text: known, tone: STATUS_TONES[code] ?? 'neutral' }];
}

export function processingTags(context: ViewContext, iri: string): Tag[] {
  const { catalogue, text } = context;
  const hasSpecial = catalogue.graph
    .nodes(iri, dpv.hasPersonalData)
    .some((one) => isSpecial(context, one));
  const isShared = catalogue.graph.text(iri, kdm.sharedProcessing) === 'true';
  return [
    ...(hasSpecial ? [{ text: text.t('tag.special'), tone: 'warning' } as const] : []),
    ...(isShared ? [{ text: text.t('tag.shared'), tone: 'info' } as const] : []),
  ];
}

export function isSpecial({ catalogue }: ViewContext, category: NamedNode): boolean {
  return catalogue.graph.types(category).includes(dpv.SpecialCategoryPersonalData.value);
}
