/** The answer to a request of OAI-PMH 2.0: one XML document, whatever was asked (section 3.2). */
import type { Instant } from '../../src/model/instant.js';
import type { Lang } from '../../src/model/lang-text.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { Translators } from '../translator.js';
import { readArguments, type Asked } from './arguments.js';
import { XSI } from './dublin-core.js';
import { FORMATS } from './formats.js';
import { OaiError } from './oai-error.js';
import { toSecond } from './records.js';
import { answerVerb } from './verbs.js';
import { element, textElement, text, type Xml } from './xml.js';

const OAI = 'http://www.openarchives.org/OAI/2.0/';

export interface OaiContext {
  readonly catalogue: PublicCatalogue;
  readonly texts: Translators;
  readonly lang: Lang;
}

export interface OaiAnswer {
  readonly document: string;
  readonly isError: boolean;
}

/** `query`: the arguments as they came, `application/x-www-form-urlencoded`. */
export function answerOai(context: OaiContext, query: string, now: Instant): OaiAnswer {
  let asked: Asked | undefined;
  try {
    asked = readArguments(query);
    const content = answerVerb(context, asked);
    return { document: whole(context, now, asked, content), isError: false };
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    // Section 3.6: of a request that was not understood no arguments are repeated.
    const isUnderstood = error.code !== 'badVerb' && error.code !== 'badArgument';
    const content = element('error', { code: error.code }, text(inWords(context, error)));
    return {
      document: whole(context, now, isUnderstood ? asked : undefined, content),
      isError: true,
    };
  }
}

function inWords({ texts, lang }: OaiContext, { code, fault, argument = '' }: OaiError): string {
  const words = texts[lang];
  return fault === undefined
    ? words.t(`oai.error.${code}`)
    : words.t(`oai.fault.${fault}`, { argument });
}

function whole(
  { catalogue }: OaiContext,
  now: Instant,
  asked: Asked | undefined,
  content: Xml,
): string {
  const attributes = asked ? { verb: asked.verb, ...Object.fromEntries(asked.given) } : {};
  const answer = element(
    'OAI-PMH',
    { xmlns: OAI, 'xmlns:xsi': XSI, 'xsi:schemaLocation': SCHEMAS },
    textElement('responseDate', toSecond(now)),
    element('request', attributes, text(`${catalogue.settings.base}oai`)),
    content,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${answer}\n`;
}

/** Those of the metadata too: RDF/XML allows no such attribute at its own root (RDF 1.1 XML Syntax, 7.2.9). */
const SCHEMAS = [
  `${OAI} ${OAI.slice(0, -1)}/OAI-PMH.xsd`,
  ...new Set(FORMATS.map(({ namespace, schema }) => `${namespace} ${schema}`)),
].join(' ');
