/** What catalog.yaml and sources/*.yaml may say. Unknown keys are refused (style.md 3). */
import { z } from 'zod';

const langText = z.strictObject({
  nb: z.string().min(1),
  nn: z.string().min(1),
  en: z.string().min(1),
});
const code = z.string().regex(/^[a-z0-9-]+$/, 'bare små bokstaver, tall og bindestrek');

const GEONAMES = /^https?:\/\/sws\.geonames\.org\/\d+\/$/;

const engineAddress = z
  .url({ protocol: /^https?$/, error: 'skriv en http- eller https-adresse' })
  .refine((url) => new URL(url).username === '', 'brukeren hører under auth')
  .refine((url) => new URL(url).hash === '', 'adressen skal ikke ha #');

const classDefinition = z.strictObject({
  code,
  rank: z.int().min(1).max(9),
  label: langText,
  synonyms: z.array(z.string()).default([]),
  accessRights: z.enum(['PUBLIC', 'RESTRICTED', 'NON_PUBLIC']),
});

export const catalogSchema = z.strictObject({
  /** IRIs are minted under here: changing it is a migration. */
  base: z.url({ protocol: /^https?$/ }).regex(/\/$/, 'må slutte med /'),
  /** Key of the dcat:Catalog that the curated files describe. */
  catalog: code,
  name: langText,
  /** Shown as a banner on every page when set. */
  notice: langText.optional(),
  publisher: z.strictObject({
    organisation: z.string(),
    name: langText,
    homepage: z.url().optional(),
  }),
  classification: z
    .strictObject({
      /** The class whose descriptions may be published. */
      open: code,
      classes: z.array(classDefinition).min(2),
    })
    // The rules know the open class by its rank: its code is the municipality's own.
    .refine(({ open, classes }) => classes.every((one) => one.code !== open || one.rank === 1), {
      message: 'den åpne klassen skal ha rang 1',
    }),
  /** Mailboxes of roles, not persons, that may be shown in public. */
  roleMailboxes: z.array(z.email()).default([]),
  /** Host names that must never appear in public text. */
  internalHosts: z.array(z.string()).default([]),
  feeds: z
    .strictObject({
      fdk: z
        .strictObject({
          /** on: data.norge.no gets what its older shapes accept (shapes/fdk-bridge.yaml); off: the full view. */
          bridge: z.enum(['on', 'off']).default('on'),
        })
        .default({ bridge: 'on' }),
      /** Unit of Geonorge → the place of GeoNames that data.norge.no gets besides the country. */
      geonames: z
        .record(
          z.url(),
          z.strictObject({
            iri: z.url().regex(GEONAMES, 'skal være som http://sws.geonames.org/3143244/'),
            name: langText,
          }),
        )
        .default({}),
      /** More datasets than either of these may not go from the portals unless a person says so (`publish --accept`). */
      guard: z
        .strictObject({ maxDatasets: z.int().min(0), maxShare: z.number().min(0).max(1) })
        .default({ maxDatasets: 5, maxShare: 0.05 }),
    })
    .default({
      fdk: { bridge: 'on' },
      geonames: {},
      guard: { maxDatasets: 5, maxShare: 0.05 },
    }),
  guard: z
    .strictObject({ maxDropShare: z.number().min(0).max(1), maxDropCount: z.int().min(0) })
    .default({ maxDropShare: 0.2, maxDropCount: 10 }),
  /** Where queries are answered: from the revision's own files, or by an engine that the revision is loaded into besides. */
  store: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('embedded') }),
      z.strictObject({
        kind: z.literal('remote'),
        query: engineAddress,
        update: engineAddress,
        /** SPARQL 1.1 Graph Store HTTP Protocol; `?graph=` is added. */
        graphs: engineAddress,
        /** For what writes; queries are sent without. */
        auth: z
          .strictObject({
            kind: z.enum(['basic', 'digest']),
            user: z.string().min(1),
            password: z
              .string()
              .regex(/^(env|file):./, 'skriv env:NAVN eller file:sti, ikke selve passordet'),
          })
          .optional(),
      }),
    ])
    .default({ kind: 'embedded' }),
  /** How relevant to Norway the parts of a model must be to count as what the catalogue should cover. */
  coverage: z
    .strictObject({ relevance: z.array(z.enum(['generell', 'tilpasses', 'bare-nl'])).min(1) })
    .default({ relevance: ['generell'] }),
  shacl: z
    .strictObject({ failOn: z.enum(['violation', 'warning']) })
    .default({ failOn: 'violation' }),
  sparql: z
    .strictObject({
      timeoutSeconds: z.number().min(1).max(120).default(10),
      children: z.int().min(1).max(16).default(2),
      maxRows: z.int().min(1).default(100_000),
    })
    .default({ timeoutSeconds: 10, children: 2, maxRows: 100_000 }),
  site: z
    .strictObject({
      port: z.int().min(0).max(65_535).default(8080),
      host: z.string().default('127.0.0.1'),
      /** Reverse proxies in front: only from these does X-Forwarded-For tell who asks. */
      trustedProxies: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).default([]),
      theme: code.default('standard'),
      contact: z.email().optional(),
      accessibilityStatement: z.url().optional(),
      /** Mailbox of the data protection officer (GDPR art. 37(7)): a role, not a person. */
      dataProtectionOfficer: z.email().optional(),
      /** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness, and how long that holds. */
      security: z
        .strictObject({
          contact: z.url({ protocol: /^(https|mailto|tel)$/ }),
          expires: z.iso.datetime({ offset: true }),
          policy: z.url({ protocol: /^https$/ }).optional(),
        })
        .optional(),
    })
    .default({ port: 8080, host: '127.0.0.1', trustedProxies: [], theme: 'standard' }),
});

const recordClassRule = z.strictObject({
  types: z.array(z.string()).min(1),
  /** The source's own keys; without it the rule holds for every record of the types. */
  keys: z.array(z.string()).optional(),
  class: code,
  decidedBy: z.string().min(1),
  decidedAt: z.iso.date(),
  reason: z.string().min(1),
});

export const sourceSchema = z.strictObject({
  kind: z.string(),
  title: langText,
  options: z.record(z.string(), z.unknown()).default({}),
  recordClass: z.strictObject({
    default: code,
    /** The last rule that fits wins. */
    rules: z.array(recordClassRule).default([]),
  }),
  /** manual: a new state is published only after `npm run publish -- --accept <source>`. */
  review: z.enum(['auto', 'manual']).default('auto'),
  /** confirm: a record is withdrawn when two complete harvests at least an hour apart lack it (H6). */
  deletions: z.enum(['confirm', 'immediate']).default('confirm'),
  /** Hosts the source may be fetched from, besides that of `options.baseUrl`. */
  origins: z.array(z.url()).default([]),
});

export type CatalogSettings = z.infer<typeof catalogSchema>;
export type SourceSettings = z.infer<typeof sourceSchema>;
