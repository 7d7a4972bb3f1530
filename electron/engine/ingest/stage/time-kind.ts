import type { TimeKind } from '../../../../shared/contract/import-file.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type Places, textAt } from '../detect/mapping-places.ts';
import { recogniseTimes, swapDayMonth, timeSql } from '../detect/recognise-times.ts';
import type { DuckDb } from './duckdb.ts';
import { placesSql, type RowSource } from './row-source.ts';

/** Literal that maps the time to the position of a row among its user's rows. */
const ORDER = 'order';
const SAMPLE = 5000;

/** The time kind and the time formats of a file. */
export interface Times {
  readonly kind: TimeKind;
  readonly formats: readonly string[];
}

export interface ResolvedTimes extends Times {
  /** The dates that are ambiguous; null if the file determines the order of day and month. */
  readonly ambiguousDates: AmbiguousDates | null;
}

/** Dates such as 05/03/2024, where the file does not determine which part is the day. */
export interface AmbiguousDates {
  /** How they are read. */
  readonly order: DayMonth;
  readonly rows: number;
  /** The first different ones, at most five. */
  readonly examples: readonly string[];
}

export type DayMonth = 'day-first' | 'month-first';

const dayMonthOf = (formats: readonly string[]): DayMonth =>
  formats.includes('day-first') ? 'day-first' : 'month-first';

/** Detects the times of a file from its start; times in joined files cannot be detected this way. */
export function timesOf(inspection: Inspection, places: Places): Times {
  return timesFromValues(
    inspection,
    places,
    inspection.rows.map((row) => textAt(places.fields.get('time') ?? [], row)),
  );
}

/**
 * Detects the times of a file, also if they are joined from other files, and resolves the order of day and month over
 * all rows.
 */
export async function resolveTimes(
  duck: DuckDb,
  inspection: Inspection,
  places: Places,
  source: RowSource,
): Promise<ResolvedTimes> {
  const time = places.fields.get('time') ?? [];
  const isJoined = time.some((place) => 'column' in place && place.column >= inspection.columns.length);
  if (!isJoined) return resolveDayMonth(duck, source, places, timesOf(inspection, places));
  const rows = await duck.rows(`SELECT ${placesSql(time, source)} AS t FROM ${source.from} LIMIT ${SAMPLE}`);
  const values = rows.map(({ t }) => (typeof t === 'string' ? t : ''));
  return resolveDayMonth(duck, source, places, timesFromValues(inspection, places, values));
}

function timesFromValues({ kind }: Inspection, places: Places, values: readonly string[]): Times {
  const time = places.fields.get('time');
  if (kind !== 'events' && (kind !== 'items' || !time)) return { kind: 'none', formats: [] };
  const [first] = time ?? [];
  if (!first || ('literal' in first && first.literal === ORDER)) return { kind: 'order', formats: [] };
  const { clock, formats } = recogniseTimes(
    values.filter((value) => value !== ''),
    true,
  );
  return { kind: clock ? 'clock' : 'date', formats };
}

/** Decides whether `05/03` is in May or in March: by the whole file, unless all of it is ambiguous. */
async function resolveDayMonth(duck: DuckDb, source: RowSource, places: Places, times: Times): Promise<ResolvedTimes> {
  const swapped = swapDayMonth(times.formats);
  if (!swapped) return { ...times, ambiguousDates: null };
  const readings = `SELECT t, ${timeSql('t', times.formats)} AS as_guessed, ${timeSql('t', swapped)} AS as_swapped
    FROM (SELECT ${placesSql(places.fields.get('time') ?? [], source)} AS t FROM ${source.from}) WHERE t IS NOT NULL`;
  const sql = `SELECT count(*) FILTER (as_guessed IS NULL) AS unread, count(*) FILTER (as_swapped IS NULL) AS unread_swapped,
      count(*) FILTER (as_guessed <> as_swapped) AS differ
    FROM (${readings})`;
  const [counts] = await duck.rows(sql);
  const [unread, unreadSwapped] = [Number(counts?.unread), Number(counts?.unread_swapped)];
  const rows = unread === unreadSwapped ? Number(counts?.differ) : 0;
  return {
    kind: times.kind,
    formats: unreadSwapped < unread ? swapped : times.formats,
    ambiguousDates:
      rows > 0 ? { order: dayMonthOf(times.formats), rows, examples: await ambiguousExamples(duck, readings) } : null,
  };
}

/** Returns the first different values that the two formats read differently. */
async function ambiguousExamples(duck: DuckDb, readings: string): Promise<string[]> {
  const rows = await duck.rows(
    `SELECT DISTINCT t FROM (SELECT t FROM (${readings}) WHERE as_guessed <> as_swapped LIMIT ${SAMPLE}) LIMIT 5`,
  );
  return rows.map(({ t }) => String(t)).sort();
}
