import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import type { Bench, Row } from './row.ts';
import { generateEvents } from './support/generate-events.ts';

/** Rows of the generated CSV, settable by the environment. */
const ROWS = Number(process.env.BENCH_ROWS ?? 500_000);
const script = fileURLToPath(new URL('support/import-in-engine.ts', import.meta.url));

/**
 * A generated CSV into a workspace, by a whole engine in a process of its own: typed, without repeats, sorted by user and
 * time, in sessions, with a report. Beside it, in the same run, the same file into an untyped table by `sqlite3 .import`,
 * and into a table of DuckDB's own by `read_csv`; and the same rows from Parquet and from gzip.
 */
const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  try {
    const file = join(folder, 'events.csv');
    generateEvents(file, ROWS);
    const ours = importOurs(folder, file);
    const sqlite = importBySqlite(folder, file);
    const duckdb = await importByDuckdb(folder, file);
    const copies = await copiesOf(folder, file);
    const size = `${ROWS.toLocaleString('en')} rows`;
    const csv = statSync(file).size;
    return [
      compared(`import, ${size}`, ours.seconds, 's', 'sqlite3 .import', sqlite.seconds),
      compared(`import, ${size}`, ours.seconds, 's', 'DuckDB read_csv', duckdb),
      compared(`import, ${size}`, ours.cpuSeconds, 'CPU s', 'sqlite3 .import', sqlite.cpuSeconds),
      ...copies.map(([name, copy]) => compared(`import from ${name}, ${size}`, importOurs(folder, copy).seconds, 's')),
      compared(`size of the workspace, ${size}`, ours.bytes / 1e6, 'MB', 'the CSV itself', csv / 1e6),
      compared(`memory at most, ${size}`, ours.memory / 1e6, 'MB'),
      compared(`slowest answer meanwhile, ${size}`, ours.slowestMs, 'ms'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;

/** A lower figure is better in all of these. */
function compared(what: string, figure: number, unit: string, peer = '', peerFigure: number | null = null): Row {
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

const Measured = z.object({
  events: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  slowestMs: z.number(),
  memory: z.number(),
  bytes: z.number(),
});

function importOurs(folder: string, file: string) {
  const workspace = join(folder, 'bench.portrait');
  const printed = execFileSync(process.execPath, [script, file, workspace], { encoding: 'utf8' });
  rmSync(workspace, { recursive: true });
  const measured = Measured.parse(JSON.parse(printed));
  if (measured.events < ROWS * 0.99) throw new Error(`only ${measured.events} of ${ROWS} rows were imported`);
  return measured;
}

/** Nulls where there is no sqlite3 on this machine. */
function importBySqlite(folder: string, file: string): { seconds: number | null; cpuSeconds: number | null } {
  const start = performance.now();
  const command = ['sqlite3', join(folder, 'peer.db'), '-cmd', '.mode csv', `.import ${file} events`];
  const { error, status, stderr } = spawnSync('bash', ['-c', 'time -p "$0" "$@"', ...command], { encoding: 'utf8' });
  if (error || status === 127) return { seconds: null, cpuSeconds: null };
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - start) / 1000;
  const part = (name: string) => Number(new RegExp(`${name} ([\\d.]+)`).exec(stderr)?.[1]);
  return { seconds, cpuSeconds: part('user') + part('sys') };
}

/** Returns seconds. */
async function importByDuckdb(folder: string, file: string): Promise<number> {
  const start = performance.now();
  await inDuckdb(join(folder, 'peer.duckdb'), `CREATE TABLE events AS SELECT * FROM read_csv('${file}')`);
  return (performance.now() - start) / 1000;
}

/** The same rows as Parquet and as a CSV in gzip: their names and files. */
async function copiesOf(folder: string, file: string): Promise<[name: string, file: string][]> {
  const parquet = join(folder, 'events.parquet');
  const gzip = join(folder, 'packed.csv.gz');
  await inDuckdb(':memory:', `COPY (FROM read_csv('${file}')) TO '${parquet}' (FORMAT parquet)`);
  await inDuckdb(':memory:', `COPY (FROM read_csv('${file}')) TO '${gzip}' (FORMAT csv, COMPRESSION gzip)`);
  return [
    ['Parquet', parquet],
    ['CSV in gzip', gzip],
  ];
}

async function inDuckdb(database: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}
