import type { ImportFile, TimeKind } from '../../../../shared/contract/import-file.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import { MAX_STORED_REJECTED } from '../check/check-file.ts';
import type { Inspection } from '../detect/inspect.ts';
import { findPlaces, requireFields } from '../detect/mapping-places.ts';
import { timeSql } from '../detect/times/recognise-times.ts';
import { type Privacy, placeSql, protectSource, withoutDropped } from '../privacy/privacy.ts';
import { IS_IRREGULAR, typedColumns } from './columns-sql.ts';
import { type AmbiguousNumbers, hasIrregularNumbers, type ResolvedDecimals, resolveDecimals } from './decimal-signs.ts';
import { type Discounts, readDiscounts } from './discounts.ts';
import type { DuckDb } from './duckdb.ts';
import { type Lookups, sourceWithRules } from './lookups.ts';
import { countMarkedRows } from './marked-rows.ts';
import { normaliseOrders } from './orders/normalise-orders.ts';
import { type CheckedText, cellSql, quoteSql } from './read-sql.ts';
import { plainSource } from './row-source.ts';
import { sequencesSql } from './sequences-sql.ts';
import { type AmbiguousDates, resolveTimes } from './time-kind.ts';

/** Condition for usable rows: neither invalid nor dropped by a step. */
export const USABLE = 'bad IS NULL AND dropped IS NULL';

/**
 * DuckDB table of a file’s rows, in file order, with typed columns. `bad` is true for invalid rows; `dropped` is the
 * step that dropped the row. Both are NULL for usable rows. The reasons for invalid rows are in a separate table (see
 * `reasonsOf`), because they would take fifty bytes per row here.
 */
export interface Staged {
  readonly table: string;
  readonly timeKind: TimeKind;
  /** Fields that the table has a column for; the time is in `ms`. */
  readonly fields: ReadonlySet<Field>;
  /** Names of the user attributes in columns a1, a2, … */
  readonly attributes: readonly string[];
  /**
   * Number of rows whose amount depends on their order, and of purchases revoked by its status (see `normaliseOrders`).
   */
  readonly orders: { readonly amounts: number; readonly revoked: number };
  /** Whether the table has the column `OTHER_COLUMNS`. */
  readonly hasOtherColumns: boolean;
  /** Whether the time is in a column `ms`; otherwise it is the position among the user's rows. */
  readonly hasTimeColumn: boolean;
  readonly rows: number;
  readonly bad: number;
  /** Number of rows excluded by the preset's filter. */
  readonly filtered: number;
  /** Number of rows with a value that started with a byte order mark, which was removed. */
  readonly marked: number;
  /** Dates whose order of day and month the file does not determine; null if there are none. */
  readonly ambiguousDates: AmbiguousDates | null;
  /** Numbers whose decimal sign their column does not determine. */
  readonly ambiguousNumbers: readonly AmbiguousNumbers[];
  /** Interpretation of the discounts; null if the table has none. */
  readonly discounts: Discounts | null;
}

/**
 * Name of the table with one row per invalid row of a staged table, in the same order. The table does not exist if
 * there are none.
 */
export const reasonsOf = (table: string): string => `${table}_reasons`;

/** The user's answers on how cells are read; without an answer, the whole column decides. */
export type CellOptions = Pick<ImportFile, 'decimal' | 'dates' | 'discount' | 'nothing'>;

/**
 * Reads a file with a checked structure into a table. `zone`: time zone of times without an offset; dates without a
 * time of day are midnight UTC. Personal columns are hashed or dropped. If other files of its preset may join the file,
 * its table is added to `lookups`. Throws MAPPING_INCOMPLETE, MAPPING_UNKNOWN_COLUMN, LOOKUP_MISSING and UNKNOWN_ZONE.
 */
