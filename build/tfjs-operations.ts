import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles the gradients and the chained methods of TensorFlow.js's operations into a module that Node can load.
 * `@tensorflow/tfjs-core` loaded by Node has neither: they are ES modules that only a bundler resolves. The registries
 * are global to the process, so the module registers them for the copy of the core that Node loads.
 */
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ENTRY = 'virtual:tfjs-operations';
const core = '@tensorflow/tfjs-core/dist';

await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [
    {
      name: 'tfjs-operations',
      resolveId: (id) => (id === ENTRY ? id : undefined),
      load: (id) =>
        id === ENTRY
          ? `import '@tensorflow/tfjs-core';\nimport '${core}/register_all_gradients.js';\nimport '${core}/public/chained_ops/register_all_chained_ops.js';`
          : undefined,
    },
  ],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    minify: false,
    target: 'node22',
    emptyOutDir: false,
    outDir: at('../electron/engine/model'),
    rollupOptions: {
      input: { 'tfjs-operations': ENTRY },
      external: ['@tensorflow/tfjs-core'],
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
