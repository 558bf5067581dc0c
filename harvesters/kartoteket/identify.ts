/**
 * Who each record is. Organisations have their number, else their abbreviation; all else a hash of the source's number,
 * which itself never stands in a public IRI (C7). Aliases are how other records and other sources find it (H10).
 */
import { iri, tryIri, type Iri } from '../../src/model/iri.js';
import { hashedKey, slug } from '../../src/model/key.js';
import { parseOrganisationNumber } from '../../src/model/organisation-number.js';
import type { ResourceType } from '../../src/model/resource-type.js';
import { alias, type Identity, type Mint, type RawRecord } from '../../src/harvest/harvester.js';
import { className, type RecordType } from './endpoints.js';
import type { KartoteketPayload, Payloads } from './fields.js';
import { abbreviationsOf } from './relations.js';

type Rule<T extends RecordType> = (
  payload: Payloads[T],
  own: { readonly key: string; readonly hash: string },
  mint: Mint,
) => { readonly iri: Iri; readonly own?: false; readonly aliases?: readonly string[] };

const RULES: { readonly [T in RecordType]: Rule<T> } = {
  virksomhet: (unit, { hash }, mint) => {
    const number = validNumber(unit.orgnummer);
    const abbreviations = abbreviationsOf(unit);
    const names = [...abbreviations, number, unit.virksomhetsnavn];
    return {
      iri: mint('virksomhet', number ?? (slug(abbreviations[0] ?? '') || hash)),
      aliases: names.filter((name) => name?.trim()).map((name) => alias('virksomhet', name ?? '')),
    };
  },
  leverandor: ({ orgnummer, navn }, { hash }, mint) => ({
    iri: mint('leverandor', validNumber(orgnummer) ?? (slug(navn ?? '') || hash)),
    aliases: navn ? [alias('leverandornavn', navn)] : [],
  }),
  systemtype: ({ navn }, { hash }, mint) => ({
    iri: municipalCode(mint, 'systemtype', slug(navn ?? '') || hash),
  }),
  driftsplattform: hashed('plattform'),
  programvare: hashed('programvare'),
  'kritisk-funksjon': (_, { hash }, mint) => ({
    iri: municipalCode(mint, 'kritisk-funksjon', hash),
  }),
  'kritisk-kapabilitet': (_, { hash }, mint) => ({
    iri: municipalCode(mint, 'kritisk-kapabilitet', hash),
  }),
  // Los is described by its owner; a word that is no IRI keeps an IRI of ours, which no theme list knows.
  los: ({ los_external_id }, { hash }, mint) => ({
    iri: tryIri(los_external_id ?? '') ?? municipalCode(mint, 'los', hash),
    own: false,
  }),
  system: ({ navn, forvalterforkortelser }, { hash }, mint) => ({
    iri: mint('system', hash),
    aliases: navn
      ? [navn, ...forvalterforkortelser.map((short) => `${navn} (${short})`)].map((name) =>
          alias('systemnavn', name),
        )
      : [],
  }),
  systembruk: hashed('systembruk'),
  systemintegrasjon: hashed('integrasjon'),
};

export function identify(record: RawRecord<KartoteketPayload>, mint: Mint): Identity {
  const type = record.type as RecordType;
  // The payload is that of the record's type; the table cannot say so to the compiler.
  const rule = RULES[type] as Rule<RecordType>;
  const hash = hashedKey(`kartoteket:${className(type)}`, record.key);
  const found = rule(record.payload, { key: record.key, hash }, mint);
  return {
    iri: found.iri,
    own: found.own ?? true,
    aliases: [sourceAlias(type, record.key), ...(found.aliases ?? [])],
  };
}

/** How records of this source refer to each other: `kartoteket:virksomhet:17`. */
export function sourceAlias(type: RecordType, key: string): string {
  return alias(`kartoteket:${type}`, key);
}

export function validNumber(text: string | null): string | undefined {
  return text === null ? undefined : parseOrganisationNumber(text);
}

/** `{base}kode/{scheme}/{code}`. The port mints instances only, so the base is read off one of those. */
function municipalCode(mint: Mint, scheme: string, code: string): Iri {
  const base = mint('del', 'x').slice(0, -'id/del/x'.length);
  return iri(`${base}kode/${scheme}/${code}`);
}

function hashed(type: ResourceType) {
  return (_payload: unknown, { hash }: { readonly hash: string }, mint: Mint): { iri: Iri } => ({
    iri: mint(type, hash),
  });
}
