import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';

const NAME = 'privacy.secret';

/**
 * Returns the workspace's secret key for hashing personal names: 32 random bytes in hexadecimal, created on first use.
 * It is stored in the workspace, so a name has the same hash in all of its imports and a different one in other
 * workspaces.
 */
export function workspaceSecret(db: Database): string {
  const read = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck();
  const existingSecret = read.get(NAME);
  if (existingSecret !== undefined) return existingSecret;
  const newSecret = randomBytes(32).toString('hex');
  db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run(NAME, newSecret);
  return newSecret;
}
