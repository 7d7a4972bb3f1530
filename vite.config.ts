import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    // Below, `light-dark()` would be replaced by variables that only a literal `color-scheme` sets.
    cssTarget: 'chrome123',
    chunkSizeWarningLimit: 1500,
    // Which chunks a page needs, for the test and the benchmark of its size.
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries that most pages share compress better as one file than as many small ones.
      output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/, minShareCount: 20 }] } },
    },
  },
});
