import type { DayOrder, TimeKind } from '../../../../shared/contract/import-file.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type Places, textAt } from '../detect/mapping-places.ts';
import { DAY_ORDERS } from '../detect/times/day-formats.ts';
import { preferredOrder, recogniseTimes, timeSql, withDayOrder } from '../detect/times/recognise-times.ts';
import type { DuckDb } from './duckdb.ts';
import { placesSql, type RowSource } from './row-source.ts';

/** Literal that maps the time to the position of a row among its user's rows. */
const ORDER = 'order';
const SAMPLE = 5000;
const EXAMPLES = 5;

/** The time kind and the time formats of a file. */
export interface Times {
  readonly kind: TimeKind;
  readonly formats: readonly string[];
}

export interface ResolvedTimes extends Times {
  /** The ambiguous dates; null if the file determines the order of day, month and year, or the request specifies it. */
  readonly ambiguousDates: AmbiguousDates | null;
}

/**
 * Ambiguous dates: 05/03/2024 if the file does not determine which part is the day, or 12/11/10 if it does not
 * determine the year.
 */
export interface AmbiguousDates {
  /** The order that is applied. */
  readonly order: DayOrder;
  /** Another order that is possible. */
  readonly other: DayOrder;
  readonly rows: number;
  /** The first distinct ones, at most five, with both interpretations as ISO dates. */
  readonly examples: readonly { readonly text: string; readonly read: string; readonly other: string }[];
}

/** Detects the times of a file from its start; times in joined files cannot be detected this way. */
export function timesOf(inspection: Inspection, places: Places, order?: DayOrder): Times {
  return timesFromValues(
    inspection,
    places,
    inspection.rows.map((row) => textAt(places.fields.get('time') ?? [], row)),
    order,
  );
}

/**
 * Detects the times of a file, including times joined from other files, and determines the order of day, month and year
 * from all rows unless it is given.
 */
export async function resolveTimes(
  duck: DuckDb,
  inspection: Inspection,
  places: Places,
  source: RowSource,
  order: DayOrder | undefined,
): Promise<ResolvedTimes> {
  const resolve = (times: Times) =>
    order === undefined ? resolveDayOrder(duck, source, places, times) : { ...times, ambiguousDates: null };
  const time = places.fields.get('time') ?? [];
  const isJoined = time.some((place) => 'column' in place && place.column >= inspection.columns.length);
  if (!isJoined) return resolve(timesOf(inspection, places, order));
  const rows = await duck.rows(`SELECT ${placesSql(time, source)} AS t FROM ${source.from} LIMIT ${SAMPLE}`);
  const values = rows.map(({ t }) => (typeof t === 'string' ? t : ''));
  return resolve(timesFromValues(inspection, places, values, order));
}

function timesFromValues(
  { kind }: Inspection,
  places: Places,
  values: readonly string[],
  order: DayOrder | undefined,
): Times {
  const time = places.fields.get('time');
  if (kind !== 'events' && (kind !== 'items' || !time)) return { kind: 'none', formats: [] };
  const [first] = time ?? [];
  if (!first || ('literal' in first && first.literal === ORDER)) return { kind: 'order', formats: [] };
  const { clock, formats } = recogniseTimes(
    values.filter((value) => value !== ''),
    true,
    order,
  );
  return { kind: clock ? 'clock' : 'date', formats };
}

/**
 * Determines from all rows whether `05/03/07` is in May or March, of 2007 or 2005. If all rows fit several orders, the
 * year is the part with the fewest distinct values.
 */
async function resolveDayOrder(duck: DuckDb, source: RowSource, places: Places, times: Times): Promise<ResolvedTimes> {
  const guessed = DAY_ORDERS.find((order) => times.formats.includes(order));
  if (!guessed) return { ...times, ambiguousDates: null };
  const texts = `SELECT ${placesSql(places.fields.get('time') ?? [], source)} AS t FROM ${source.from}`;
  const hasShortYears = `SELECT count(*) FROM (${texts} LIMIT ${SAMPLE}) WHERE regexp_matches(t, '^\\d{2}[/.-]\\d+[/.-]\\d{2}(?:\\D|$)')`;
  const orders =
    (await duck.number(hasShortYears)) > 0 ? DAY_ORDERS : DAY_ORDERS.filter((order) => order !== 'year-first');
  const readings = orders.map((order) => `${timeSql('t', withDayOrder(times.formats, order) ?? [])} AS "${order}"`);
  const table = `SELECT t, ${readings} FROM (${texts}) WHERE t IS NOT NULL`;
  const unread = orders.map((order) => `count(*) FILTER ("${order}" IS NULL) AS "${order}"`);
  const part = (n: number) => `regexp_extract(t, '^(\\d+)[/.-]\\d+[/.-](\\d+)', ${n})`;
  const isLateYear = `length(${part(2)}) = 4 OR coalesce(try_cast(${part(2)} AS INTEGER), 20) BETWEEN 10 AND 40`;
  const reads = (order: DayOrder, other: DayOrder) => `count(*) FILTER ("${order}" IS NOT NULL AND "${other}" IS NULL)`;
  const [counts] = await duck.rows(`SELECT ${unread}, ${reads('day-first', 'month-first')} AS only_day,
    ${reads('month-first', 'day-first')} AS only_month, count(DISTINCT ${part(1)}) AS first,
    count(DISTINCT ${part(2)}) AS last, bool_and(${isLateYear}) AS last_years FROM (${table})`);
  const fewest = Math.min(...orders.map((order) => Number(counts?.[order])));
  const fitting = orders.filter((order) => Number(counts?.[order]) === fewest);
  const parts = { first: Number(counts?.first), last: Number(counts?.last), lastYears: counts?.last_years === true };
  const order = preferredOrder(fitting, parts);
  const formats = withDayOrder(times.formats, order) ?? times.formats;
  const decided = parts.first !== parts.last && fitting.includes('year-first');
  const other =
    fitting.find((name) => name !== order && !(decided && (name === 'year-first' || order === 'year-first'))) ??
    conflictingOrder(order, Number(counts?.only_day), Number(counts?.only_month));
  return {
    kind: times.kind,
    formats,
    ambiguousDates: other === undefined ? null : await ambiguousDates(duck, table, order, other),
  };
}

/** Returns the other order of day and month if some dates fit only that one; undefined if there are none. */
function conflictingOrder(order: DayOrder, onlyDay: number, onlyMonth: number): DayOrder | undefined {
  if (order === 'day-first' && onlyMonth > 0) return 'month-first';
  return order === 'month-first' && onlyDay > 0 ? 'day-first' : undefined;
}

/** Returns the dates on which two orders differ; null if there are none. */
async function ambiguousDates(
  duck: DuckDb,
  table: string,
  order: DayOrder,
  other: DayOrder,
): Promise<AmbiguousDates | null> {
  const differ = `"${order}" <> "${other}"`;
  const rows = await duck.number(`SELECT count(*) FROM (${table}) WHERE ${differ}`);
  if (rows === 0) return null;
  const first = `SELECT t, "${order}" AS a, "${other}" AS b FROM (${table}) WHERE ${differ} LIMIT ${SAMPLE}`;
  const examples = await duck.rows(
    `SELECT DISTINCT t, a::DOUBLE AS a, b::DOUBLE AS b FROM (${first}) ORDER BY t LIMIT ${EXAMPLES}`,
  );
  const day = (ms: unknown) => new Date(Number(ms)).toISOString().slice(0, 10);
  return {
    order,
    other,
    rows,
    examples: examples.map(({ t, a, b }) => ({ text: String(t), read: day(a), other: day(b) })),
  };
}
