/** Style. The module boundaries stand in eslint.boundaries.js. */
import tseslint from 'typescript-eslint';
import { imports, layer, LAYERS, librariesOf, RIM, single } from './eslint.boundaries.js';

/** What the public process never imports. */
const PUBLIC_PROCESS = [
  {
    group: [
      '**/src/harvest/*',
      '**/src/config/*',
      '**/src/validate/*',
      '**/src/assemble/*',
      '**/src/project/*',
      '**/src/preview/*',
      '**/src/publish/*',
      '**/src/review/*',
      '**/src/portal/*',
      '**/src/cli/*',
      '**/src/compose.js',
      '**/harvesters/*',
    ],
    message: 'The public process knows the public zone alone (promise 1).',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'coverage/', 'node_modules/', 'site/static/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.*.js', 'bin/*.mjs'] },
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
          '**/src/feed/*',
          '**/src/portal/*',
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
    libraries: librariesOf('site'),
    network: true,
    folders: PUBLIC_PROCESS,
  }),
  imports(['site/api/**/*.ts'], {
    libraries: librariesOf('site/api'),
    folders: PUBLIC_PROCESS,
  }),
  imports(['site/pictures/**/*.ts'], {
    libraries: librariesOf('site/pictures'),
    folders: PUBLIC_PROCESS,
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
