import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ValueReport } from '../../../../shared/contract/value.ts';
import { eventZone } from '../events/event-zone.ts';
import { dataVersion } from '../imports/data-version.ts';
import { purchaseVersion } from '../names/purchase-actions.ts';

/** Models of customer value as fitted to all purchases of the workspace. */
const ValueFit = z.object({
  /** Version of the events, the zone of their days, and which actions are purchases. */
  version: z.string(),
  report: ValueReport,
  /** Covariance of the logarithms of the parameters of BG/NBD; null where they are not determined. */
  covariance: z.array(z.array(z.number())).nullable(),
  /** Value of a purchase of a customer about whose purchases nothing is known; null without a model of value. */
  typicalSpend: z.number().nullable(),
});
export type ValueFit = z.infer<typeof ValueFit>;

const NAME = 'value';

/** Version of what the models are fitted to: changes with every import of events, the zone and the purchases. */
export const valueVersion = (db: Database): string =>
  `${dataVersion(db)} ${eventZone(db).name} ${purchaseVersion(db)}`.trimEnd();

export function saveValueFit(db: Database, fit: ValueFit): void {
  db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(NAME, JSON.stringify(fit));
}

/** Returns the stored models; null if there are none, or only those of a version of Portrait with another form. */
export function readValueFit(db: Database): ValueFit | null {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(NAME);
  if (text === undefined) return null;
  try {
    return ValueFit.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
