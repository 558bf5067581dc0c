/**
 * Style and module boundaries (architecture.md 2 and 5). Two tables say it all: who may import which folder of ours, and in
 * which folder each library lives. Everything not named is refused.
 */
import tseslint from 'typescript-eslint';

/** Folder → folders under src/ it may import besides its own. `model` imports nothing. */
const LAYERS = {
  model: [],
  rdf: ['model'],
  store: ['model', 'rdf'],
  config: ['model'],
  validate: ['model', 'rdf', 'store', 'query'],
  query: ['model', 'rdf', 'store'],
  harvest: ['model', 'rdf', 'store'],
  review: ['model', 'harvest'],
  assemble: ['model', 'rdf', 'harvest'],
  project: ['model', 'rdf'],
  quality: ['model', 'rdf'],
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
    'compose',
  ],
};

/** Library → the places that may import it. */
const LIBRARIES = {
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
  express: ['site'],
  handlebars: ['site'],
  accepts: ['site'],
  fresh: ['site'],
  negotiator: ['site'],
  yaml: ['src/config', 'src/validate/profiles.ts'],
  zod: ['src/config', 'src/validate/profiles.ts', 'harvesters/*/options.ts'],
  'csv-parse': ['src/harvest/table-*', 'src/config/load-catalogue.ts'],
  'csv-parse/sync': ['src/harvest/table-*', 'src/config/load-catalogue.ts'],
  '@e965/xlsx': ['src/harvest/table-*'],
};

/** Where clock, randomness, environment and network may enter. */
const RIM = [
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
function imports(files, { libraries, folders, network = false }) {
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

const librariesOf = (place) =>
  names.filter((name) =>
    LIBRARIES[name].some((owner) => place === owner || place.startsWith(`${owner}/`)),
  );
const SITE_AND_HARVESTERS = {
  group: ['**/site/*', '**/harvesters/*'],
  message: 'src never imports site or harvesters; compose does.',
};

function layer(folder, allowed) {
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
function single(file, folder, more = {}) {
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

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'coverage/', 'node_modules/', 'site/static/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'bin/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', 4],
      complexity: ['error', 12],
      'no-empty': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Import the file that defines the thing.' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['src/**/*.ts', 'harvesters/**/*.ts', 'site/**/*.ts'],
    ignores: RIM,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Outbound calls go through the egress port (S1).' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'Determinism: see style.md 2.' },
        {
          object: 'process',
          property: 'env',
          message: 'The environment enters in config, cli and compose.',
        },
      ],
    },
  },
  ...Object.entries(LAYERS).map(([folder, allowed]) => layer(folder, allowed)),
  single('src/config/load-catalogue.ts', 'config'),
  single('src/validate/profiles.ts', 'validate'),
  // The engine that the operator configured: no egress port, which reads only.
  single('src/store/remote-http.ts', 'store', { network: true }),
  single('src/harvest/table-reader-csv.ts', 'harvest'),
  single('src/harvest/table-reader-xlsx.ts', 'harvest'),
  ...['node-egress', 'address-guard', 'egress-body', 'egress-deadline'].map((name) =>
    single(`src/harvest/${name}.ts`, 'harvest', { network: true }),
  ),
  imports(['harvesters/**/*.ts'], {
    libraries: [],
    folders: [
      {
        group: [
          '**/src/store/*',
          '**/src/config/*',
          '**/src/validate/*',
          '**/src/query/*',
          '**/src/assemble/*',
          '**/src/project/*',
          '**/src/publish/*',
          '**/src/review/*',
          '**/src/cli/*',
          '**/site/*',
          '**/compose.js',
        ],
        message: 'A harvester imports src/harvest, src/rdf, src/model and its own folder.',
      },
      {
        group: [
          '../kartoteket/*',
          '../processing-register/*',
          '../dataset-register/*',
          '../ggm/*',
          '../model-mapping/*',
          '../turtle/*',
        ],
        message: 'Harvesters never import each other.',
      },
    ],
  }),
  imports(['harvesters/*/options.ts'], {
    libraries: ['zod'],
    folders: [
      { group: ['**/src/config/*'], message: 'Options know nothing of the configuration.' },
    ],
  }),
  imports(['harvesters/registry.ts'], { libraries: [], folders: [] }),
  {
    files: ['harvesters/*/index.ts', 'vitest.config.ts', 'eslint.config.js', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  imports(['site/**/*.ts'], {
    libraries: ['express', 'handlebars', 'accepts', 'fresh', 'negotiator'],
    network: true,
    folders: [
      {
        group: [
          '**/src/harvest/*',
          '**/src/config/*',
          '**/src/validate/*',
          '**/src/assemble/*',
          '**/src/project/*',
          '**/src/publish/*',
          '**/src/review/*',
          '**/src/cli/*',
          '**/src/compose.js',
          '**/harvesters/*',
        ],
        message: 'The public process knows the public zone alone (promise 1).',
      },
    ],
  }),
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      'no-restricted-exports': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
