import { describe, expect, it } from 'vitest';
import { TimesBuilder } from '../../../electron/engine/columns/times.ts';

function built(times: readonly number[]) {
  const builder = new TimesBuilder(times.length);
  times.forEach((time, at) => {
    builder.set(at, time);
  });
  const { values, unit } = builder.finish();
  return { bytes: values.BYTES_PER_ELEMENT, times: Array.from(values, (value) => value * unit) };
}

describe('the times of events', () => {
  it('take four bytes each if they are whole seconds', () => {
    const times = [0, 1000, Date.parse('2026-01-01T00:00:01Z'), 4_294_967_295_000];
    expect(built(times)).toEqual({ bytes: 4, times });
  });

  it.each([
    ['with milliseconds', 1_700_000_000_001],
    ['before 1970', -1000],
    ['after 2106', 4_294_967_296_000],
  ])('are kept exactly from the first one on that is %s', (_, time) => {
    const times = [1000, 2000, time, 3000];
    expect(built(times)).toEqual({ bytes: 8, times });
  });
});
