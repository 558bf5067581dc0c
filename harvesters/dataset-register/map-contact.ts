/** kontakter → vcard:Organization and vcard:Kind: v3 refuses the plain Kind, 2.0.0 demands it (specs.md 1.4). */
import { links, missingField, webAddress } from '../../src/harvest/found.js';
import type { RawRecord } from '../../src/harvest/harvester.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { tryIri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import { literal, namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { kdm, vcard } from '../../src/rdf/vocabularies.js';
import type { RegisterContext } from './map-resource.js';
import type { RegisterPayload } from './payload.js';

const MAILBOX = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

export function* mapContact(
  { payload: { cells }, type, key }: RawRecord<RegisterPayload>,
  context: RegisterContext,
): Iterable<Quad | Issue> {
  const { subject } = context;
  yield* resource(subject)
    .a(vcard.Organization, vcard.Kind)
    .link(kdm.recordClass, context.recordClass(type, key));
  // A name is a proper noun: no language tag.
  if (cells.navn) yield quad(namedNode(subject), vcard.fn, literal(cells.navn));
  else yield missingField('navn');
  if (cells.url) yield* links(subject, vcard.hasURL, [webAddress(cells.url, 'url')]);
  if (!cells.epost) {
    if (!cells.url) yield missingField('epost');
    return;
  }
  const mailbox = MAILBOX.test(cells.epost) ? tryIri(`mailto:${cells.epost}`) : undefined;
  if (mailbox) yield* links(subject, vcard.hasEmail, [{ iri: mailbox }]);
  // The text may be a person's name: the finding does not repeat it.
  else yield issue('IRI_INVALID', 'warning', { found: '…', field: 'epost' });
}
