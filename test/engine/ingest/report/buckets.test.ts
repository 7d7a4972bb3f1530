import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, bucketFor, startsOf } from '../../../../electron/engine/ingest/report/buckets.ts';

const times = fc.integer({ min: Date.UTC(1950), max: Date.UTC(2090) });
const spans = fc.oneof(
  fc.integer({ min: 0, max: 9e7 }),
  fc.integer({ min: 0, max: 4e10 }),
  fc.integer({ min: 0, max: 4e12 }),
);

/** Whether a time is the start of a bucket, by the calendar. */
const opens: Readonly<Record<Bucket, (date: Date) => boolean>> = {
  hour: (date) => date.getUTCMinutes() === 0,
  day: (date) => date.getUTCHours() === 0,
  week: (date) => date.getUTCHours() === 0 && date.getUTCDay() === 1,
  month: (date) => date.getUTCHours() === 0 && date.getUTCDate() === 1,
  year: (date) => date.getUTCHours() === 0 && date.getUTCDate() === 1 && date.getUTCMonth() === 0,
};

describe('time buckets', () => {
  it('follow the calendar without gaps, cover the whole range, and fit a chart', () => {
    fc.assert(
      fc.property(times, spans, (first, span) => {
        const last = first + span;
        const bucket = bucketFor(first, last);
        const starts = startsOf(first, last, bucket);
        expect(starts.every((start) => start % 60_000 === 0 && opens[bucket](new Date(start)))).toBe(true);
        expect(starts.every((start, i) => i === 0 || start > starts[i - 1]!)).toBe(true);
        expect(starts[0]! <= first && starts.at(-1)! <= last).toBe(true);
        expect(starts[1] === undefined || starts[1] > first).toBe(true);
        expect(starts.length).toBeLessThan(1400);
      }),
    );
  });
});
