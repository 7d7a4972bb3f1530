import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LockedPackage = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lock = z.object({ packages: z.record(z.string(), LockedPackage) });

/** A third-party package that is part of the product. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; an empty string if the package states none. */
  readonly licence: string;
  /** Contents of its files with licences and notices; null if the package is for another platform. */
  readonly texts: readonly string[] | null;
}

/**
 * Returns the packages that are shipped, by name: the production dependencies, and the packages bundled into the
 * window, including transitive dependencies.
 */
export function shippedPackages(root: string): ShippedPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const { dependencies = {}, optionalDependencies = {} } = packages[''] ?? {};
  const shipped = new Set<string>();
  const add = (name: string, from: string): void => {
    const path = locate(packages, name, from);
    if (path === null || shipped.has(path)) return;
    shipped.add(path);
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) add(next, path);
  };
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) add(name, '');
  for (const name of importsOfWindow(root)) add(name, '');
  return [...shipped].sort().map((path) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[path]?.version ?? '',
    licence: packages[path]?.license ?? '',
    texts: licenceTexts(join(root, path)),
  }));
}

/** Returns the key of the package that an import resolves to in the lock file, searching upwards as Node does. */
function locate(packages: Record<string, unknown>, name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, path)) return path;
    if (folder === '') return null;
  }
}

/** Matches the package of an import, including an import for side effects only, such as a style sheet. */
const IMPORT = /(?:^import| from) '((?:@[^/']+\/)?[^./'][^/']*)/gm;

function importsOfWindow(root: string): string[] {
  const names = new Set<string>();
  for (const file of globSync('{renderer,shared}/**/*.{ts,tsx}', { cwd: root })) {
    for (const [, name] of readFileSync(join(root, file), 'utf8').matchAll(IMPORT)) names.add(name ?? '');
  }
  return [...names];
}

function licenceTexts(folder: string): string[] | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && /^(licen[cs]e|copying|notice|copyright)/i.test(file.name),
  );
  return files.map(({ name }) => readFileSync(join(folder, name), 'utf8').trim());
}
