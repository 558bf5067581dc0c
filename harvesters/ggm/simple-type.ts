/** GGM's primitives as XSD types (model.md 8.2, rule 7 and its table). Written in any case, with and without blanks. */
import type { LangText } from '../../src/model/lang-text.js';
import { geo, xsd } from '../../src/rdf/vocabularies.js';
import type { NamedNode } from '../../src/rdf/terms.js';

export interface SimpleType {
  /** Part of the IRI: `string-80`. */
  readonly key: string;
  readonly title: LangText;
  readonly datatype: NamedNode;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly pattern?: string;
}

const TEXT = { nb: 'tekst', nn: 'tekst', en: 'text' };
const INTEGER = { nb: 'heltall', nn: 'heiltal', en: 'whole number' };
const GUID = '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';

const TYPES: readonly (readonly [primitives: string, SimpleType])[] = [
  [
    'an string text memo varchar characterstring char',
    { key: 'string', title: TEXT, datatype: xsd.string },
  ],
  [
    'date datum',
    { key: 'date', title: { nb: 'dato', nn: 'dato', en: 'date' }, datatype: xsd.date },
  ],
  ['int integer number', { key: 'integer', title: INTEGER, datatype: xsd.integer }],
  [
    'bool boolean indic ja/nee',
    {
      key: 'boolean',
      title: { nb: 'ja eller nei', nn: 'ja eller nei', en: 'yes or no' },
      datatype: xsd.boolean,
    },
  ],
  [
    'decimal real float double bedrag',
    {
      key: 'decimal',
      title: { nb: 'desimaltall', nn: 'desimaltal', en: 'decimal number' },
      datatype: xsd.decimal,
    },
  ],
  [
    'datetime datumtijd',
    {
      key: 'datetime',
      title: { nb: 'dato og tid', nn: 'dato og tid', en: 'date and time' },
      datatype: xsd.dateTime,
    },
  ],
  [
    'time',
    {
      key: 'time',
      title: { nb: 'klokkeslett', nn: 'klokkeslett', en: 'time' },
      datatype: xsd.time,
    },
  ],
  [
    'uri url',
    {
      key: 'uri',
      title: { nb: 'nettadresse', nn: 'nettadresse', en: 'web address' },
      datatype: xsd.anyURI,
    },
  ],
  [
    'point surface curve multisurface gml',
    {
      key: 'wkt',
      title: { nb: 'geometri', nn: 'geometri', en: 'geometry' },
      datatype: geo.wktLiteral,
    },
  ],
  [
    // The day or the month may be missing: Extended Date/Time Format, ISO 8601-2.
    'onvolledigedatum',
    {
      key: 'edtf',
      title: { nb: 'ufullstendig dato', nn: 'ufullstendig dato', en: 'incomplete date' },
      datatype: xsd.string,
      pattern: '^[0-9]{4}(-[0-9X]{2}){0,2}$',
    },
  ],
  [
    'guid',
    {
      key: 'guid',
      title: { nb: 'GUID', nn: 'GUID', en: 'GUID' },
      datatype: xsd.string,
      pattern: GUID,
    },
  ],
  [
    'email',
    {
      key: 'email',
      title: { nb: 'e-postadresse', nn: 'e-postadresse', en: 'e-mail address' },
      datatype: xsd.string,
      pattern: '^[^@ ]+@[^@ ]+$',
    },
  ],
];
const BY_PRIMITIVE = new Map(
  TYPES.flatMap(([primitives, type]) => primitives.split(' ').map((name) => [name, type] as const)),
);

/** Undefined for a primitive that nobody knows: rule m3. */
export function simpleType(primitive: string | undefined): SimpleType | undefined {
  const name = (primitive ?? '').trim().toLowerCase();
  const [, kind, size = ''] = /^(an|n)([1-9]\d{0,4})$/.exec(name) ?? [];
  if (kind === 'an') return textOf(size);
  if (kind === 'n') return numberOf(size);
  return BY_PRIMITIVE.get(name.startsWith('gm_') ? 'gml' : name);
}

function textOf(size: string): SimpleType {
  return {
    key: `string-${size}`,
    title: {
      nb: `${TEXT.nb}, høyst ${size} tegn`,
      nn: `${TEXT.nn}, høgst ${size} teikn`,
      en: `${TEXT.en}, at most ${size} characters`,
    },
    datatype: xsd.string,
    maxLength: Number(size),
  };
}

function numberOf(size: string): SimpleType {
  return {
    key: `integer-${size}`,
    title: {
      nb: `${INTEGER.nb}, høyst ${size} siffer`,
      nn: `${INTEGER.nn}, høgst ${size} siffer`,
      en: `${INTEGER.en}, at most ${size} digits`,
    },
    datatype: xsd.integer,
    totalDigits: Number(size),
  };
}
