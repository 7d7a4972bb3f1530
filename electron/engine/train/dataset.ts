import type { Database } from 'better-sqlite3';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { TimeKind } from '../sequence/encode.ts';
import { type Histories, readHistories } from '../store/events/histories.ts';
import { before, headsOf } from './history-prefix.ts';
import type { Held } from './rank/rank-batches.ts';
import { type Split, splitHistories } from './split.ts';
import { splitByTime } from './temporal-split.ts';

export interface Dataset {
  readonly histories: Histories;
  readonly split: Split;
  readonly time: TimeKind;
}

/** What of the data a run is to see: settings of its `TrainConfig`. */
type Cut = Pick<TrainConfig, 'fields' | 'split' | 'heldOut' | 'testShare' | 'until'>;

/**
 * The histories of a workspace as a run may see them, and what is held out of each. Throws NO_EVENTS, and TIMES_NEEDED
 * where a cut in time is asked of data without dates.
 */
export function readDataset(db: Database, { fields, split, heldOut, testShare, until }: Cut): Dataset {
  const time = timeKind(db);
  if (!time.dates && (split === 'temporal' || until !== null)) throw timesNeeded();
  const all = readHistories(db, { texts: fields.includes('word') });
  const histories = until === null ? all : before(all, until);
  if (histories.time.length === 0) throw noEvents(until);
  return {
    histories,
    split: split === 'temporal' ? splitByTime(histories, testShare, heldOut) : splitHistories(histories, heldOut),
    time,
  };
}

function timeKind(db: Database): TimeKind {
  const kinds = db
    .prepare<[], { kind: string }>("SELECT DISTINCT time_kind kind FROM imports WHERE kind = 'events'")
    .all();
  const has = (kind: string) => kinds.some((row) => row.kind === kind);
  const dates = !has('order') && !has('none');
  return { clock: dates && !has('date'), dates };
}

/** The part of each history that training sees. */
export function trainingPart({ histories, split }: Dataset): Histories {
  return headsOf(histories, split.trainEnd);
}

/** The questions that validation or the test asks, of at most `limit` users spread evenly; those of a user stand together. */
export function heldOut(
  { histories: { offsets }, split }: Dataset,
  which: 'validation' | 'test',
  limit = Number.POSITIVE_INFINITY,
): Held[] {
  let h = 0;
  const all = Array.from(split[which], (event): Held => {
    while (offsets[h + 1]! <= event) h++;
    return { from: offsets[h]!, event };
  });
  const users = [...new Set(all.map(({ from }) => from))];
  if (users.length <= limit) return all;
  const asked = new Set(Array.from({ length: limit }, (_, i) => users[Math.floor((i * users.length) / limit)]!));
  return all.filter(({ from }) => asked.has(from));
}

function noEvents(until: number | null): PortraitError {
  const earlier = until === null ? '' : ` before ${new Date(until).toISOString()}`;
  return new PortraitError({
    code: 'NO_EVENTS',
    message: `There are no events to learn from${earlier}.`,
    hint: until === null ? 'Import a file first.' : 'Choose a later time, or import older events.',
  });
}

function timesNeeded(): PortraitError {
  return new PortraitError({
    code: 'TIMES_NEEDED',
    message: 'The data cannot be cut in time: some of it was imported without dates.',
    hint: "Hold out each user's last items instead (split leaveOneOut), or import the files again with their time column.",
  });
}
