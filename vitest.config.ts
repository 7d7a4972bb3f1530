import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Zones that are proposed from the machine's do not depend on it.
process.env.TZ = 'UTC';
// Each job's thread and each command would compile all that it loads anew; Node checks the cache by the files' contents.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

const filesIn = (...folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** Tests of the window in a browser. */
const WINDOW = filesIn('e2e');
/** Tests of what runs in processes of its own. */
const HOSTS = filesIn('cli', 'desktop', 'browser');

export default defineConfig({
  test: {
    globalSetup: ['test/support/folder-of-run.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A condition may take long on a busy machine; only one that never holds fails.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    pool: 'forks',
    // They run in the order of their names: the longest files first, so that both workers end together.
    projects: [
      // Each worker starts one browser for all these files.
      { extends: true, test: { name: 'e2e', include: WINDOW, isolate: false } },
      { extends: true, test: { name: 'hosts', include: HOSTS } },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...WINDOW, ...HOSTS],
          // Modules such as TensorFlow.js are loaded once for all these files and not for each.
          isolate: false,
        },
      },
    ],
  },
});
