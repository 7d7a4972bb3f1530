import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';

const NAME = 'privacy.secret';

/**
 * The workspace's own secret, 32 random bytes in hexadecimal, with which names of people are hashed; made when it is first
 * asked for. It stays with the workspace: the same name has the same hash in all of its imports, and another elsewhere.
 */
export function workspaceSecret(db: Database): string {
  const read = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck();
  const existingSecret = read.get(NAME);
  if (existingSecret !== undefined) return existingSecret;
  const newSecret = randomBytes(32).toString('hex');
  db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run(NAME, newSecret);
  return newSecret;
}
