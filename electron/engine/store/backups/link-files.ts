import { constants, copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that are appended to: a hard link of one would change with it. All others are replaced when they change. */
const isAppended = (name: string) => name.endsWith('.jsonl');
/** Files that are being written; complete, they have another name. */
const isDraft = (name: string) => /^\..*\.partial$/.test(name);

/**
 * Gives the files of a folder a second place in another one, as hard links, or as copies where the file system has no
 * hard links or a file may be appended to. Skips files that the other folder has, drafts, symbolic links, and what
 * disappears meanwhile.
 */
export function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (isDraft(entry.name)) continue;
    if (entry.isDirectory()) ignoring(['ENOENT'], () => linkFiles(source, target));
    else if (entry.isFile()) ignoring(['ENOENT', 'EEXIST'], () => linkFile(source, target, isAppended(entry.name)));
  }
}

function linkFile(from: string, to: string, asCopy: boolean): void {
  if (asCopy || !isLinked(from, to)) copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
}

/** Returns false if the file system has no hard links, or no more of this file. */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, ['EPERM', 'EXDEV', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'UNKNOWN'])) return false;
    throw error;
  }
}

function ignoring(codes: readonly string[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!hasCode(error, codes)) throw error;
  }
}

const hasCode = (error: unknown, codes: readonly string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