export async function stage(
  duck: DuckDb,
  table: string,
  inspection: Inspection,
  text: CheckedText,
  zone: string,
  privacy: Privacy,
  lookups: Lookups,
  cellOptions: CellOptions = {},
): Promise<Staged> {
  requireFields(inspection.kind, inspection.layout, inspection);
  if (inspection.layout === 'sequences') return stageSequences(duck, table, inspection, text, privacy);
  const { rules } = inspection;
  const places = withoutDropped(findPlaces(inspection), privacy.columns);
  const needsRawTable = rules?.name !== undefined || rules?.fill !== undefined || rules?.join !== undefined;
  const source = needsRawTable
    ? await sourceWithRules(duck, table, inspection, text, lookups)
    : plainSource(text, inspection.dialect);
  const { kind, formats, ambiguousDates } = await resolveTimes(duck, inspection, places, source, cellOptions.dates);
  const hasTime = kind === 'clock' || kind === 'date';
  const load = async (timeZone: string, decimals: ResolvedDecimals | null) => {
    const time = hasTime ? timeSql('t', formats) : null;
    const protectedSource = protectSource(source, privacy);
    const typed = typedColumns(inspection, places, protectedSource, time, decimals?.signs, cellOptions.nothing);
    await duck.run(`SET TimeZone = ${quoteSql(timeZone)}`);
    await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${typed.sql}`);
    return typed;
  };
  const resolveSigns = () => resolveDecimals(duck, places, source, cellOptions.decimal);
  const firstZone = kind === 'date' ? 'UTC' : zone;
  const mayBeIrregular = cellOptions.decimal === 'comma' || hasIrregularNumbers(inspection, places);
  let decimals = mayBeIrregular ? await resolveSigns() : null;
  let typed = await load(firstZone, decimals);
  if (decimals === null && (await duck.number(`SELECT count(*) FROM ${table} WHERE ${IS_IRREGULAR}`)) > 0) {
    decimals = await resolveSigns();
    typed = await load(firstZone, decimals);
  }
  const timeKind = await resolveTimeKind(duck, table, kind, zone);
  if (kind === 'date' && timeKind === 'clock' && zone !== 'UTC') typed = await load(zone, decimals);
  const { fields, hasOtherColumns, orders } = typed;
  const counts = await countRows(duck, table);
  if (counts.bad > 0)
    await duck.run(`CREATE OR REPLACE TABLE ${reasonsOf(table)} AS ${typed.reasons} LIMIT ${MAX_STORED_REJECTED}`);
  const discounts = await readDiscounts(duck, table, inspection, fields, cellOptions.discount);
  const settled = await normaliseOrders(duck, table, inspection, fields, orders);
  if (rules?.name !== undefined) lookups.add(inspection, source, `raw_${table}`);
  else if (needsRawTable) await duck.run(`DROP TABLE raw_${table}`);
  return {
    table,
    timeKind: inspection.kind === 'events' ? timeKind : 'none',
    fields: settled.addsAmount ? new Set([...fields, 'amount' as const]) : fields,
    orders: settled,
    attributes: places.attributes.map(({ name }) => name),
    hasOtherColumns,
    hasTimeColumn: hasTime,
    ...counts,
    marked: await countMarkedRows(duck, inspection, text, places),
    ambiguousDates,
    ambiguousNumbers: decimals?.ambiguous ?? [],
    discounts,
  };
}

async function stageSequences(
  duck: DuckDb,
  table: string,
  inspection: Inspection,
  text: CheckedText,
  privacy: Privacy,
): Promise<Staged> {
  const { dialect } = inspection;
  const places = findPlaces(inspection);
  const user = placeSql({ column: 0 }, cellSql(0, dialect, text), privacy);
  await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${sequencesSql(text, dialect, user, places)}`);
  return {
    table,
    timeKind: 'order',
    fields: new Set(['user', 'time', 'action', 'item']),
    attributes: [],
    hasOtherColumns: false,
    orders: { amounts: 0, revoked: 0 },
    hasTimeColumn: true,
    ...(await countRows(duck, table)),
    marked: await countMarkedRows(duck, inspection, text, places),
    ambiguousDates: null,
    ambiguousNumbers: [],
    discounts: null,
  };
}

async function countRows(duck: DuckDb, table: string) {
  const count = (where: string) => duck.number(`SELECT count(*) FROM ${table} WHERE ${where}`);
  return {
    rows: await count('true'),
    bad: await count('bad IS NOT NULL'),
    filtered: await count("dropped = 'filter'"),
  };
}

/**
 * Corrects the guessed time kind by all rows: `clock` if any has a time of day; `date` if there are at least 50 rows of
 * different days, all at midnight.
 */
async function resolveTimeKind(duck: DuckDb, table: string, guessed: TimeKind, zone: string): Promise<TimeKind> {
  if (guessed !== 'date' && (guessed !== 'clock' || zone !== 'UTC')) return guessed;
  const [counts] = await duck.rows(
    `SELECT count(*) AS rows, count(*) FILTER (ms % 86400000 <> 0) AS clocks, max(ms) > min(ms) AS several
     FROM ${table} WHERE ${USABLE}`,
  );
  if (Number(counts?.clocks) > 0) return 'clock';
  return guessed === 'date' || (Number(counts?.rows) >= 50 && counts?.several === true) ? 'date' : 'clock';
}
