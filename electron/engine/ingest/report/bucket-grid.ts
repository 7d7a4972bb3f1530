import { localTime, timeAtLocal } from '../../../../shared/domain/time/local-time.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import { localSql } from '../../store/events/local-sql.ts';
import { type Bucket, bucketFor, startOf, startsOf } from './buckets.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Buckets of a zone's hours or calendar over a range of times, and the SQL that assigns times to them. */
export interface BucketGrid {
  readonly bucket: Bucket;
  /** Start of each bucket, in milliseconds since the epoch. */
  readonly starts: number[];
  /** SQL for the unit (hour or local day) of a column of times, for `indexOf`. */
  unitSql(time: string): string;
  indexOf(unit: number): number;
}

/** Returns the grid of all buckets from the one of `first` to the one of `last`. */
export function bucketGrid(first: number, last: number, zone: TimeZone): BucketGrid {
  const bucket = bucketFor(first, last);
  if (bucket === 'hour') return hourGrid(first, last, zone.offset(first) % HOUR);
  const localStarts = startsOf(localTime(zone, first), localTime(zone, last), bucket);
  const indices = new Map(localStarts.map((start, index) => [start, index]));
  const changes = zone.changes(first, last);
  return {
    bucket,
    starts: localStarts.map((start) => timeAtLocal(zone, start)),
    unitSql: (time) => `floor(${localSql(time, changes)} / ${DAY}.0)`,
    indexOf: (unit) => indices.get(startOf(unit * DAY, bucket)) ?? 0,
  };
}

/** Hours are those of UTC, moved by the part of an hour that the zone differs from it. */
function hourGrid(first: number, last: number, shift: number): BucketGrid {
  const starts = startsOf(first + shift, last + shift, 'hour').map((start) => start - shift);
  return {
    bucket: 'hour',
    starts,
    unitSql: (time) => `floor((${time} + ${shift}) / ${HOUR}.0)`,
    indexOf: (unit) => Math.round((unit * HOUR - shift - starts[0]!) / HOUR),
  };
}
