import { constants, copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a file is appended to: a hard link to it would change with it. All other files are replaced when they change.
 */
const isAppended = (name: string) => name.endsWith('.jsonl');
/** Whether a file is a draft that gets another name once it is complete. */
const isDraft = (name: string) => /^\..*\.partial$/.test(name);

/**
 * Links the files of a folder into another one with hard links; copies files that may be appended to, and all files if
 * the file system has no hard links. Skips drafts, symbolic links, files that the target already has, and files that
 * disappear meanwhile.
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

/** Links a file. Returns false if the file system has no hard links, or allows no more of this file. */
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
