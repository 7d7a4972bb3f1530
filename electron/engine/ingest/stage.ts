import type { TimeKind } from '../../../shared/contract/ingest.ts';
import type { Field } from '../../../shared/domain/mapping.ts';
import type { Duck } from './duck.ts';
import type { Inspection } from './inspect.ts';
import { cellSql, placesSql, quoteSql, readSql } from './read-sql.ts';
import { findPlaces, type Places, requireFields } from './sources.ts';
import { recogniseTimes, timeSql } from './times.ts';

const NUMBERS: readonly Field[] = ['price', 'amount', 'quantity', 'rating', 'discount'];
const TEXTS: readonly Field[] = [
  'user',
  'action',
  'item',
  'category',
  'brand',
  'text',
  'session',
  'title',
  'title_en',
  'order_id',
  'currency',
  'channel',
  'campaign',
  'alias',
];

/** What of a staged table is taken: neither wrong nor left out by a step. */
export const USABLE = 'bad IS NULL AND dropped IS NULL';

/** Years 1 to 9999: what dates can say. */
const TIME_RANGE = '-62135596800000 AND 253402300799999';

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
}

/** A file to read, as the check left it. */
interface Source {
  readonly clean: string;
  readonly multiline: boolean;
  readonly padded: boolean;
}

/** Literal that stands for the position of a row among its user's. */
const ORDER = 'order';

/** How the times of a file are written, as far as its head tells. */
export function timesOf(inspection: Inspection, places: Places): { kind: TimeKind; formats: readonly string[] } {
  if (inspection.kind !== 'events') return { kind: 'none', formats: [] };
  const time = places.fields.get('time');
  if (!time) return { kind: 'order', formats: [] };
  const [first] = time;
  if (first && 'literal' in first && first.literal === ORDER) return { kind: 'order', formats: [] };
  const values = inspection.rows.flatMap((row) => {
    const texts = time.map((place) => ('literal' in place ? place.literal : (row[place.column] ?? '').trim()));
    return texts.find((text) => text !== '') ?? [];
  });
  const { clock, formats } = recogniseTimes(values);
  return { kind: clock ? 'clock' : 'date', formats };
}

/**
 * Reads a file whose structure has been checked into a table. `zone` is the zone of times without one; dates alone have
 * no zone and stand for midnight UTC. Throws MAPPING_INCOMPLETE, MAPPING_UNKNOWN_COLUMN and UNKNOWN_ZONE.
 */
