import type { Duck } from '../duck.ts';
import { type Staged, USABLE } from '../stage.ts';
import { leaveOut } from './leave-out.ts';

/** Events that agree in all of these (where the file says them) are one event that was fired several times. */
const ALIKE = ['user', 'action', 'item', 'category', 'text', 'order_id'] as const;

/**
 * Leaves out events that repeat the user's last kept one (same action, item, category, text and order) within so many
 * seconds: of a chain at 0, 2 and 4 seconds, 3 seconds keep 0 and 4. Counting from the last one kept, and not the last one
 * seen, a machine that fires for hours is thinned, not reduced to one event. Each file is looked at by itself. Null where
 * its times have no clock.
 */
export async function leaveOutNearRepeats(duck: Duck, staged: Staged, seconds: number): Promise<number | null> {
  if (staged.timeKind !== 'clock') return null;
  const within = Math.round(seconds * 1000);
  await findNearRepeats(duck, staged, within);
  const rows = await leaveOut(duck, staged.table, 'nearRepeats', 'rowid IN (SELECT rid FROM near_repeats)');
  await duck.run('DROP TABLE near_repeats');
  return rows;
}

/**
 * Fills the table `near_repeats (rid)` with the row ids of the repeats. Only runs matter, in which each event is near the
 * one before. In a run, each event points to the first that would be kept after it; those that the run's first event
 * reaches are kept. They are found by doubling: pointers of 1, 2, 4, … steps, as in Hillis and Steele, "Data parallel
 * algorithms" (1986), so that a run of a million events takes twenty rounds.
 */
export async function findNearRepeats(duck: Duck, { table, fields }: Staged, within: number): Promise<void> {
  const alike = ALIKE.filter((field) => fields.has(field)).map((field) => `"${field}"`);
  const order = `PARTITION BY ${alike} ORDER BY ms, rowid`;
  await duck.run(`CREATE OR REPLACE TABLE near AS
    SELECT rid, ms, sum(starts::INTEGER) OVER (ORDER BY place) AS run, starts, place FROM (
      SELECT rid, ms, NOT near_last AS starts, row_number() OVER (ORDER BY ${alike}, ms, rid) AS place FROM (
        SELECT ${alike}, ms, rowid AS rid, coalesce(ms - lag(ms) OVER (${order}) <= ${within}, false) AS near_last,
          coalesce(lead(ms) OVER (${order}) - ms <= ${within}, false) AS near_next
        FROM ${table} WHERE ${USABLE}) WHERE near_last OR near_next)`);
  await duck.run(`CREATE OR REPLACE TABLE jumps AS
    SELECT place AS "from", min(place) OVER (PARTITION BY run ORDER BY ms RANGE BETWEEN ${within + 1} FOLLOWING AND UNBOUNDED FOLLOWING) AS "to"
    FROM near`);
  await duck.run('DELETE FROM jumps WHERE "to" IS NULL');
  await duck.run('CREATE OR REPLACE TABLE kept AS SELECT place FROM near WHERE starts');
  while ((await duck.number('SELECT count(*) FROM jumps')) > 0) {
    await duck.run(`INSERT INTO kept SELECT DISTINCT "to" FROM jumps WHERE "from" IN (SELECT place FROM kept)
      AND "to" NOT IN (SELECT place FROM kept)`);
    await duck.run(
      'CREATE OR REPLACE TABLE jumps AS SELECT a."from", b."to" FROM jumps a JOIN jumps b ON b."from" = a."to"',
    );
  }
  await duck.run(`CREATE OR REPLACE TABLE near_repeats AS
    SELECT rid FROM near WHERE place NOT IN (SELECT place FROM kept)`);
  await duck.run('DROP TABLE near; DROP TABLE jumps; DROP TABLE kept');
}
