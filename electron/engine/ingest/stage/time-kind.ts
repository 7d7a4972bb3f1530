import type { TimeKind } from '../../../../shared/contract/ingest.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type Places, textAt } from '../detect/mapping-places.ts';
import { dayMonthTurned, recogniseTimes, timeSql } from '../detect/recognise-times.ts';
import type { Duck } from './duckdb.ts';
import { placesSql, type RowSource } from './row-source.ts';

/** Literal that stands for the position of a row among its user's. */
const ORDER = 'order';
const SAMPLE = 5000;

/** How the times of a file are written. */
export interface Times {
  readonly kind: TimeKind;
  readonly formats: readonly string[];
}

export interface SettledTimes extends Times {
  /** How dates are read that could be read both ways; null where the file tells. */
  readonly unsure: DayMonth | null;
}

export type DayMonth = 'day first' | 'month first';

const orderOf = (formats: readonly string[]): DayMonth => (formats.includes('day-first') ? 'day first' : 'month first');

/** How the times of a file are written, as far as its head tells; where they stand in other files, nothing does. */
export function timesOf(inspection: Inspection, places: Places): Times {
  return timesIn(
    inspection,
    places,
    inspection.rows.map((row) => textAt(places.fields.get('time') ?? [], row)),
  );
}

/** The same from the rows as they are read, those of other files joined; the day and the month are told apart over all of them. */
export async function settleTimes(
  duck: Duck,
  inspection: Inspection,
  places: Places,
  source: RowSource,
): Promise<SettledTimes> {
  const time = places.fields.get('time') ?? [];
  const isJoined = time.some((place) => 'column' in place && place.column >= inspection.columns.length);
  if (!isJoined) return settleDayMonth(duck, source, places, timesOf(inspection, places));
  const rows = await duck.rows(`SELECT ${placesSql(time, source)} AS t FROM ${source.from} LIMIT ${SAMPLE}`);
  const values = rows.map(({ t }) => (typeof t === 'string' ? t : ''));
  return settleDayMonth(duck, source, places, timesIn(inspection, places, values));
}

function timesIn({ kind }: Inspection, places: Places, values: readonly string[]): Times {
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

/** Whether `05/03` is in May or in March: the whole file tells, unless all of it can be read both ways. */
async function settleDayMonth(duck: Duck, source: RowSource, places: Places, times: Times): Promise<SettledTimes> {
  const turned = dayMonthTurned(times.formats);
  if (!turned) return { ...times, unsure: null };
  const [found] =
    await duck.rows(`SELECT count(*) FILTER (here IS NULL) AS here, count(*) FILTER (there IS NULL) AS there,
      count(*) FILTER (here <> there) AS differ
    FROM (SELECT ${timeSql('t', times.formats)} AS here, ${timeSql('t', turned)} AS there
      FROM (SELECT ${placesSql(places.fields.get('time') ?? [], source)} AS t FROM ${source.from}) WHERE t IS NOT NULL)`);
  const [here, there] = [Number(found?.here), Number(found?.there)];
  return {
    kind: times.kind,
    formats: there < here ? turned : times.formats,
    unsure: here === there && Number(found?.differ) > 0 ? orderOf(times.formats) : null,
  };
}