export async function stage(
  duck: Duck,
  table: string,
  inspection: Inspection,
  file: Source,
  zone: string,
): Promise<Staged> {
  requireFields(inspection.kind, inspection.layout, inspection);
  const places = findPlaces(inspection);
  const { kind, formats } = timesOf(inspection, places);
  const sql =
    inspection.layout === 'sequences'
      ? sequencesSql(readSql(file.clean, inspection.dialect, false), places)
      : rowsSql(inspection, places, file, kind, timeSql('t', formats));
  const read = async (timeZone: string) => {
    await duck.run(`SET TimeZone = ${quoteSql(timeZone)}`);
    await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${sql}`);
  };
  await read(kind === 'date' ? 'UTC' : zone);
  const timeKind = await settleTimeKind(duck, table, kind, zone);
  if (kind === 'date' && timeKind === 'clock' && zone !== 'UTC') await read(zone);
  return {
    table,
    timeKind,
    fields: new Set(inspection.layout === 'sequences' ? ['user', 'time', 'action', 'item'] : places.fields.keys()),
    attributes: places.attributes.map(({ name }) => name),
    hasTimeColumn: inspection.layout === 'sequences' || (kind !== 'order' && kind !== 'none'),
    rows: await duck.number(`SELECT count(*) FROM ${table}`),
    bad: await duck.number(`SELECT count(*) FROM ${table} WHERE bad IS NOT NULL`),
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

function rowsSql({ dialect }: Inspection, places: Places, file: Source, kind: TimeKind, time: string): string {
  const { padded } = file;
  const has = (field: Field) => places.fields.has(field);
  const text = (field: Field) => placesSql(places.fields.get(field) ?? [], dialect, padded);
  const numbers = NUMBERS.filter(has);
  const texts = TEXTS.filter(has);
  const timed = kind === 'clock' || kind === 'date';
  const attributes = places.attributes.map(({ column }, i) => `${cellSql(column, dialect, padded)} AS a${i + 1}`);
  const raw = [
    ...texts.map((field) => `${text(field)} AS "${field}"`),
    ...numbers.map((field) => `${text(field)} AS "${field}_text"`),
    ...(timed ? [`${text('time')} AS t`] : []),
    ...attributes,
  ];
  const typed = [
    ...texts.map((field) => `"${field}"`),
    ...numbers.map((field) => `${numberSql(`"${field}_text"`)} AS "${field}"`),
    ...numbers.map((field) => `"${field}_text"`),
    ...(timed ? ['t', `${time} AS read_time`] : []),
    ...attributes.map((_, i) => `a${i + 1}`),
  ];
  const kept = [
    ...texts.map((field) => `"${field}"`),
    ...numbers.map((field) => `"${field}"`),
    ...(timed ? ['read_time AS ms'] : []),
    ...attributes.map((_, i) => `a${i + 1}`),
  ];
  return `SELECT ${kept}, ${badSql(numbers, texts, timed)} AS bad, NULL::VARCHAR AS dropped
    FROM (SELECT ${typed} FROM (SELECT ${raw} FROM ${readSql(file.clean, dialect, file.multiline)}))`;
}

/** Why a row cannot be taken, in words; NULL where it can. */
function badSql(numbers: readonly Field[], texts: readonly Field[], timed: boolean): string {
  const cases = texts
    .filter((field) => field === 'user' || field === 'action')
    .map((field) => `WHEN "${field}" IS NULL THEN '${field} is missing'`);
  if (!texts.includes('user') && texts.includes('item')) cases.push(`WHEN "item" IS NULL THEN 'item is missing'`);
  if (timed) {
    cases.push("WHEN t IS NULL THEN 'time is missing'");
    cases.push(`WHEN coalesce(read_time NOT BETWEEN ${TIME_RANGE}, true) THEN ${shown('time', 't', 'a time')}`);
  }
  for (const field of numbers) {
    const text = `"${field}_text"`;
    const isWrong = `${text} IS NOT NULL AND "${field}" IS NULL AND lower(${text}) NOT IN ('nan', 'n/a', 'none', '-')`;
    cases.push(`WHEN ${isWrong} THEN ${shown(field, text, 'a number')}`);
  }
  return cases.length === 0 ? 'NULL::VARCHAR' : `CASE ${cases.join(' ')} END`;
}

const shown = (field: string, text: string, what: string) => `'${field} “' || left(${text}, 60) || '” is not ${what}'`;

/** A finite number, also with a currency sign and thousands marked; NULL where it is none. */
function numberSql(text: string): string {
  const plain = `try_cast(${text} AS DOUBLE)`;
  const bare = `regexp_replace(${text}, '^([-+]?)\\s*(?:[$€£¥￥]|CNY|USD|EUR|RMB)\\s*|\\s*(?:[$€£¥￥元]|CNY|USD|EUR|RMB)$', '\\1', 'g')`;
  const marked = `CASE WHEN regexp_full_match(${bare}, '[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?|[-+]?\\d*\\.?\\d+') THEN replace(${bare}, ',', '')
    WHEN regexp_full_match(${bare}, '[-+]?\\d+,\\d{1,2}') THEN replace(${bare}, ',', '.') END`;
  const number = `coalesce(${plain}, try_cast(${marked} AS DOUBLE))`;
  return `CASE WHEN isfinite(${number}) THEN ${number} END`;
}

/** A row for each item of a sequence, numbered from 1: its position is its time. */
function sequencesSql(source: string, places: Places): string {
  const [action] = places.fields.get('action') ?? [];
  const name = action && 'literal' in action ? action.literal : 'interact';
  return `SELECT "user", ${quoteSql(name)} AS action, item, ms, NULL::VARCHAR AS bad, NULL::VARCHAR AS dropped FROM (
    SELECT cells[1] AS "user", unnest(cells[2:]) AS item, unnest(range(1, len(cells)))::BIGINT AS ms
    FROM ${source}) WHERE item <> ''`;
}
