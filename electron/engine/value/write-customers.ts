import type { Database } from 'better-sqlite3';
import { type Cell, type ExportSummary, writeExport } from '../files/export-file.ts';
import { userNames } from '../store/names/user-facts.ts';
import type { Customers } from './summarise.ts';

/** Scores of each customer; `spends` is null without a model of purchase values. */
export interface CustomerScores {
  readonly alive: Float64Array;
  readonly purchases: Float64Array;
  readonly spends: Float64Array | null;
}

interface Place {
  readonly replace: boolean;
  readonly weeks: number;
}

/** Writes a CSV file with a row per customer and its manifest. Throws FILE_EXISTS, DISK_FULL and CANNOT_WRITE. */
export function writeCustomers(
  db: Database,
  file: string,
  customers: Customers,
  scores: CustomerScores,
  { replace, weeks }: Place,
  until: string,
): ExportSummary {
  const spendColumns = scores.spends ? ['expected_spend', 'expected_value'] : [];
  const header = ['user', 'purchases', 'weeks_since_last', 'p_alive', 'expected_purchases', ...spendColumns];
  const facts = { what: 'value', model: 'BG/NBD and Gamma-Gamma', until, weeks };
  return writeExport(file, { header, rows: customerRows(db, customers, scores), facts }, replace);
}

function* customerRows(db: Database, customers: Customers, scores: CustomerScores): Generator<Cell[]> {
  const names = userNames(db, customers.users);
  for (let i = 0; i < names.length; i++) {
    const expected = scores.purchases[i]!;
    const spend = scores.spends?.[i];
    yield [
      names[i]!,
      customers.x[i]! + 1,
      rounded(customers.T[i]! - customers.tx[i]!),
      rounded(scores.alive[i]!),
      rounded(expected),
      ...(spend === undefined ? [] : [rounded(spend), rounded(expected * spend)]),
    ];
  }
}

const rounded = (value: number) => Math.round(value * 1e5) / 1e5;
