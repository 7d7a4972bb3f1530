import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

/**
 * Bundles everything that runs outside the window, flat into `dist/`, so that a chunk finds the worker and the kernels
 * next to itself as a source file does. Packages are not bundled, so that TensorFlow.js is loaded only once and in one
 * build.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const from = (path: string) => join(root, path);
const dist = from('dist');

const common: InlineConfig = { root, configFile: false, logLevel: 'warn', publicDir: false };
const options = { outDir: dist, emptyOutDir: false, target: 'node22', minify: false, copyPublicDir: false } as const;

const modules: InlineConfig = {
  ...common,
  build: {
    ...options,
    ssr: true,
    rollupOptions: {
      input: {
        portrait: from('electron/cli/portrait.ts'),
        engine: from('electron/desktop/engine-process.ts'),
        'job-worker': from('electron/engine/job-worker.ts'),
        'thread-entry': from('electron/engine/thread-entry.ts'),
        'probe-process': from('electron/engine/backends/probe-process.ts'),
        desktop: from('electron/desktop/main.ts'),
      },
      external: ['electron'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
};

/** A sandboxed preload script must be a single CommonJS file. */
const preload: InlineConfig = {
  ...common,
  ssr: { noExternal: true },
  build: {
    ...options,
    ssr: true,
    rollupOptions: {
      input: { preload: from('electron/desktop/preload/preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

function removeOldChunks(): void {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) if (/\.(c?js|wasm)$/.test(name)) rmSync(join(dist, name));
}

function copyKernels(): void {
  for (const folder of ['electron/engine/model/kernels', 'electron/engine/map/kernels'].map(from))
    for (const name of readdirSync(folder))
      if (name.endsWith('.wasm')) copyFileSync(join(folder, name), join(dist, name));
}

removeOldChunks();
await build(modules);
await build(preload);
copyKernels();
chmodSync(join(dist, 'portrait.js'), 0o755);
