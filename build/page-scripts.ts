import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).default([]) }));

/**
 * Returns the scripts of the built page that are requested for some modules, such as `index.html` or
 * `pages/explore/index.tsx`: their chunks and, recursively, all statically imported chunks, as paths in the folder.
 * Throws if a module has no chunk of its own.
 */
export function scriptsOf(folder: string, modules: readonly string[]): Set<string> {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')));
  const scripts = new Set<string>();
  const add = (module: string): void => {
    const chunk = manifest[module];
    if (!chunk) throw new Error(`${module} has no chunk of its own`);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const imported of chunk.imports) add(imported);
  };
  for (const module of modules) add(module);
  return scripts;
}

/** Returns the bytes of some files of the built page as the browser host sends them in a content coding. */
export function sizeOf(folder: string, files: Iterable<string>, extension: '.br' | '.gz' | ''): number {
  let bytes = 0;
  for (const file of files) {
    const path = join(folder, file);
    bytes += statSync(existsSync(path + extension) ? path + extension : path).size;
  }
  return bytes;
}
