import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LiveUsers } from '../../../../shared/contract/live.ts';
import { writeJson } from '../../files/write-file-atomic.ts';
import { WatchPlace } from '../watch/watch-list.ts';

/** Settings of the listener of a workspace. */
const ListenerSettings = z.object({
  /** Whether to listen when the workspace is opened. */
  isOn: z.boolean(),
  port: z.number().int(),
  key: z.string(),
  users: LiveUsers,
  place: WatchPlace,
});
export type ListenerSettings = z.infer<typeof ListenerSettings>;

const fileOf = (workspace: string) => join(workspace, 'listener.json');

/** Reads the settings of the listener; null if it was never started, or if they cannot be read. */
export function readListener(workspace: string): ListenerSettings | null {
  const file = fileOf(workspace);
  if (!existsSync(file)) return null;
  try {
    return ListenerSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

export function writeListener(workspace: string, settings: ListenerSettings): void {
  writeJson(fileOf(workspace), settings);
}

/** A key of 192 bits, in characters that need no escaping in a URL or a header. */
export const newKey = () => randomBytes(24).toString('base64url');
