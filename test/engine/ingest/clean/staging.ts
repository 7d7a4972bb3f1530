import { type DuckDb, withDuckDb } from '../../../../electron/engine/ingest/stage/duckdb.ts';
import { quoteSql } from '../../../../electron/engine/ingest/stage/read-sql.ts';
import type { Staged } from '../../../../electron/engine/ingest/stage/stage.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { jobContext } from '../import-helpers.ts';

/** An event by its user, second, action and item; '' for no item. */
export type Event = readonly [user: string, second: number, action: string, item: string];

/** Runs `work` with a DuckDB instance of its own and a function that stages events in it. */
export function withStaging(
  work: (duck: DuckDb, stage: (events: readonly Event[]) => Promise<Staged>) => Promise<void>,
) {
  return withDuckDb(jobContext(testWorkspace()), (duck) => work(duck, (events) => stageEvents(duck, events)));
}

/** Indices of the events of a staged table that no step dropped. */
export async function keptRows(duck: DuckDb, { table }: Staged): Promise<number[]> {
  return (await duck.numberRows(`SELECT rowid FROM ${table} WHERE dropped IS NULL ORDER BY rowid`)).flat();
}

async function stageEvents(duck: DuckDb, events: readonly Event[]): Promise<Staged> {
  const rows = events.map(
    ([user, second, action, item]) =>
      `(${quoteSql(user)}, ${second * 1000}::BIGINT, ${quoteSql(action)}, nullif(${quoteSql(item)}, ''), NULL, NULL)`,
  );
  await duck.run(
    'CREATE OR REPLACE TABLE staged ("user" VARCHAR, ms BIGINT, action VARCHAR, item VARCHAR, bad VARCHAR, dropped VARCHAR)',
  );
  await duck.run(`INSERT INTO staged VALUES ${rows}`);
  return {
    ...{
      table: 'staged',
      timeKind: 'clock',
      hasOtherColumns: false,
      orders: { amounts: 0, revoked: 0 },
      hasTimeColumn: true,
      ambiguousDates: null,
      ambiguousNumbers: [],
      discounts: null,
    },
    fields: new Set(['user', 'time', 'action', 'item']),
    ...{ attributes: [], rows: events.length, bad: 0, filtered: 0, marked: 0 },
  };
}
