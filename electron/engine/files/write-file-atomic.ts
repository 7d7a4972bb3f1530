import { AtomicFile } from './atomic-file.ts';

/**
 * Writes a text, or bytes one array after another, to a file that appears complete or not at all, even if the power
 * fails. If it fails, a file of that name is unchanged and nothing is left behind.
 */
export function writeFileAtomic(path: string, content: string | readonly Uint8Array[]): void {
  const file = new AtomicFile(path);
  try {
    for (const part of typeof content === 'string' ? [content] : content) file.write(part);
    file.finish();
    file.publish();
  } finally {
    file.discard();
  }
}

export function writeJson(path: string, value: unknown): void {
  writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`);
}
