import { describe, expect, it } from 'vitest';
import { findGaps } from '../../../../electron/engine/ingest/report/gaps.ts';

const DAY = 86_400_000;
const starts = Array.from({ length: 70 }, (_, day) => day * DAY);
const end = 70 * DAY;

describe('gaps', () => {
  it('are periods without events', () => {
    const counts = starts.map((_, day) => (day >= 20 && day < 24 ? 0 : 5));
    expect(findGaps(starts, counts, end)).toEqual([{ from: 20 * DAY, to: 24 * DAY }]);
  });

  it('exclude weekly pauses, but not longer ones', () => {
    const closed = (day: number) => day % 7 >= 5;
    const counts = starts.map((_, day) => (closed(day) || (day >= 30 && day < 44) ? 0 : 5));
    expect(
      findGaps(
        starts,
        starts.map((_, day) => (closed(day) ? 0 : 5)),
        end,
      ),
    ).toEqual([]);
    expect(findGaps(starts, counts, end)).toEqual([{ from: 30 * DAY, to: 44 * DAY }]);
  });

  it('may be at the end', () => {
    expect(findGaps([0, DAY, 2 * DAY], [1, 0, 0], 2.5 * DAY)).toEqual([{ from: DAY, to: 2.5 * DAY }]);
  });
});
