import { readFileSync } from 'node:fs';

/** Returns the last lines of a rotated file, oldest first; `paths` are its files, the current one first. */
export function lastLines(paths: readonly string[], count: number): string[] {
  let lines: string[] = [];
  for (const path of paths) {
    lines = [...linesOf(path), ...lines].slice(-count);
    if (lines.length === count) break;
  }
  return lines;
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
