import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Zones that are proposed from the machine's do not depend on it.
process.env.TZ = 'UTC';
// Each job's thread and each command would compile all that it loads anew; Node checks the cache by the files' contents.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

/** Tests of what runs in processes of its own, or in a browser. */
const WHOLE = ['test/e2e/**', 'test/cli/**', 'test/desktop/**', 'test/browser/**'].map((part) => `${part}/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ['test/support/shop-of-run.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A condition may take long on a busy machine; only one that never holds fails.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'whole', include: WHOLE } },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: WHOLE,
          // Modules such as TensorFlow.js are loaded once for all these files and not for each.
          isolate: false,
        },
      },
    ],
  },
});
