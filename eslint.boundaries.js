/**
 * Module boundaries (architecture.md 5, ADR 0009). Two tables say it all: who may import which folder of ours, and in which folder
 * each library lives. Everything not named is refused.
 */

/** Folder → folders under src/ it may import besides its own. `model` imports nothing. */
export const LAYERS = {
  model: [],
  rdf: ['model'],
  search: ['model', 'rdf'],
  openapi: ['model'],
  store: ['model', 'rdf'],
  config: ['model'],
  validate: ['model', 'rdf', 'store', 'query'],
  query: ['model', 'rdf', 'store'],
  harvest: ['model', 'rdf', 'store'],
  review: ['model', 'harvest'],
  assemble: ['model', 'rdf', 'harvest'],
  // Its tables are read by the reader of harvesting.
  preview: ['model', 'harvest'],
  project: ['model', 'rdf'],
  quality: ['model', 'rdf'],
  feed: ['model', 'rdf', 'store'],
  // Judges feeds from outside, as the portals do: it knows nothing of how ours are made.
  portal: ['model', 'rdf', 'store', 'project', 'quality', 'validate', 'query', 'harvest'],
  publish: [
    'model',
    'rdf',
    'store',
    'harvest',
    'review',
    'assemble',
    'project',
    'quality',
    'validate',
    'feed',
    'portal',
    'search',
    'openapi',
    'preview',
  ],
  cli: [
    'model',
    'rdf',
    'config',
    'harvest',
    'assemble',
    'validate',
    'publish',
    'quality',
    'query',
    'portal',
    'compose',
  ],
};

/** Library → the places that may import it. */
export const LIBRARIES = {
  n3: ['src/rdf'],
  jsonld: ['src/rdf'],
  'rdfxml-streaming-parser': ['src/rdf'],
  'rdf-canonize': ['src/rdf'],
  '@rdfjs/types': ['src/rdf'],
  // The second opinion of tests and bench/.
  'shacl-engine': [],
  // The second engine of tests and measurements.
  oxigraph: [],
  '@comunica/*': ['src/query'],
  '@traqula/*': ['src/query'],
  re2js: ['src/query'],
  minisearch: ['src/search'],
  '@orama/stemmers/*': ['src/search'],
  express: ['site'],
  'd3-scale': ['site/pictures'],
  'd3-shape': ['site/pictures'],
  handlebars: ['site'],
  accepts: ['site'],
  fresh: ['site'],
  negotiator: ['site'],
  yaml: ['src/config', 'src/validate/profiles.ts', 'src/openapi'],
  zod: ['src/config', 'src/validate/profiles.ts', 'harvesters/*/options.ts', 'site/api'],
  'csv-parse': ['src/harvest/table-*', 'src/config/load-catalogue.ts'],
  'csv-parse/sync': ['src/harvest/table-*', 'src/config/load-catalogue.ts'],
  '@e965/xlsx': ['src/harvest/table-*'],
};

/** Where clock, randomness, environment and network may enter. */
export const RIM = [
  'src/compose.ts',
  'src/compose-harvest.ts',
  'src/compose-site.ts',
  'src/config/**',
  'src/cli/**',
  'site/main.ts',
];
const NETWORK = ['node:http', 'node:https', 'node:net', 'node:dns', 'node:dns/promises', 'undici'];

const names = Object.keys(LIBRARIES);

/** A block of no-restricted-imports for some files; flat config keeps only the last that fits, so each block is whole. */
export function imports(files, { libraries, folders, network = false }) {
  const banned = names.filter((name) => !libraries.includes(name));
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: network
            ? []
            : NETWORK.map((name) => ({
                name,
                message: 'Outbound calls go through the egress port (S1).',
              })),
          patterns: [
            ...(banned.length > 0
              ? [
                  {
                    group: banned,
                    message: 'This library belongs to another folder (architecture.md 5).',
                  },
                ]
              : []),
            ...folders,
          ],
        },
      ],
    },
  };
}

/** Libraries of a folder, those of the folders above it included. */
export const librariesOf = (place) =>
  names.filter((name) =>
    LIBRARIES[name].some((owner) => place === owner || place.startsWith(`${owner}/`)),
  );
const SITE_AND_HARVESTERS = {
  group: ['**/site/*', '**/harvesters/*'],
  message: 'src never imports site or harvesters; compose does.',
};

export function layer(folder, allowed) {
  const others = Object.keys(LAYERS).filter((name) => name !== folder && !allowed.includes(name));
  const group = [
    ...others.map((name) => `../${name}/*`),
    ...(allowed.includes('compose') ? [] : ['../compose.js', '../compose-site.js']),
  ];
  return imports([`src/${folder}/**/*.ts`], {
    libraries: librariesOf(`src/${folder}`),
    folders: [
      { group, message: `src/${folder} may import: ${allowed.join(', ') || 'nothing'}.` },
      SITE_AND_HARVESTERS,
    ],
  });
}

/** Single files that own a library which their folder does not. */
export function single(file, folder, more = {}) {
  const base = layer(folder, LAYERS[folder]).rules['@typescript-eslint/no-restricted-imports'][1];
  const own = names.filter((name) =>
    LIBRARIES[name].some(
      (owner) => owner === file || (owner.endsWith('*') && file.startsWith(owner.slice(0, -1))),
    ),
  );
  const { files, rules } = imports([file], {
    libraries: [...librariesOf(`src/${folder}`), ...own],
    folders: base.patterns.slice(-2),
    ...more,
  });
  return { files, rules };
}
