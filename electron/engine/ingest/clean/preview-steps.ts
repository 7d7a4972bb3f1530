import type { ImportSteps } from '../../../../shared/contract/import-steps.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { examplesOf, findMatches } from './examples.ts';
import { collectNear, findNearRepeats } from './near-repeats.ts';
import { outerFence } from './outer-fence.ts';
import { type Activity, IDLE_MINUTES, previewActivity } from './preview-activity.ts';
import { previewBots } from './preview-bots.ts';
import { quantilesOf } from './quantile.ts';
import { isDated } from './ranges.ts';

const NEAR_SECONDS = [10, 3, 1];
const RARE_USERS = [2, 3, 5];
const RARE_ITEMS = [2, 5];
const EARLY = '1990-01-01T00:00:00.000Z';

/** Previews the effect of each cleaning step on a loaded file of events, each step by itself; changes nothing. */
export async function previewSteps(duck: DuckDb, { staged }: LoadedFile): Promise<ImportSteps> {
  const activity = isDated(staged) ? await previewActivity(duck, staged) : null;
  return {
    nearRepeats: await previewNearRepeats(duck, staged),
    bots: await previewBots(duck, staged, activity),
    times: await previewTimes(duck, staged),
    prices: await previewPrices(duck, staged),
    sessions: previewSessions(staged, activity),
    rareUsers: await previewRare(duck, staged, 'user', RARE_USERS),
    rareItems: await previewRare(duck, staged, 'item', RARE_ITEMS),
  };
}

/** Rows that are near within three seconds are also near within ten, so the whole file is sorted only once. */
async function previewNearRepeats(duck: DuckDb, staged: Staged): Promise<ImportSteps['nearRepeats']> {
  if (staged.timeKind !== 'clock') return null;
  await collectNear(duck, staged, Math.max(...NEAR_SECONDS));
  const previews: NonNullable<ImportSteps['nearRepeats']> = [];
  for (const seconds of NEAR_SECONDS) {
    await findNearRepeats(duck, staged, seconds);
    const rows = await duck.number('SELECT count(*) FROM near_repeats');
    const examples = rows === 0 ? [] : await examplesOf(duck, staged, 'rowid IN (SELECT rid FROM near_repeats)');
    previews.unshift({ seconds, rows, examples });
  }
  await duck.run('DROP TABLE near_repeats; DROP TABLE near_rows');
  return previews;
}

async function previewTimes(duck: DuckDb, staged: Staged): Promise<ImportSteps['times']> {
  if (!isDated(staged)) return null;
  const now = Date.now();
  return {
    early: { before: EARLY, ...(await findMatches(duck, staged, `ms < ${Date.parse(EARLY)}`)) },
    late: { after: new Date(now).toISOString(), ...(await findMatches(duck, staged, `ms > ${now}`)) },
  };
}

async function previewPrices(duck: DuckDb, staged: Staged): Promise<ImportSteps['prices']> {
  if (!staged.fields.has('price')) return null;
  const positive = `${staged.table} WHERE ${USABLE} AND price > 0`;
  const [low = null, high = null] = await quantilesOf(duck, positive, 'price', [0.25, 0.75]);
  const above = low === null || high === null ? null : Number(outerFence(low, high).toPrecision(2));
  const highPrices = above === null ? null : { above, ...(await findMatches(duck, staged, `price > ${above}`)) };
  return {
    notPositive: await findMatches(duck, staged, 'price <= 0'),
    high: highPrices && highPrices.rows > 0 ? highPrices : null,
  };
}

function previewSessions({ fields, timeKind }: Staged, activity: Activity | null): ImportSteps['sessions'] {
  if (fields.has('session') || timeKind !== 'clock' || !activity) return null;
  return IDLE_MINUTES.map((idleMinutes, i) => ({ idleMinutes, sessions: activity.sessions[i] ?? 0 }));
}

async function previewRare(duck: DuckDb, staged: Staged, field: 'user' | 'item', thresholds: readonly number[]) {
  if (!staged.fields.has(field)) return null;
  const column = `"${field}"`;
  const counts = `counts_of_${field}`;
  await duck.run(`CREATE OR REPLACE TABLE ${counts} AS SELECT ${column} AS name, count(*) AS events
    FROM ${staged.table} WHERE ${USABLE} AND ${column} IS NOT NULL GROUP BY 1`);
  const rare: NonNullable<ImportSteps['rareUsers']> = [];
  for (const fewerThan of thresholds) {
    const isRare = `${column} IN (SELECT name FROM ${counts} WHERE events < ${fewerThan})`;
    const [row = []] = await duck.numberRows(
      `SELECT count(*), coalesce(sum(events), 0) FROM ${counts} WHERE events < ${fewerThan}`,
    );
    const [count = 0, rows = 0] = row;
    rare.push({ fewerThan, count, rows, examples: rows === 0 ? [] : await examplesOf(duck, staged, isRare) });
  }
  await duck.run(`DROP TABLE ${counts}`);
  return rare;
}
