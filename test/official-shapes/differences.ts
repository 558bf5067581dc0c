/** Every place where our shapes and the official ones disagree on a violation, and why. docs/guide/shape-differences.md tells it. */

export interface Difference {
  readonly profile: string;
  /** Who finds a violation that the other does not. */
  readonly finds: 'ours' | 'official';
  /** Our shape; for theirs the property, in short. */
  readonly at: string;
  readonly reason: keyof typeof REASONS;
}

export const REASONS = {
  text: 'The text asks for it, the shapes are silent.',
  address: 'An address must be one that a browser can open, a mailbox one that begins with mailto.',
  published: 'Portals need it, so we demand it of what we publish.',
  reach: 'One rule of ours covers every class on which the property may stand.',
  target:
    'The official rule looks at what the property points to, ours at the thing that points, or at the class.',
  twice: 'Both find it, at different places.',
  selection: 'We pin a selection of the long EU list: a code beyond it is a warning.',
  old: 'The old address still works for every portal: a warning that says what to write.',
  slash: 'The misspelt field is what the official files wrongly check; we name the slip.',
  e1: 'E1: the namespace of media types that DCAT-AP-NO 3 prescribes.',
  e2: 'E2: SPDX defines its algorithms by http, the official pattern wants https.',
  e3: 'E3: DCAT 3 makes a series a dataset; the official shapes infer nothing.',
  dates: 'The official file says sh:shape where it means sh:node, and checks no date there.',
  reporting: 'The Norwegian profile and the EU report ask for more than the EU shapes.',
  annex: 'The annex of the regulation lets some categories do without an API.',
  warned: 'Only a warning of ours: the Norwegian profile does not forbid it.',
} as const;

const of =
  (profile: string, finds: Difference['finds'], reason: Difference['reason']) =>
  (...at: string[]): Difference[] =>
    at.map((one) => ({ profile, finds, at: one, reason }));

const NO = 'dcat-ap-no-3-feed';
const FDK = 'dcat-ap-no-2-fdk';
const EU = 'dcat-ap-3';
/** Of the high-value profile whole fixtures are compared. */
const HVD = 'hvd';

export const DIFFERENCES: readonly Difference[] = [
  ...of(NO, 'ours', 'text')(
    ...[
      'DCAT-Dataset-no-licence',
      'DCAT-series-not',
      'DCAT-first',
      'DCAT-last',
      'DCAT-one-request-form',
      'DCAT-title',
    ],
    ...[
      'DCAT-version',
      'DCAT-attribution-text',
      'DCAT-copyright-notice',
      'DCAT-copyright-year',
      'DCAT-jurisdiction',
    ],
    ...['DCAT-rights-links', 'DCAT-checksum-algorithm'],
  ),
  ...of(NO, 'ours', 'address')(
    'DCAT-access-url',
    'DCAT-endpoint',
    'DCAT-links',
    'DCAT-contact-email',
    'DCAT-contact-url',
  ),
  ...of(
    NO,
    'ours',
    'published',
  )(
    ...[
      'DCAT-identifier',
      'DCAT-identifier-shared',
      'DCAT-contact',
      'DCAT-contact-kind',
      'DCAT-distribution-described',
      'DCAT-Dataset-hvd',
    ],
  ),
  ...of(NO, 'ours', 'reach')('DCAT-relations', 'DCAT-rights-described', 'DCAT-code-known'),
  ...of(NO, 'ours', 'target')('DCAT-notation'),
  ...of(NO, 'official', 'target')('skos:notation'),
  ...of(NO, 'ours', 'slash')('DCAT-old-slash'),
  ...of(NO, 'official', 'twice')('-'),
  ...of(NO, 'official', 'selection')('dct:language'),
  ...of(NO, 'official', 'old')('dcat:mediaType'),
  ...of(FDK, 'ours', 'reach')(
    'FDK-address',
    'FDK-reference',
    'FDK-dataset',
    'FDK-document',
    'FDK-law',
    'FDK-text',
  ),
  ...of(FDK, 'ours', 'target')('FDK-notation', 'FDK-standard-title'),
  ...of(FDK, 'official', 'target')('skos:notation', 'dct:title'),
  ...of(EU, 'official', 'e1')('dcat:mediaType', 'dcat:compressFormat', 'dcat:packageFormat'),
  ...of(EU, 'official', 'e2')('spdx:algorithm'),
  ...of(EU, 'official', 'e3')('dcat:dataset'),
  ...of(EU, 'ours', 'dates')(
    'EU-issued-date',
    'EU-modified-date',
    'EU-start-date-date',
    'EU-end-date-date',
  ),
  ...of(
    EU,
    'ours',
    'reach',
  )(
    ...[
      'EU-access-rights',
      'EU-address',
      'EU-dataset',
      'EU-document',
      'EU-period',
      'EU-service',
      'EU-text',
    ],
  ),
  ...of(HVD, 'ours', 'reporting')(
    'contact-missing',
    'description-en-missing',
    'distribution-legislation-missing',
    'distribution-licence-restrictive',
    'public-restricted',
    'title-en-missing',
  ),
  ...of(HVD, 'official', 'annex')('api-missing'),
  ...of(HVD, 'official', 'warned')('contact-one-two-mails', 'contact-one-two-pages'),
  ...of(HVD, 'official', 'annex')('unntatt-api', 'unntatt-nedlasting'),
];
