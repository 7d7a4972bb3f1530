import type { ImportSteps } from '../../../../shared/contract/import-steps.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { busySql, DAY, eventsSql, MINUTE } from './bots.ts';
import { findMatches } from './examples.ts';
import { outerFence } from './outer-fence.ts';
import { isDated } from './ranges.ts';

/**
 * Rates that no person sustains: an event per second for a minute, an event every twenty seconds throughout all waking
 * hours.
 */
const SPANS = { perMinute: { span: MINUTE, least: 60 }, perDay: { span: DAY, least: 3000 } } as const;

/**
 * Finds users whose activity suggests a bot: more events within a minute, or a day, than a person can produce, and far
 * more than the other users of the file (comparing each user's busiest span).
 */
export async function previewBots(duck: DuckDb, staged: Staged): Promise<ImportSteps['bots']> {
  if (!isDated(staged)) return null;
  return {
    perMinute: staged.timeKind === 'clock' ? await findBusyUsers(duck, staged, SPANS.perMinute) : null,
    perDay: await findBusyUsers(duck, staged, SPANS.perDay),
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
