import type { Database } from 'better-sqlite3';
import type { WorkspaceSettings } from '../../../../shared/contract/workspace.ts';
import { isCurrency } from '../../../../shared/domain/currency.ts';
import { hasTimes } from '../../store/events/times.ts';
import { changeSettings, readSettings } from '../../store/workspace-settings.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { USABLE } from '../stage/stage.ts';
import { proposeZone } from './propose-zone.ts';

/**
 * Sets the time zone and the currency of a workspace without dated events, as far as they are not set: to the given
 * ones, or else to those inferred from the files to be written.
 */
export async function proposeSettings(
  duck: DuckDb,
  db: Database,
  loaded: readonly LoadedFile[],
  given: Partial<WorkspaceSettings>,
): Promise<void> {
  if (hasTimes(db)) return;
  const existing = readSettings(db);
  const events = loaded.filter(({ inspection }) => inspection.kind === 'events');
  const zones = events.flatMap((file) => proposeZone(file) ?? []);
  const timeZone = existing.timeZone ?? given.timeZone ?? zones[0] ?? null;
  const currency = existing.currency ?? given.currency ?? (await onlyCurrency(duck, loaded));
  changeSettings(db, { timeZone, currency });
}

/** Returns the only currency in all rows of all files; null if there is none or several. */
async function onlyCurrency(duck: DuckDb, loaded: readonly LoadedFile[]): Promise<string | null> {
  const currencies = new Set<string>();
  for (const { staged } of loaded) {
    if (!staged.fields.has('currency')) continue;
    const sql = `SELECT DISTINCT upper(currency) AS code FROM ${staged.table} WHERE ${USABLE} AND currency IS NOT NULL LIMIT 2`;
    for (const { code } of await duck.rows(sql)) currencies.add(String(code));
  }
  const [currency = ''] = currencies;
  return currencies.size === 1 && isCurrency(currency) ? currency : null;
}
