import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { importJob } from '../electron/engine/ingest/import-job.ts';
import { createWorkspace, databaseFile } from '../electron/engine/store/workspace.ts';
import type { Bench, Row } from './row.ts';
import { generateEvents } from './support/generate-events.ts';

/** Rows of the generated CSV, settable by the environment. */
const ROWS = Number(process.env.BENCH_ROWS ?? 500_000);

/**
 * A generated CSV into a workspace: typed, without repeats, sorted by user and time, in sessions. Beside it, in the same
 * run, the same file into an untyped table by `sqlite3 .import`, and into a table of DuckDB's own by `read_csv`.
 */
const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  try {
    const file = join(folder, 'events.csv');
    generateEvents(file, ROWS);
    const ours = await importOurs(folder, file);
    const sqlite = importBySqlite(folder, file);
    const duckdb = await importByDuckdb(folder, file);
    const size = `${ROWS.toLocaleString('en')} rows`;
    const csv = statSync(file).size;
    return [
      compared(`import, ${size}`, ours.seconds, 's', 'sqlite3 .import', sqlite),
      compared(`import, ${size}`, ours.seconds, 's', 'DuckDB read_csv', duckdb),
      compared(`size of the workspace, ${size}`, ours.bytes / 1e6, 'MB', 'the CSV itself', csv / 1e6),
      compared(`memory at most, ${size}`, ours.memory / 1e6, 'MB', '', null),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;

/** A lower figure is better in all of these. */
function compared(what: string, figure: number, unit: string, peer: string, peerFigure: number | null): Row {
  const missing = peer !== '' && peerFigure === null;
  return {
    case: what,
    figure,
    unit,
    peer: missing ? `${peer} (absent)` : peer,
    peerFigure,
    ratio: peerFigure === null ? null : peerFigure / figure,
  };
}

async function importOurs(folder: string, file: string) {
  const workspace = createWorkspace(join(folder, 'bench.portrait'));
  let memory = 0;
  const watch = () => {
    memory = Math.max(memory, process.memoryUsage.rss());
  };
  const nothing = () => {};
  const context = {
    workspace,
    progress: watch,
    log: nothing,
    remember: nothing,
    remembered: {},
    checkCancelled: watch,
  };
  try {
    const { events, seconds } = await importJob({ files: [{ file }] }, context);
    if (events < ROWS * 0.99) throw new Error(`only ${events} of ${ROWS} rows were imported`);
    workspace.db.pragma('wal_checkpoint(TRUNCATE)');
    return { seconds, memory, bytes: statSync(databaseFile(workspace.path)).size };
  } finally {
    workspace.close();
  }
}

/** Seconds, or null where there is no sqlite3 on this machine. */
function importBySqlite(folder: string, file: string): number | null {
  const start = performance.now();
  try {
    execFileSync('sqlite3', [join(folder, 'peer.db'), '-cmd', '.mode csv', `.import ${file} events`], {
      stdio: 'pipe',
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return (performance.now() - start) / 1000;
}

async function importByDuckdb(folder: string, file: string): Promise<number> {
  const start = performance.now();
  const instance = await DuckDBInstance.create(join(folder, 'peer.duckdb'));
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE events AS SELECT * FROM read_csv('${file}')`);
  connection.closeSync();
  instance.closeSync();
  return (performance.now() - start) / 1000;
}
