import { defineConfig } from 'vitest/config';

const shared = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  pool: 'forks' as const,
  setupFiles: ['test/support/seed.ts'],
};

export default defineConfig({
  test: {
    // Vitest leaves one core of two idle by itself.
    maxWorkers: 2,
    sequence: {
      shuffle: { files: false, tests: true },
      seed: Number(process.env['DATAVEV_SEED'] ?? '1'),
    },
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
      },
      {
        // Whole runs as child processes: they use the built program, as users do.
        test: {
          ...shared,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/build.mjs'],
        },
      },
    ],
  },
});
