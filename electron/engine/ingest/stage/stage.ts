import type { TimeKind } from '../../../../shared/contract/ingest.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import { findPlaces, requireFields } from '../detect/mapping-places.ts';
import { timeSql } from '../detect/recognise-times.ts';
import { hashedPlace, type Privacy, protectedSource, withoutDropped } from '../privacy/privacy.ts';
import { typedColumns } from './columns-sql.ts';
import type { Duck } from './duckdb.ts';
import { type Lookups, ruledSource } from './lookups.ts';
import { quoteSql, readSql } from './read-sql.ts';
import { type CheckedText, plainSource } from './row-source.ts';
import { sequencesSql } from './sequences-sql.ts';
import { type DayMonth, settleTimes } from './time-kind.ts';

/** What of a staged table is taken: neither wrong nor left out by a step. */
export const USABLE = 'bad IS NULL AND dropped IS NULL';

/**
 * A file's rows as a table of the table engine, in the order of the file, with typed columns. `bad` says what is wrong with
 * a row, `dropped` which step left it out; both are NULL for the rows that are taken.
 */
export interface Staged {
  readonly table: string;
  readonly timeKind: TimeKind;
  /** The fields that the table has a column for; `ms` holds the time. */
  readonly fields: ReadonlySet<Field>;
  /** Columns a1, a2, … hold the user's attributes of these names. */
  readonly attributes: readonly string[];
  /** Whether the time is a column `ms`; else it is the position among the user's rows. */
  readonly hasTimeColumn: boolean;
  readonly rows: number;
  readonly bad: number;
  /** Rows that the preset's filter left out. */
  readonly filtered: number;
  /** How dates such as 05/03/2024 were read, where nothing in the file tells the day from the month. */
  readonly unsureDayMonth: DayMonth | null;
}

/**
 * Reads a file whose structure has been checked into a table. `zone` is the zone of times without one; dates alone have
 * no zone and stand for midnight UTC. Columns that must not be kept in clear are hashed or left out. What other files of its preset need of it is added to `lookups`. Throws
 * MAPPING_INCOMPLETE, MAPPING_UNKNOWN_COLUMN, LOOKUP_MISSING and UNKNOWN_ZONE.
 */
export async function stage(
  duck: Duck,
  table: string,
  inspection: Inspection,
  text: CheckedText,
  zone: string,
  privacy: Privacy,
  lookups: Lookups,
): Promise<Staged> {
  requireFields(inspection.kind, inspection.layout, inspection);
  if (inspection.layout === 'sequences') return stageSequences(duck, table, inspection, text, privacy);
  const { rules } = inspection;
  const places = withoutDropped(findPlaces(inspection), privacy.columns);
  const isRuled = rules?.name !== undefined || rules?.fill !== undefined || rules?.join !== undefined;
  const source = isRuled
    ? await ruledSource(duck, table, inspection, text, lookups)
    : plainSource(text, inspection.dialect);
  const { kind, formats, unsure } = await settleTimes(duck, inspection, places, source);
  const timed = kind === 'clock' || kind === 'date';
  const { fields, sql } = typedColumns(
    inspection,
    places,
    protectedSource(source, privacy),
    timed ? timeSql('t', formats) : null,
  );
  const read = async (timeZone: string) => {
    await duck.run(`SET TimeZone = ${quoteSql(timeZone)}`);
    await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${sql}`);
  };
  await read(kind === 'date' ? 'UTC' : zone);
  const timeKind = await settleTimeKind(duck, table, kind, zone);
  if (kind === 'date' && timeKind === 'clock' && zone !== 'UTC') await read(zone);
  if (rules?.name !== undefined) lookups.add(inspection, source, `raw_${table}`);
  else if (isRuled) await duck.run(`DROP TABLE raw_${table}`);
  return {
    table,
    timeKind: inspection.kind === 'events' ? timeKind : 'none',
    fields,
    attributes: places.attributes.map(({ name }) => name),
    hasTimeColumn: timed,
    ...(await countRows(duck, table)),
    unsureDayMonth: unsure,
  };
}

async function stageSequences(
  duck: Duck,
  table: string,
  inspection: Inspection,
  text: CheckedText,
  privacy: Privacy,
): Promise<Staged> {
  const from = readSql(text.clean, inspection.dialect, false);
  const user = hashedPlace({ column: 0 }, 'cells[1]', privacy);
  await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${sequencesSql(from, user, findPlaces(inspection))}`);
  return {
    table,
    timeKind: 'order',
    fields: new Set(['user', 'time', 'action', 'item']),
    attributes: [],
    hasTimeColumn: true,
    ...(await countRows(duck, table)),
    unsureDayMonth: null,
  };
}

async function countRows(duck: Duck, table: string) {
  const count = (where: string) => duck.number(`SELECT count(*) FROM ${table} WHERE ${where}`);
  return {
    rows: await count('true'),
    bad: await count('bad IS NOT NULL'),
    filtered: await count("dropped = 'filter'"),
  };
}

/** The whole file has the last word: a clock further down, or none but midnights in many rows of different days. */
async function settleTimeKind(duck: Duck, table: string, guessed: TimeKind, zone: string): Promise<TimeKind> {
  if (guessed !== 'date' && (guessed !== 'clock' || zone !== 'UTC')) return guessed;
  const [found] = await duck.rows(
    `SELECT count(*) AS rows, count(*) FILTER (ms % 86400000 <> 0) AS clocks, max(ms) > min(ms) AS several
     FROM ${table} WHERE ${USABLE}`,
  );
  if (Number(found?.clocks) > 0) return 'clock';
  return guessed === 'date' || (Number(found?.rows) >= 50 && found?.several === true) ? 'date' : 'clock';
}
