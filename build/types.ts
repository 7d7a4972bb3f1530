import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Type-checks every layer with the tsconfig.json in its folder, which restricts what the layer can see. The state of
 * each check is cached in `node_modules/.cache/types`, so that the next one checks only what a change affects.
 */
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const cache = fileURLToPath(new URL('../node_modules/.cache/types/', import.meta.url));
const layers = globSync('**/tsconfig.json', { exclude: ['node_modules', 'dist'] })
  .map(dirname)
  .filter((folder) => folder !== '.')
  .sort();

function isSound(layer: string): boolean {
  const cacheFile = join(cache, `${layer.replaceAll(/[\\/]/g, '-')}.json`);
  const args = [tsc, '-p', layer, '--incremental', '--tsBuildInfoFile', cacheFile];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

const failed = layers.filter((layer) => !isSound(layer));
process.stdout.write(
  failed.length ? `Types fail in ${failed.join(', ')}\n` : `Types of ${layers.length} layers are sound\n`,
);
process.exitCode = failed.length ? 1 : 0;
