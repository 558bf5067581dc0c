/** How to ask the municipality about oneself: rights under GDPR articles 15–17, 21 and 77, whom to write to, and a letter begun. */
import { dcat, dct, dpv, foaf, vcard } from '../../src/rdf/vocabularies.js';
import { isSafeHref } from '../local-paths.js';
import type { Section, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

const AUTHORITY = 'https://www.datatilsynet.no/';

/** `processing`: what the letter is about; without it, about everything. */
export function askSection(context: ViewContext, processing?: string): Section {
  const { catalogue, text } = context;
  const owner = processing && catalogue.graph.node(processing, dct.publisher)?.value;
  const who = owner
    ? catalogue.label(owner, text.lang).text
    : catalogue.settings.publisher[text.lang];
  return {
    id: 'rettigheter',
    heading: text.t('ask.heading'),
    paragraphs: [{ text: text.t('ask.rights', { who }) }, { text: text.t('ask.care') }],
    list: [
      ...letters(context, processing),
      ...(owner === undefined ? [] : ownerValues(context, owner)),
      { text: text.t('ask.complain'), href: AUTHORITY },
    ],
  };
}

/** The letter that asks for access, for a button. */
export function accessLetter(context: ViewContext, processing?: string): string | undefined {
  const mailbox = mailboxFor(context, processing);
  return mailbox && letter(context, { mailbox, kind: 'access', processing });
}

function letters(context: ViewContext, processing: string | undefined): Value[] {
  const mailbox = mailboxFor(context, processing);
  if (mailbox === undefined) return [{ text: context.text.t('ask.noMailbox') }];
  return (['access', 'correction', 'erasure'] as const).map((kind) => ({
    text: context.text.t(`ask.${kind}`),
    href: letter(context, { mailbox, kind, processing }),
    note: context.text.t('ask.to', { mailbox }),
  }));
}

interface Letter {
  readonly mailbox: string;
  readonly kind: 'access' | 'correction' | 'erasure';
  readonly processing: string | undefined;
}

/** RFC 6068: the fields percent-encoded, lines ended by CR LF. */
function letter({ catalogue, text }: ViewContext, { mailbox, kind, processing }: Letter): string {
  const name = processing && catalogue.label(processing, text.lang).text;
  const subject = text.t(`ask.${kind}`);
  const lines = [
    text.t(`ask.${kind}.letter`),
    ...(name === undefined || processing === undefined
      ? []
      : [text.t('ask.about', { name }), processing]),
    text.t('ask.sign'),
  ];
  const body = encodeURIComponent(lines.join('\r\n\r\n'));
  const title = encodeURIComponent(name === undefined ? subject : `${subject}: ${name}`);
  return `mailto:${mailbox}?subject=${title}&body=${body}`;
}

/** Whom the data name for this processing, else the municipality's data protection officer, else the catalogue's mailbox. */
function mailboxFor(
  { catalogue }: ViewContext,
  processing: string | undefined,
): string | undefined {
  const { graph, settings } = catalogue;
  const contacts = (iri: string): readonly string[] =>
    [dpv.hasDataProtectionOfficer, dcat.contactPoint].flatMap((one) =>
      graph.nodes(iri, one).map(({ value }) => value),
    );
  const owners =
    processing === undefined
      ? []
      : [dpv.hasDataController, dct.publisher].flatMap((one) =>
          graph.nodes(processing, one).map(({ value }) => value),
        );
  const [named] = [...(processing === undefined ? [] : [processing]), ...owners]
    .flatMap(contacts)
    .flatMap((one) => graph.objects(one, vcard.hasEmail))
    .map(({ value }) => value.replace(/^mailto:/, ''))
    .filter((one) => /^[^\s?&<>]+@[^\s?&<>]+$/.test(one));
  return named ?? settings.dataProtectionOfficer ?? settings.contact;
}

function ownerValues(context: ViewContext, owner: string): Value[] {
  const { catalogue, text } = context;
  const homepage = catalogue.graph.node(owner, foaf.homepage)?.value;
  const page = nodeValue(context, owner);
  return [
    { ...page, note: text.t('ask.unit') },
    ...(homepage !== undefined && isSafeHref(homepage)
      ? [{ text: text.t('ask.homepage', { who: page.text }), href: homepage }]
      : []),
  ];
}
