import type { Database } from 'better-sqlite3';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { TimeKind } from '../sequence/encode.ts';
import { type Histories, readHistories } from '../store/events/histories.ts';
import { eventTimeKinds } from '../store/events/times.ts';
import { workspaceZone } from '../store/workspace-settings.ts';
import { historiesBefore, historyPrefixes } from './history-prefix.ts';
import type { TestCase } from './rank/rank-batches.ts';
import { type Split, splitHistories } from './split.ts';
import { splitByTime } from './temporal-split.ts';

export interface Dataset {
  readonly histories: Histories;
  readonly split: Split;
  readonly time: TimeKind;
}

/** Settings of `TrainConfig` that select and split a run's data. */
type DatasetSettings = Pick<TrainConfig, 'fields' | 'split' | 'heldOut' | 'testShare' | 'until'>;

/**
 * Reads the histories that a run may see, and splits off the held-out events. Throws NO_EVENTS, and TIMES_NEEDED if a
 * temporal split or a time limit is requested for data without dates.
 */
export function readDataset(db: Database, { fields, split, heldOut, testShare, until }: DatasetSettings): Dataset {
  const time = timeKind(db);
  if (!time.dates && (split === 'temporal' || until !== null)) throw timesNeeded();
  const all = readHistories(db, { texts: fields.includes('word') });
  const histories = until === null ? all : historiesBefore(all, until);
  if (histories.time.length === 0) throw noEvents(until);
  return {
    histories,
    split: split === 'temporal' ? splitByTime(histories, testShare, heldOut) : splitHistories(histories, heldOut),
    time,
  };
}

function timeKind(db: Database): TimeKind {
  const kinds = eventTimeKinds(db);
  const dates = !kinds.has('order') && !kinds.has('none');
  return { clock: dates && !kinds.has('date'), dates, timeZone: workspaceZone(db).name };
}

/** Returns the training part of each history. */
export function trainingHistories({ histories, split }: Dataset): Histories {
  return historyPrefixes(histories, split.trainEnd);
}

/**
 * Returns the test cases of the validation or the test split, of at most `limit` users spread evenly; the cases of a
 * user are adjacent.
 */
export function heldOutCases(
  { histories: { offsets }, split }: Dataset,
  which: 'validation' | 'test',
  limit = Number.POSITIVE_INFINITY,
): TestCase[] {
  let h = 0;
  const all = Array.from(split[which], (event): TestCase => {
    while (offsets[h + 1]! <= event) h++;
    return { from: offsets[h]!, event };
  });
  const users = [...new Set(all.map(({ from }) => from))];
  if (users.length <= limit) return all;
  const selectedUsers = new Set(
    Array.from({ length: limit }, (_, i) => users[Math.floor((i * users.length) / limit)]!),
  );
  return all.filter(({ from }) => selectedUsers.has(from));
}

export function noEvents(until: number | null): PortraitError {
  const earlier = until === null ? '' : ` before ${new Date(until).toISOString()}`;
  return new PortraitError({
    code: 'NO_EVENTS',
    message: `There are no events to train on${earlier}.`,
    hint: until === null ? 'Import a file first.' : 'Choose a later time, or import older events.',
    details: {
      variant: until === null ? 'none' : 'until',
      until: until === null ? null : new Date(until).toISOString(),
    },
  });
}

function timesNeeded(): PortraitError {
  return new PortraitError({
    code: 'TIMES_NEEDED',
    message: 'The data cannot be split by time, because some of it was imported without dates.',
    hint: 'Use the data split “Leave one out” (leaveOneOut), or import the files again with their time column.',
  });
}
