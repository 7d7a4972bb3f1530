import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Modules = z.array(z.string()).default([]);
const Manifest = z.record(z.string(), z.object({ file: z.string(), imports: Modules, dynamicImports: Modules }));

const readManifest = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')));

/**
 * Returns the scripts of the built page that are requested for some modules, such as `index.html` or
 * `pages/explore/index.tsx`: their chunks and, recursively, all statically imported chunks, as paths in the folder.
 * Throws if a module has no chunk of its own.
 */
export function scriptsOf(folder: string, modules: readonly string[]): Set<string> {
  const manifest = readManifest(folder);
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

/**
 * Returns the chains of modules through which a module loads other modules dynamically, directly or through dynamically
 * loaded modules. Each chain starts with the module itself. `isFollowed` selects the dynamic imports to follow.
 */
export function partsOf(folder: string, module: string, isFollowed: (part: string) => boolean): string[][] {
  const manifest = readManifest(folder);
  const ways = (way: readonly string[]): string[][] => {
    const before = scriptsOf(folder, way.slice(0, -1));
    const added = scriptsOf(folder, way);
    const later = Object.values(manifest).flatMap(({ file, dynamicImports }) =>
      added.has(file) && !before.has(file) ? dynamicImports : [],
    );
    const parts = [...new Set(later)].filter((part) => isFollowed(part) && !way.includes(part));
    return [[...way], ...parts.flatMap((part) => ways([...way, part]))];
  };
  return ways([module]);
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
