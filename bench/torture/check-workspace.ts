import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';

/** Number of rows of each table of a workspace's database, by table. */
export type RowCounts = Readonly<Record<string, number>>;

export function rowCounts(workspace: string): RowCounts {
  return withDatabase(workspace, (db) => {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    const names = tables.pluck().all() as string[];
    const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
    return Object.fromEntries(names.sort().map((table) => [table, count(table)]));
  });
}

/**
 * Returns what is wrong with a workspace on disk: a corrupt database, dangling foreign keys, and incomplete files under
 * their final name. Empty if the workspace is sound.
 */
export function faultsOf(workspace: string): string[] {
  return [...databaseFaults(workspace), ...filesOf(workspace).flatMap((file) => fileFaults(workspace, file))];
}

function databaseFaults(workspace: string): string[] {
  return withDatabase(workspace, (db) => {
    const integrity = db.pragma('integrity_check', { simple: true });
    const foreign = db.pragma('foreign_key_check') as unknown[];
    return [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
      ...(foreign.length ? [`foreign_key_check: ${foreign.length} rows`] : []),
    ];
  });
}

function withDatabase<T>(workspace: string, read: (db: Database.Database) => T): T {
  const db = new Database(join(workspace, 'workspace.db'), { fileMustExist: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function fileFaults(workspace: string, file: string): string[] {
  const name = relative(workspace, file);
  if (file.endsWith('.json')) return isJson(readFileSync(file, 'utf8')) ? [] : [`${name} is not JSON`];
  if (file.endsWith('.safetensors')) return isWholeSafetensors(file) ? [] : [`${name} is not whole`];
  return [];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a safetensors file is as long as its header says. */
function isWholeSafetensors(file: string): boolean {
  const size = statSync(file).size;
  const descriptor = openSync(file, 'r');
  try {
    const length = Buffer.alloc(8);
    if (readSync(descriptor, length) < 8) return false;
    const header = Buffer.alloc(Math.min(size, Number(length.readBigUInt64LE())));
    readSync(descriptor, header);
    if (!isJson(header.toString())) return false;
    const tensors: Record<string, { data_offsets?: [number, number] }> = JSON.parse(header.toString());
    const ends = Object.values(tensors).map((tensor) => tensor.data_offsets?.[1] ?? 0);
    return size === 8 + header.length + Math.max(0, ...ends);
  } finally {
    closeSync(descriptor);
  }
}
