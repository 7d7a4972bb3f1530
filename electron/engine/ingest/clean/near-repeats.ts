import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';

/**
 * Events that are equal in all of these fields (where the file has them) count as one event that was fired repeatedly.
 */
const KEY_FIELDS = ['user', 'action', 'item', 'category', 'text', 'order_id'] as const;

/**
 * Drops events that repeat the user's last kept event (same action, item, category, text and order) within the given
 * seconds: of events at 0, 2 and 4 seconds, a threshold of 3 keeps 0 and 4. As the gap is measured from the last kept
 * event and not from the last event, a machine that fires for hours is thinned out, not reduced to one event. Each file
 * is processed separately. Returns null if its times have no time of day.
 */
export async function leaveOutNearRepeats(duck: DuckDb, staged: Staged, seconds: number): Promise<number | null> {
  if (staged.timeKind !== 'clock') return null;
  await collectNear(duck, staged, seconds);
  await findNearRepeats(duck, staged, seconds);
  const rows = await leaveOut(duck, staged.table, 'nearRepeats', 'rowid IN (SELECT rid FROM near_repeats)');
  await duck.run('DROP TABLE near_repeats; DROP TABLE near_rows');
  return rows;
}

/**
 * Fills the table `near_rows` with the candidates for repeats: rows that have an equal event within the given number of
 * seconds. The rows are compared by the hash of their fields, which sorts much faster than texts; rows with a hash
 * collision are also candidates.
 */
export async function collectNear(duck: DuckDb, { table, ...staged }: Staged, seconds: number): Promise<void> {
  const keyColumns = keyColumnsOf(staged);
  const rows = `SELECT hash(${keyColumns}) AS fields, ms, rowid AS rid FROM ${table} WHERE ${USABLE}`;
  const near = `SELECT rid FROM (${nearnessSql(rows, ['fields'], seconds)}) WHERE near_last OR near_next`;
  await duck.run(`CREATE OR REPLACE TABLE near_rows AS
    SELECT ${keyColumns}, ms, rowid AS rid FROM ${table} WHERE rowid IN (${near})`);
}

/**
 * Fills the table `near_repeats (rid)` with the row ids of the repeats among `near_rows`. Only runs matter, in which
 * each event is near the previous one. Within a run, each event points to the next event that would be kept after it;
 * the events reachable from the run's first event are kept. They are found by pointer doubling, with jumps of 1, 2, 4,
 * … steps, as in Hillis and Steele, "Data parallel algorithms" (1986), so a run of a million events takes twenty
 * rounds.
 */
export async function findNearRepeats(duck: DuckDb, staged: Staged, seconds: number): Promise<void> {
  const keyColumns = keyColumnsOf(staged);
  await duck.run(`CREATE OR REPLACE TABLE near AS
    SELECT rid, ms, sum(starts::INTEGER) OVER (ORDER BY place) AS run, starts, place FROM (
      SELECT rid, ms, NOT near_last AS starts, row_number() OVER (ORDER BY ${keyColumns}, ms, rid) AS place
      FROM (${nearnessSql('SELECT * FROM near_rows', keyColumns, seconds)}) WHERE near_last OR near_next)`);
  const laterRows = `RANGE BETWEEN ${milliseconds(seconds) + 1} FOLLOWING AND UNBOUNDED FOLLOWING`;
  await duck.run(`CREATE OR REPLACE TABLE jumps AS
    SELECT place AS "from", min(place) OVER (PARTITION BY run ORDER BY ms ${laterRows}) AS "to" FROM near`);
  await duck.run('DELETE FROM jumps WHERE "to" IS NULL');
  await duck.run('CREATE OR REPLACE TABLE originals AS SELECT place FROM near WHERE starts');
  while ((await duck.number('SELECT count(*) FROM jumps')) > 0) {
    await duck.run(
      `INSERT INTO originals SELECT DISTINCT "to" FROM jumps WHERE "from" IN (SELECT place FROM originals)`,
    );
    await duck.run(`CREATE OR REPLACE TABLE jumps AS
      SELECT a."from", b."to" FROM jumps a JOIN jumps b ON b."from" = a."to"`);
  }
  await duck.run(`CREATE OR REPLACE TABLE near_repeats AS
    SELECT rid FROM near WHERE place NOT IN (SELECT place FROM originals)`);
  await duck.run('DROP TABLE near; DROP TABLE jumps; DROP TABLE originals');
}

const milliseconds = (seconds: number) => Math.round(seconds * 1000);
const keyColumnsOf = ({ fields }: Pick<Staged, 'fields'>) =>
  KEY_FIELDS.filter((field) => fields.has(field)).map((field) => `"${field}"`);

/** Adds to each row whether the previous and the next row with the same key are near. */
function nearnessSql(rows: string, keyColumns: readonly string[], seconds: number): string {
  const order = `PARTITION BY ${keyColumns} ORDER BY ms, rid`;
  const maxGap = milliseconds(seconds);
  return `SELECT *, coalesce(ms - lag(ms) OVER (${order}) <= ${maxGap}, false) AS near_last,
    coalesce(lead(ms) OVER (${order}) - ms <= ${maxGap}, false) AS near_next FROM (${rows})`;
}
