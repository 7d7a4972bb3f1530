import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, isoMinute, isoWithOffset, timeAtLocal } from '../../../../shared/domain/time/local-time.ts';
import { isTimeZone, timeZone } from '../../../../shared/domain/time/time-zone.ts';

const ZONES = [
  ...['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['America/St_Johns', 'Africa/Casablanca', 'Pacific/Apia', 'America/Sao_Paulo', 'UTC', 'Africa/Monrovia'],
];

const formats = new Map(
  ZONES.map((name) => [
    name,
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: name, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    }),
  ]),
);

/** Oracle: the zone's clock by `Intl`, as ISO 8601 to the second. */
function clock(name: string, time: number): string {
  const parts = formats.get(name)!.formatToParts(time);
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

const local = (name: string, time: number) => new Date(time + timeZone(name).offset(time)).toISOString().slice(0, 19);

describe('the offset of a time zone', () => {
  const times = fc.integer({ min: Date.UTC(1970), max: Date.UTC(2040) });

  it('equals that of Intl at every time from 1970 to 2040', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), times, (name, time) => {
        expect(local(name, time)).toBe(clock(name, time));
      }),
      { numRuns: 4000 },
    );
  });

  it('equals that of Intl one second before and after every change', () => {
    for (const name of ZONES) {
      const changes = timeZone(name).changes(Date.UTC(1970), Date.UTC(2040)).slice(1);
      for (const { from } of changes) {
        for (const time of [from - 1000, from, from + 1000]) expect(local(name, time)).toBe(clock(name, time));
      }
    }
  });

  it('stays the same before the first and after the last change that is known', () => {
    const zone = timeZone('America/New_York');
    expect(zone.offset(-8.64e15)).toBe(zone.offset(Date.UTC(1800, 0, 1)));
    expect(zone.offset(8.64e15)).toBe(zone.offset(Date.UTC(2400, 0, 2)));
  });
});

describe('local times', () => {
  const zone = timeZone('America/New_York');
  const shown = (iso: string) => isoWithOffset(zone, timeAtLocal(zone, Date.parse(`${iso}Z`)));

  it('become times and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(1970), max: Date.UTC(2040) }), (name, time) => {
        const there = timeZone(name);
        const at = timeAtLocal(there, time);
        const shows = at + there.offset(at);
        const showsTwice = at !== time - there.offset(time + 86_400_000);
        expect(shows === time || showsTwice).toBe(true);
        expect(shows).toBeGreaterThanOrEqual(time);
      }),
    );
  });

  it('that a clock skips are those of the change, and those that it shows twice are the earlier ones', () => {
    expect(shown('2024-03-10T01:59:59')).toBe('2024-03-10T01:59:59.000-05:00');
    expect(shown('2024-03-10T02:30:00')).toBe('2024-03-10T03:00:00.000-04:00');
    expect(shown('2024-11-03T01:30:00')).toBe('2024-11-03T01:30:00.000-04:00');
    expect(shown('2024-11-03T02:00:00')).toBe('2024-11-03T02:00:00.000-05:00');
  });

  it('are written with their day, their minute and their offset', () => {
    const time = Date.UTC(2026, 2, 8, 20, 15);
    expect(isoDay(timeZone('Asia/Shanghai'), time)).toBe('2026-03-09');
    expect(isoMinute(timeZone('Asia/Kathmandu'), time)).toBe('2026-03-09 02:00');
    expect(isoWithOffset(timeZone('America/St_Johns'), time)).toBe('2026-03-08T17:45:00.000-02:30');
    expect(isoWithOffset(timeZone('UTC'), time)).toBe('2026-03-08T20:15:00.000Z');
  });
});

it('a name without a zone is none', () => {
  expect(['Asia/Shanghai', 'UTC', 'Asia/Peking', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
