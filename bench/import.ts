import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import type { Bench, Row } from './row.ts';
import { generateEvents } from './support/generate-events.ts';

/** Number of rows of the generated CSV; can be set by the environment. */
const ROWS = Number(process.env.BENCH_ROWS ?? 500_000);
const script = fileURLToPath(new URL('support/import-in-engine.ts', import.meta.url));

/**
 * Imports a generated CSV into a workspace by a complete engine in its own process: typed, deduplicated, sorted by user
 * and time, in sessions, with a report. Compared, in the same run, with importing the same file into an untyped table
 * by `sqlite3 .import` and into a DuckDB table by `read_csv`; and with the same rows from Parquet and gzip. The same file
 * is examined, which reads, describes and imports it, but for what is written.
 */
const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  try {
    const file = join(folder, 'events.csv');
    generateEvents(file, ROWS);
    const portrait = importByPortrait(folder, file);
    const sqlite = importBySqlite(folder, file);
    const duckdb = await importByDuckdb(folder, file);
    const examined = importByPortrait(folder, file, 'examine');
    const copies = await copiesOf(folder, file);
    const size = `${ROWS.toLocaleString('en')} rows`;
    const csv = statSync(file).size;
    return [
      compared(`import, ${size}`, portrait.seconds, 's', 'sqlite3 .import', sqlite.seconds),
      compared(`import, ${size}`, portrait.seconds, 's', 'DuckDB read_csv', duckdb),
      compared(`import, ${size}`, portrait.cpuSeconds, 'CPU s', 'sqlite3 .import', sqlite.cpuSeconds),
      ...copies.map(([name, copy]) =>
        compared(`import from ${name}, ${size}`, importByPortrait(folder, copy).seconds, 's'),
      ),
      compared(`examine, ${size}`, examined.seconds, 's'),
      compared(`examine, ${size}`, examined.cpuSeconds, 'CPU s'),
      compared(`size of the workspace, ${size}`, portrait.bytes / 1e6, 'MB', 'the CSV itself', csv / 1e6),
      compared(`memory at most, ${size}`, portrait.memory / 1e6, 'MB'),
      compared(`slowest answer meanwhile, ${size}`, portrait.slowestMs, 'ms'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;

/** Lower is better for all of these figures. */
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

const Measurement = z.object({
  events: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  slowestMs: z.number(),
  memory: z.number(),
  bytes: z.number(),
});

function importByPortrait(folder: string, file: string, job = 'import') {
  const workspace = join(folder, 'bench.portrait');
  const printed = execFileSync(process.execPath, [script, file, workspace, job], { encoding: 'utf8' });
  rmSync(workspace, { recursive: true });
  const measurement = Measurement.parse(JSON.parse(printed));
  if (measurement.events < ROWS * 0.99) throw new Error(`only ${measurement.events} of ${ROWS} rows were imported`);
  return measurement;
}

/** Returns nulls if sqlite3 is not installed. */
function importBySqlite(folder: string, file: string): { seconds: number | null; cpuSeconds: number | null } {
  const start = performance.now();
  const command = ['sqlite3', join(folder, 'peer.db'), '-cmd', '.mode csv', `.import ${file} events`];
  const { error, status, stderr } = spawnSync('bash', ['-c', 'time -p "$0" "$@"', ...command], { encoding: 'utf8' });
  if (error || status === 127) return { seconds: null, cpuSeconds: null };
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - start) / 1000;
  const timeOf = (name: string) => Number(new RegExp(`${name} ([\\d.]+)`).exec(stderr)?.[1]);
  return { seconds, cpuSeconds: timeOf('user') + timeOf('sys') };
}

/** Returns seconds. */
async function importByDuckdb(folder: string, file: string): Promise<number> {
  const start = performance.now();
  await inDuckdb(join(folder, 'peer.duckdb'), `CREATE TABLE events AS SELECT * FROM read_csv('${file}')`);
  return (performance.now() - start) / 1000;
}

/** Writes the same rows as Parquet and as gzipped CSV; returns their names and files. */
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
