import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import type { TimeKind } from '../sequence/encode.ts';
import { type Histories, readHistories } from '../store/histories.ts';
import type { Held } from './evaluate/rank.ts';
import { type Split, splitHistories } from './split.ts';

export interface Dataset {
  readonly histories: Histories;
  readonly split: Split;
  readonly time: TimeKind;
}

/** All histories of a workspace and what is held out of each. Throws NO_EVENTS. */
export function readDataset(db: Database): Dataset {
  const histories = readHistories(db);
  if (histories.users.length === 0) {
    throw new PortraitError({
      code: 'NO_EVENTS',
      message: 'There are no events to learn from.',
      hint: 'Import a file first.',
    });
  }
  const kinds = db
    .prepare<[], { kind: string }>("SELECT DISTINCT time_kind kind FROM imports WHERE kind = 'events'")
    .all();
  const has = (kind: string) => kinds.some((row) => row.kind === kind);
  const dates = !has('order') && !has('none');
  return { histories, split: splitHistories(histories), time: { clock: dates && !has('date'), dates } };
}

/** The part of each history that training sees. */
export function trainingPart({ histories, split }: Dataset): Histories {
  const kept: number[] = [];
  const offsets = new Int32Array(histories.offsets.length);
  for (let h = 0; h < histories.users.length; h++) {
    for (let e = histories.offsets[h]!; e < split.trainEnd[h]!; e++) kept.push(e);
    offsets[h + 1] = kept.length;
  }
  const pick = <T extends Int32Array | Float32Array | Float64Array>(column: T): T => {
    const picked = column.slice(0, kept.length) as T;
    kept.forEach((e, i) => {
      picked[i] = column[e]!;
    });
    return picked;
  };
  const { users, time, action, item, category, brand, price, amount, session } = histories;
  return {
    users,
    offsets,
    time: pick(time),
    action: pick(action),
    item: pick(item),
    category: pick(category),
    brand: pick(brand),
    price: pick(price),
    amount: pick(amount),
    session: pick(session),
  };
}

/** The questions that validation or the test asks, of at most `limit` users spread evenly. */
export function heldOut(
  { histories, split }: Dataset,
  which: 'validation' | 'test',
  limit = Number.POSITIVE_INFINITY,
): Held[] {
  const all: Held[] = [];
  split[which].forEach((event, h) => {
    if (event >= 0) all.push({ from: histories.offsets[h]!, event });
  });
  if (all.length <= limit) return all;
  return Array.from({ length: limit }, (_, i) => all[Math.floor((i * all.length) / limit)]!);
}
