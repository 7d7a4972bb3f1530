import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../../files/write-file-atomic.ts';

const Installation = z.object({ id: z.uuid() });

/**
 * Returns the random id of this installation of Portrait: `installation.json` in its home folder, created on first use.
 * If the file can be neither read nor written, each call returns another id.
 */
export function installationId(home: string): string {
  const file = join(home, 'installation.json');
  try {
    return Installation.parse(JSON.parse(readFileSync(file, 'utf8'))).id;
  } catch {
    const id = randomUUID();
    try {
      mkdirSync(home, { recursive: true });
      writeJson(file, { id } satisfies z.infer<typeof Installation>);
    } catch {
      // Without a writable home folder, watches of earlier sessions always await consent.
    }
    return id;
  }
}
