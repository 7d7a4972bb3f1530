import { createHash, hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Histories } from '../store/events/histories.ts';
import { type NamedTable, namesById } from '../store/names/name-lookup.ts';

/**
 * Format version; changes whenever the hashed content does, so that hashes of different versions never compare equal.
 */
const FORMAT = 'portrait-data-1';

const NAMED_COLUMNS = {
  action: 'actions',
  item: 'items',
  category: 'categories',
  brand: 'brands',
} as const satisfies Partial<Record<keyof Histories, NamedTable>>;

/**
 * Returns the hash of the data that a run sees, as 64 hexadecimal digits: SHA-256 of every history's times, names,
 * prices, amounts and sessions, and of its texts if the run reads them. It does not depend on which workspace the file
 * is imported into, nor on the order of several imports; one event more or less, or one changed price, changes it. Ids
 * do not count, nor do users' names, which a model never sees and which may be hashed with a workspace's secret.
 */
export function dataHash(db: Database, histories: Histories): string {
  const hasher = createHash('sha256').update(FORMAT);
  const columns: NumberColumn[] = [histories.time, histories.price, histories.amount];
  for (const [field, table] of Object.entries(NAMED_COLUMNS) as [keyof typeof NAMED_COLUMNS, NamedTable][]) {
    const { names, ranks } = rankByName(namesById(db, table), histories[field]);
    hasher.update(JSON.stringify(names));
    columns.push(ranks);
  }
  columns.push(sessionNumbers(histories));
  if (histories.text.some((index) => index > 0)) {
    const { names, ranks } = rankByName(new Map(histories.texts.entries()), histories.text);
    hasher.update(JSON.stringify(names));
    columns.push(ranks);
  }
  for (const digest of userDigests(histories.offsets, columns)) hasher.update(digest);
  return hasher.digest('hex');
}

type NumberColumn = Float64Array | Float32Array | Int32Array;

/**
 * Returns the names that a column uses in alphabetical order, and the column with their ranks (from 1) in place of ids;
 * 0 for no value.
 */
function rankByName(all: ReadonlyMap<number, string>, column: Int32Array): { names: string[]; ranks: Int32Array } {
  const places = new Int32Array(column.reduce((max, id) => Math.max(max, id), 0) + 1);
  for (const id of column) places[id] = 1;
  const used = [...all].filter(([id]) => places[id] === 1).sort(([, a], [, b]) => (a < b ? -1 : 1));
  places.fill(0);
  used.forEach(([id], at) => {
    places[id] = at + 1;
  });
  return { names: used.map(([, name]) => name), ranks: column.map((id) => places[id]!) };
}

/** Numbers the sessions of each user from 0 in order of occurrence. */
function sessionNumbers({ offsets, session }: Histories): Int32Array {
  const numbers = new Int32Array(session.length);
  for (let h = 0; h + 1 < offsets.length; h++) {
    for (let e = offsets[h]! + 1; e < offsets[h + 1]!; e++)
      numbers[e] = numbers[e - 1]! + (session[e] === session[e - 1] ? 0 : 1);
  }
  return numbers;
}

/** Returns a digest of each history, sorted, so that the order of the users does not matter. */
function userDigests(offsets: Int32Array, columns: readonly NumberColumn[]): string[] {
  const digests: string[] = [];
  const bytes = columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  const width = columns.reduce((sum, column) => sum + column.BYTES_PER_ELEMENT, 0);
  let buffer = new Uint8Array(0);
  const scratch = (size: number) => {
    if (buffer.length < size) buffer = new Uint8Array(2 * size);
    return buffer.subarray(0, size);
  };
  for (let h = 0; h + 1 < offsets.length; h++) {
    const [from, to] = [offsets[h]!, offsets[h + 1]!];
    const historyBytes = scratch((to - from) * width);
    let at = 0;
    columns.forEach(({ BYTES_PER_ELEMENT: size }, c) => {
      historyBytes.set(bytes[c]!.subarray(from * size, to * size), at);
      at += (to - from) * size;
    });
    digests.push(hash('sha256', historyBytes));
  }
  return digests.sort();
}
