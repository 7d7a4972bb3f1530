/**
 * Returns the URL of a thread's or process's entry file, whose path is relative to the engine's root: TypeScript when
 * run from source, JavaScript in the bundle, where all files are in one folder.
 */
export function entryFile(path: string): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return new URL(fromSource ? `../${path}.ts` : `./${name}.js`, import.meta.url);
}
