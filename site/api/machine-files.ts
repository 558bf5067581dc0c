/** Small files by which programs find their way: security.txt, OpenSearch, llms.txt. Pure. */
import { LANGUAGES } from '../../src/model/lang-text.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import type { Translator } from '../translator.js';
import { element, textElement } from '../xml.js';

/** RFC 9116; undefined where the catalogue's settings name nobody to tell. */
export function securityText({ base, security }: SiteSettings): string | undefined {
  if (!security) return undefined;
  const fields = [
    ['Contact', security.contact],
    ['Expires', security.expires],
    ...(security.policy === undefined ? [] : [['Policy', security.policy]]),
    ['Preferred-Languages', LANGUAGES.join(', ')],
    ['Canonical', `${base}.well-known/security.txt`],
  ];
  return fields.map(([name = '', value = '']) => `${name}: ${value}\n`).join('');
}

/** OpenSearch 1.1 draft 6 §4: a short name has at most 16 characters, a description 1024. */
export function openSearch({ base, name, contact }: SiteSettings, text: Translator): string {
  const { lang } = text;
  const templates = [
    ['text/html', `${base}${lang}/sok?q={searchTerms}`],
    ['application/json', `${base}${lang}/sok.json?q={searchTerms}`],
    ['application/atom+xml', `${base}${lang}/sok.atom?q={searchTerms}`],
  ] as const;
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    textElement('ShortName', name[lang].slice(0, 16)),
    textElement('Description', text.t('opensearch.description', { name: name[lang] })),
    ...(contact === undefined ? [] : [textElement('Contact', contact)]),
    ...templates.map(([type, template]) => element('Url', { type, template })),
    textElement('Language', lang),
    textElement('InputEncoding', 'UTF-8'),
    textElement('OutputEncoding', 'UTF-8'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${description}\n`;
}

/** https://llmstxt.org: a heading, a summary, lists of links. In English, as most of its readers are trained. */
export function llmsText({ base, name, notice }: SiteSettings, text: Translator): string {
  const parts = {
    catalogue: ['katalog.ttl', 'katalog.jsonld', 'dump.nq', 'void.ttl'],
    query: ['sparql', 'nb/sok.json?q=barnehage', 'openapi.json', '.well-known/api-catalog'],
    pages: ['en/', 'en/datasett', 'en/datatjeneste', 'en/begrep', 'en/utviklere', 'en/api'],
    changes: ['endringer.atom', 'feed/endringer', 'oai?verb=Identify', 'sitemap.xml'],
  };
  const sections = Object.entries(parts).map(([part, paths]) =>
    [
      `## ${text.t(`llms.${part}`)}`,
      '',
      ...paths.map((path) => `- [${base}${path}](${base}${path})`),
      '',
    ].join('\n'),
  );
  return [
    `# ${text.t('api.title', { name: name[text.lang] })}`,
    '',
    `> ${[text.t('llms.summary'), notice?.[text.lang]].filter(Boolean).join(' ')}`,
    '',
    ...sections,
  ].join('\n');
}
