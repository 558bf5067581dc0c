/** What the catalogue is, how accessible it is, what it knows of its visitors, and whose software it uses. Pure. */
import { dct } from '../../src/rdf/vocabularies.js';
import { isSafeHref } from '../local-paths.js';
import type { SoftwareLicence } from '../licences.js';
import { CLIENT_LIMITS } from '../sparql/client-budgets.js';
import { LIST_NAMES } from '../page-kinds.js';
import type { Section, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

const AUTHORITIES = {
  accessibility: 'https://www.uutilsynet.no/',
  complaints: 'https://www.diskrimineringsnemnda.no/',
  privacy: 'https://www.datatilsynet.no/',
} as const;

export interface AboutPage {
  readonly heading: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  /** Whole licence texts. */
  readonly texts?: readonly { readonly name: string; readonly text: string }[];
}

export function aboutPage(context: ViewContext): AboutPage {
  const { catalogue, text } = context;
  const { graph, settings } = catalogue;
  const modified = graph.text(settings.catalog, dct.modified);
  const licence = graph.node(settings.catalog, dct.license);
  const count = (name: (typeof LIST_NAMES)[number]): number =>
    catalogue.list(name, text.lang).length;
  const whole = catalogue.pathOf(settings.catalog);
  return {
    heading: text.t('about.title'),
    lead: text.t('about.lead', { name: settings.name[text.lang] }),
    sections: [
      paragraphs(context, 'innhold', ['about.content', 'about.closed', 'about.sources']),
      {
        id: 'tall',
        heading: text.t('about.figures'),
        facts: LIST_NAMES.filter((name) => count(name) > 0).map((name) => ({
          label: text.t(`list.${name}.title`),
          values: [{ text: text.number(count(name)), href: `/${text.lang}/${name}` }],
        })),
      },
      {
        ...paragraphs(context, 'oppdatering', ['about.often', 'about.checked']),
        facts: [
          {
            label: text.t('footer.modified'),
            values:
              modified === undefined ? [] : [{ text: text.date(modified), datetime: modified }],
            missing: text.t('value.notStated'),
          },
        ],
        more: { href: `/${text.lang}/endringer`, text: text.t('changes.title') },
      },
      {
        ...paragraphs(context, 'ansvar', ['about.responsible']),
        facts: [
          {
            label: text.t('footer.publisher'),
            values: [{ text: settings.publisher[text.lang] }],
          },
          { label: text.t('footer.contact'), ...contact(context) },
        ],
      },
      {
        ...paragraphs(context, 'bruk', ['about.licence', 'about.dataLicence', 'about.software']),
        facts: [
          {
            label: text.t('footer.licence'),
            values: licence ? [nodeValue(context, licence.value)] : [],
            missing: text.t('value.notStated'),
          },
        ],
        list: [
          ...(whole === undefined
            ? []
            : [{ text: text.t('about.whole'), href: `/${text.lang}${whole}` }]),
          ...(['ord', 'tilgjengelighet', 'personvern', 'lisenser'] as const).map((path) => ({
            text: text.t(`about.link.${path}`),
            href: `/${text.lang}/${path}`,
          })),
        ],
      },
    ],
  };
}

export function accessibilityPage(context: ViewContext): AboutPage {
  const { text, catalogue } = context;
  const statement = catalogue.settings.accessibilityStatement;
  const isGiven = statement !== undefined && isSafeHref(statement);
  return {
    heading: text.t('accessibility.title'),
    lead: text.t('accessibility.lead'),
    sections: [
      {
        id: 'erklaering',
        heading: text.t('accessibility.erklaering'),
        paragraphs: [
          { text: text.t(isGiven ? 'accessibility.statement' : 'accessibility.noStatement') },
        ],
        ...(isGiven
          ? { more: { href: statement, text: text.t('accessibility.readStatement') } }
          : {}),
      },
      paragraphs(context, 'laget', ['accessibility.made', 'accessibility.tested']),
      {
        id: 'feil',
        heading: text.t('accessibility.feil'),
        list: (['tables', 'files', 'languages', 'pictures', 'manual'] as const).map((one) => ({
          text: text.t(`accessibility.fault.${one}`),
        })),
      },
      {
        ...paragraphs(context, 'klage', ['accessibility.tell', 'accessibility.complain']),
        facts: [{ label: text.t('footer.contact'), ...contact(context) }],
        list: [
          { text: text.t('accessibility.authority'), href: AUTHORITIES.accessibility },
          { text: text.t('accessibility.board'), href: AUTHORITIES.complaints },
        ],
      },
    ],
  };
}

export function privacyPage(context: ViewContext): AboutPage {
  const { text, catalogue } = context;
  const minutes = CLIENT_LIMITS.windowMs / 60_000;
  const officer = catalogue.settings.dataProtectionOfficer;
  return {
    heading: text.t('privacy.title'),
    lead: text.t('privacy.lead'),
    sections: [
      paragraphs(context, 'ikke', ['privacy.none', 'privacy.others']),
      {
        id: 'behandles',
        heading: text.t('privacy.behandles'),
        paragraphs: [
          { text: text.t('privacy.address') },
          {
            text: text.t('privacy.queries', {
              minutes,
              clients: text.number(CLIENT_LIMITS.clients),
            }),
          },
          { text: text.t('privacy.logs') },
          { text: text.t('privacy.mail') },
        ],
      },
      paragraphs(context, 'innholdet', ['privacy.content']),
      {
        ...paragraphs(context, 'rettigheter', ['privacy.rights']),
        facts: [
          {
            label: text.t('privacy.officer'),
            values: officer === undefined ? [] : [{ text: officer, href: `mailto:${officer}` }],
            missing: text.t('value.notStated'),
          },
          { label: text.t('footer.contact'), ...contact(context) },
        ],
        list: [
          { text: text.t('citizens.title'), href: `/${text.lang}/hva-vet-kommunen` },
          { text: text.t('ask.complain'), href: AUTHORITIES.privacy },
        ],
      },
    ],
  };
}

export function licencesPage(
  { text }: ViewContext,
  software: readonly SoftwareLicence[],
): AboutPage {
  return {
    heading: text.t('licences.title'),
    lead: text.t('licences.lead'),
    sections: [
      {
        id: 'programvare',
        heading: text.t('licences.software'),
        table: {
          caption: text.t('licences.software'),
          columns: ['name', 'version', 'licence'].map((one) => text.t(`licences.${one}`)),
          rows: software.map(({ name, version, licence }) => ({
            head: [{ text: name }],
            cells: [version, licence].map((one) => ({ values: [{ text: one }], missing: '' })),
          })),
        },
      },
    ],
    texts: software.flatMap(({ name, text: whole }) =>
      whole === undefined ? [] : [{ name, text: whole }],
    ),
  };
}

/** A section whose heading is the text of its id on the page that the first paragraph's key names. */
function paragraphs(
  { text, catalogue }: ViewContext,
  id: string,
  keys: readonly string[],
): Section {
  const [page = ''] = (keys[0] ?? '').split('.');
  const name = catalogue.settings.name[text.lang];
  return {
    id,
    heading: text.t(`${page}.${id}`),
    paragraphs: keys.map((key) => ({ text: text.t(key, { name }) })),
  };
}

function contact({ catalogue, text }: ViewContext): { values: Value[]; missing: string } {
  const mailbox = catalogue.settings.contact;
  return {
    values: mailbox === undefined ? [] : [{ text: mailbox, href: `mailto:${mailbox}` }],
    missing: text.t('value.notStated'),
  };
}
