/** What a thing was called: the log keeps the titles of what is gone. */
import type { Change } from '../../src/model/change.js';
import { exactLiteral } from '../../src/rdf/terms.js';
import { inBestLanguage, langString, type LangString } from '../labels.js';
import type { ViewContext } from '../view-models/values.js';
import { changeLog } from './change-log.js';

/** At that change; undefined of what was demoted. */
export function titleThen({ text }: ViewContext, { title = {} }: Change): LangString | undefined {
  const literals = Object.entries(title).map(([lang, value]) => exactLiteral(value, lang));
  const [best] = inBestLanguage(literals, text.lang);
  return best && langString(best, text.lang);
}

/** The last that is known of a thing that is gone. */
export function lastTitle(context: ViewContext, thing: string): LangString | undefined {
  for (const change of changeLog(context.catalogue.zone.changes).ofThing(thing)) {
    const title = titleThen(context, change);
    if (title) return title;
  }
  return undefined;
}
