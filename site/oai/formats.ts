/** Metadata formats (OAI-PMH 2.0, section 3.4): Dublin Core as the protocol demands, and the whole description as RDF/XML. */
import { descriptionOf } from '../../src/feed/feed-graph.js';
import { serialize } from '../../src/rdf/serialize.js';
import { rdf } from '../../src/rdf/vocabularies.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { OAI_DC, OAI_DC_SCHEMA, oaiDublinCore } from './dublin-core.js';
import { OaiError } from './oai-error.js';
import type { Xml } from './xml.js';

export interface MetadataFormat {
  readonly prefix: string;
  /** Of the root element. */
  readonly namespace: string;
  readonly schema: string;
  readonly write: (catalogue: PublicCatalogue, identifier: string) => Xml;
}

const RDF_XML = {
  namespace: rdf.$.base,
  schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd',
  /** The element `rdf:RDF` of the thing's own document: the same statements as in every feed (portals.md 3.4). */
  write: ({ feed }: PublicCatalogue, identifier: string): Xml =>
    serialize(descriptionOf(feed, identifier), 'rdf')
      .replace(/^<\?xml[^>]*\?>\s*/, '')
      .trimEnd() as Xml,
};

export const FORMATS: readonly MetadataFormat[] = [
  {
    prefix: 'oai_dc',
    namespace: OAI_DC,
    schema: OAI_DC_SCHEMA,
    write: oaiDublinCore,
  },
  // The names that data.europa.eu asks by (portals.md 1.2).
  { prefix: 'dcat_ap', ...RDF_XML },
  { prefix: 'rdfxml', ...RDF_XML },
];

/** Characters of descriptions that are kept for each catalogue; what comes after is made each time it is asked for. */
const MAX_KEPT = 32 * 1024 * 1024;

interface Kept {
  readonly texts: Map<string, Xml>;
  size: number;
}
const kept = new WeakMap<PublicCatalogue, Kept>();

/** The description of a record, made once as long as there is room: many portals ask for the same. */
export function metadataOf(
  catalogue: PublicCatalogue,
  { schema, write }: MetadataFormat,
  identifier: string,
): Xml {
  const known = kept.get(catalogue) ?? { texts: new Map<string, Xml>(), size: 0 };
  kept.set(catalogue, known);
  const key = `${schema} ${identifier}`;
  const found = known.texts.get(key);
  if (found !== undefined) return found;
  const made = write(catalogue, identifier);
  if (known.size < MAX_KEPT) {
    known.texts.set(key, made);
    known.size += made.length;
  }
  return made;
}

/** Throws OaiError cannotDisseminateFormat. */
export function formatOf(prefix: string | undefined): MetadataFormat {
  const found = FORMATS.find((one) => one.prefix === prefix);
  if (!found) throw new OaiError('cannotDisseminateFormat');
  return found;
}
