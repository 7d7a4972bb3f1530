import type { DiscountKind } from '../../../../shared/contract/import-file.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { DuckDb } from './duckdb.ts';

/** Interpretation of a file's discounts; `null` if it is unknown, so that no amount is computed from them. */
export interface Discounts {
  readonly kind: DiscountKind | null;
  readonly rows: number;
  /** Whether the kind was inferred from the values while another is possible. */
  readonly isChoice: boolean;
  readonly examples: readonly string[];
}

/** Column names of discounts that are shares or percentages. */
const RATE = /rate|ratio|percent|pct|[%％]|折扣率|率/iu;
/** In Chinese shops, 折扣 may be the share of the price that remains to be paid: 8.5 or 0.85. */
const REMAINDER = /折扣$|折$/u;
const MONEY = /amount|value|money|betrag|montant|importe|金额|额/iu;

/**
 * Determines the kind of the discounts from the whole column, unless `given`, and converts shares to money: `discount`
 * becomes the discount of the row, and an amount computed from price and quantity is reduced by it. If the kind is
 * unknown, no amount is computed. Returns null if the table has no discount.
 */
export async function readDiscounts(
  duck: DuckDb,
  table: string,
  { mapping }: Inspection,
  fields: ReadonlySet<Field>,
  given: DiscountKind | undefined,
): Promise<Discounts | null> {
  if (!fields.has('discount')) return null;
  const [facts] = await duck.rows(`SELECT count(discount) AS rows, min(discount) AS low, max(discount) AS high,
    count(*) FILTER (discount > 0 AND discount < 1) AS fractions, ${fields.has('price') ? 'median(price)' : 'NULL'} AS price FROM ${table}`);
  const { rows, low, high, fractions } = { rows: 0, low: 0, high: 0, fractions: 0, ...numbersOf(facts) };
  const isShare = low >= 0 && high <= 1 && fractions > 0;
  const name = mapping.discount ?? '';
  const kind = given ?? kindOf(name, isShare, high);
  const isChoice = given === undefined && rows > 0 && (kind === null || (isShare && !RATE.test(name)));
  const examples = isChoice ? await examplesOf(duck, table) : [];
  await convert(duck, table, fields, mapping.amount === undefined, kind);
  return { kind, rows, isChoice, examples };
}

const numbersOf = (facts: Readonly<Record<string, unknown>> | undefined) =>
  Object.fromEntries(Object.entries(facts ?? {}).map(([name, value]) => [name, Number(value ?? 0)]));

function kindOf(name: string, isShare: boolean, high: number): DiscountKind | null {
  if (REMAINDER.test(name) && high <= 10) return null;
  if (isShare) return MONEY.test(name) ? 'money' : 'share';
  return RATE.test(name) && high > 1 && high <= 100 ? 'percent' : 'money';
}

async function convert(
  duck: DuckDb,
  table: string,
  fields: ReadonlySet<Field>,
  isComputed: boolean,
  kind: DiscountKind | null,
): Promise<void> {
  if (kind === 'money') return;
  const hasPrice = fields.has('price');
  const all = `price * ${fields.has('quantity') ? 'coalesce(quantity, 1)' : '1'}`;
  const share = kind === 'percent' ? 'discount / 100' : 'discount';
  const amount = isComputed && hasPrice ? [`amount = ${kind === null ? 'NULL' : `${all} * (1 - ${share})`}`] : [];
  const discount = `discount = ${kind === null || !hasPrice ? 'NULL' : `${all} * (${share})`}`;
  await duck.run(`UPDATE ${table} SET ${[...amount, discount]} WHERE discount IS NOT NULL`);
}

async function examplesOf(duck: DuckDb, table: string): Promise<string[]> {
  const rows = await duck.rows(
    `SELECT DISTINCT discount AS d FROM ${table} WHERE discount IS NOT NULL ORDER BY d LIMIT 5`,
  );
  return rows.map(({ d }) => String(d));
}
