import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Type-checks every layer with the tsconfig.json in its folder, which restricts what the layer can see. */
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const layers = globSync('**/tsconfig.json', { exclude: ['node_modules', 'dist'] })
  .map(dirname)
  .filter((folder) => folder !== '.')
  .sort();

const failed = layers.filter(
  (layer) => spawnSync(process.execPath, [tsc, '-p', layer], { stdio: 'inherit' }).status !== 0,
);
process.stdout.write(
  failed.length ? `Types fail in ${failed.join(', ')}\n` : `Types of ${layers.length} layers are sound\n`,
);
process.exitCode = failed.length ? 1 : 0;
