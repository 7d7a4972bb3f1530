import type { ImportSteps } from '../../../../shared/contract/import-steps.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { busySql, eventsSql } from './bots.ts';
import { findMatches } from './examples.ts';
import { outerFence } from './outer-fence.ts';
import { type Activity, BUSY_SPANS } from './preview-activity.ts';

/**
 * Finds users whose activity suggests a bot: more events within a minute, or a day, than a person can produce, and far
 * more than the other users of the file (comparing each user's busiest span). Null if the file has no dates.
 */
export async function previewBots(
  duck: DuckDb,
  staged: Staged,
  activity: Activity | null,
): Promise<ImportSteps['bots']> {
  if (!activity) return null;
  const { isBusy } = activity;
  const hasClock = staged.timeKind === 'clock';
  return {
    perMinute: hasClock && isBusy.perMinute ? await findBusyUsers(duck, staged, BUSY_SPANS.perMinute) : null,
    perDay: isBusy.perDay ? await findBusyUsers(duck, staged, BUSY_SPANS.perDay) : null,
  };
}

async function findBusyUsers(duck: DuckDb, staged: Staged, { span, least }: { span: number; least: number }) {
  const frame = `RANGE BETWEEN CURRENT ROW AND ${span - 1} FOLLOWING`;
  await duck.run(`CREATE OR REPLACE TABLE peaks AS SELECT "user", max(events) AS events FROM (
      SELECT "user", count(*) OVER (PARTITION BY "user" ORDER BY ms ${frame}) AS events FROM ${staged.table} WHERE ${USABLE})
    GROUP BY 1`);
  const [row] = await duck.numberRows(
    'SELECT quantile_disc(events, 0.25), quantile_disc(events, 0.75), max(events) FROM peaks',
  );
  const [low = 0, high = 0, max = 0] = row ?? [];
  await duck.run('DROP TABLE peaks');
  const events = Math.max(least, Math.ceil(outerFence(low, high)));
  if (max <= events) return null;
  await duck.run(`CREATE OR REPLACE TABLE busy AS ${busySql(eventsSql([staged]), events, span)}`);
  const rows = await findMatches(duck, staged, '"user" IN (SELECT "user" FROM busy)');
  const users = await duck.number('SELECT count(*) FROM busy');
  await duck.run('DROP TABLE busy');
  return { events, users, ...rows };
}
