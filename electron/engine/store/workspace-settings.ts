import type { Database } from 'better-sqlite3';
import type { TimeKind } from '../../../shared/contract/import-file.ts';
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts';
import { isCurrency } from '../../../shared/domain/currency.ts';
import { isTimeZone, type TimeZone, timeZone } from '../../../shared/domain/time/time-zone.ts';
import { PortraitError } from '../../../shared/errors.ts';

const NAMES = ['timeZone', 'currency'] as const;

/** Returns the workspace's time zone and currency. */
export function readSettings(db: Database): WorkspaceSettings {
  const read = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck();
  const [zone = null, currency = null] = NAMES.map((name) => read.get(name) ?? null);
  return { timeZone: zone, currency };
}

/** Returns the workspace's time zone; UTC if none was chosen, or if this program does not know it. */
export function workspaceZone(db: Database): TimeZone {
  const { timeZone: name } = readSettings(db);
  return timeZone(name !== null && isTimeZone(name) ? name : 'UTC');
}

/** Returns the zone of the times of an import: the workspace's, or UTC if they are dates. */
export const importZone = (db: Database, kind: TimeKind): TimeZone =>
  kind === 'clock' ? workspaceZone(db) : timeZone('UTC');

/**
 * Stores the given settings; null removes one. Returns all settings. Throws UNKNOWN_ZONE and UNKNOWN_CURRENCY.
 */
export function changeSettings(db: Database, changes: Partial<WorkspaceSettings>): WorkspaceSettings {
  if (changes.timeZone != null) requireZone(changes.timeZone);
  const currency = changes.currency?.toUpperCase();
  if (currency !== undefined) requireCurrency(currency);
  const values: Partial<WorkspaceSettings> = currency === undefined ? changes : { ...changes, currency };
  db.transaction(() => {
    for (const name of NAMES) {
      const value = values[name];
      if (value === null) db.prepare('DELETE FROM settings WHERE name = ?').run(name);
      else if (value !== undefined)
        db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(name, value);
    }
  })();
  return readSettings(db);
}

/** Returns the keys of the chosen columns of the table of users; null for the default. */
export function tableColumns(db: Database): string[] | null {
  const text = db.prepare<[], string>("SELECT value FROM settings WHERE name = 'tableColumns'").pluck().get();
  if (text === undefined) return null;
  const keys: unknown = JSON.parse(text);
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : null;
}

/** Stores the columns; null returns to the default. */
export function changeTableColumns(db: Database, columns: readonly string[] | null): void {
  if (columns === null) db.prepare("DELETE FROM settings WHERE name = 'tableColumns'").run();
  else
    db.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ('tableColumns', ?)").run(JSON.stringify(columns));
}

/** Throws UNKNOWN_ZONE. */
export function requireZone(zone: string): void {
  if (isTimeZone(zone)) return;
  throw new PortraitError({
    code: 'UNKNOWN_ZONE',
    message: `There is no time zone “${zone}”.`,
    hint: 'Use a name such as Asia/Shanghai, Europe/Berlin or UTC.',
    details: { zone },
  });
}

function requireCurrency(currency: string): void {
  if (isCurrency(currency)) return;
  throw new PortraitError({
    code: 'UNKNOWN_CURRENCY',
    message: `There is no currency “${currency}”.`,
    hint: 'Use a code of ISO 4217, such as CNY, EUR or USD.',
    details: { currency },
  });
}
