import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ValueReport } from '../../../../shared/contract/value.ts';
import { eventZone } from '../events/event-zone.ts';
import { dataVersion } from '../imports/data-version.ts';
import { purchaseVersion } from '../names/purchase-actions.ts';

/** Models of customer value fitted to all purchases of the workspace. */
const ValueFit = z.object({
  /** Version of the data; see `valueVersion`. */
  version: z.string(),
  report: ValueReport,
  /** Covariance of the log-parameters of BG/NBD; null if it could not be determined. */
  covariance: z.array(z.array(z.number())).nullable(),
  /** Value of a purchase for a customer without known purchase values; null if no model of value was fitted. */
  typicalSpend: z.number().nullable(),
});
export type ValueFit = z.infer<typeof ValueFit>;

const NAME = 'value';

/**
 * Returns the version of the data to which models of value are fitted. It changes with each import of events, with the
 * time zone, and with the actions that count as purchases.
 */
export const valueVersion = (db: Database): string =>
  `${dataVersion(db)} ${eventZone(db).name} ${purchaseVersion(db)}`.trimEnd();

export function saveValueFit(db: Database, fit: ValueFit): void {
  db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(NAME, JSON.stringify(fit));
}

/**
 * Returns the stored models; null if there are none, or if another version of Portrait stored them in another format.
 */
export function readValueFit(db: Database): ValueFit | null {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(NAME);
  if (text === undefined) return null;
  try {
    return ValueFit.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
