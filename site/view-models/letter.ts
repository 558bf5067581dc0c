/** Letters that people write from a page, begun for them (site.md 2, "Meld feil i beskrivelsen"). */
import { dcat, vcard } from '../../src/rdf/vocabularies.js';
import { isSafeHref } from '../local-paths.js';
import type { ViewContext } from './values.js';

/** A letter to the contact point that says what it is about; to the catalogue's where the thing has none. */
export function letterTo(
  { catalogue, text }: ViewContext,
  thing: string,
  subject: 'letter.access' | 'letter.fault',
): string | undefined {
  const { graph, settings } = catalogue;
  const own = graph
    .nodes(thing, dcat.contactPoint)
    .flatMap((contact) => graph.nodes(contact, vcard.hasEmail))
    .find(({ value }) => isSafeHref(value) && !value.includes('?'))?.value;
  const address =
    own ?? (settings.contact === undefined ? undefined : `mailto:${settings.contact}`);
  if (address === undefined) return undefined;
  const title = text.t(subject, { title: catalogue.label(thing, text.lang).text });
  return `${address}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${thing}\n\n`)}`;
}
