import { readFileSync } from 'node:fs';
import type { PurchaseDays } from '../../../electron/engine/store/events/purchase-days.ts';

/** Purchase days of the CDNOW sample (Fader, Hardie and Lee, 2005), read without the import. */
export function cdnowPurchaseDays(file: string): PurchaseDays {
  const values = new Map<string, { user: number; day: number; value: number; purchases: number }>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cells = line.trim().split(/\s+/);
    if (cells.length !== 5) continue;
    const [user, date, value] = [Number(cells[1]), cells[2]!, Number(cells[4])];
    const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) / 86_400_000;
    const row = values.get(`${user} ${day}`) ?? { user, day, value: 0, purchases: 0 };
    row.value += value;
    row.purchases++;
    values.set(`${user} ${day}`, row);
  }
  const rows = [...values.values()].sort((a, b) => a.user - b.user || a.day - b.day);
  return {
    users: Int32Array.from(rows, ({ user }) => user),
    days: Int32Array.from(rows, ({ day }) => day),
    purchases: Int32Array.from(rows, ({ purchases }) => purchases),
    values: Float64Array.from(rows, ({ value }) => value),
    returned: new Float64Array(rows.length),
  };
}
