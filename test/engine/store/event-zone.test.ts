import { describe, expect, it } from 'vitest';
import { dailyActivity } from '../../../electron/engine/store/events/activity.ts';
import { eventsByMonth, hoursOfWeek } from '../../../electron/engine/store/events/timeline.ts';
import { workspaceInfo } from '../../../electron/engine/store/workspace-info.ts';
import { changeSettings, readSettings, workspaceZone } from '../../../electron/engine/store/workspace-settings.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';

/** A workspace in which `ann` has one view at each of the times, written in UTC. */
function shop(times: readonly string[], timeZone: string | null, timeKind: 'clock' | 'date' = 'clock') {
  const workspace = testWorkspace();
  const events = times.map((time) => ({ user: 'ann', time: Date.parse(time), action: 'view' }));
  fillShop(workspace, { events, timeKind });
  changeSettings(workspace.db, { timeZone });
  return workspace;
}

const DAY = 86_400_000;
const days = (...isoDays: string[]) => isoDays.map((iso) => Date.parse(iso) / DAY);
const busyHours = (hours: Int32Array) => [...hours.keys()].filter((hour) => hours[hour]! > 0);
const [SATURDAY, SUNDAY] = [5 * 24, 6 * 24];

describe('days and hours of events in New York', () => {
  it('are those of its clock before and after it goes forward', () => {
    // 23:30 EST on Saturday, 01:59 EST and 03:00 EDT on Sunday, 23:59 EDT.
    const times = ['2024-03-10T04:30Z', '2024-03-10T06:59Z', '2024-03-10T07:00Z', '2024-03-11T03:59Z'];
    const { db } = shop(times, 'America/New_York');
    const { days: activeDays, counts } = dailyActivity(db);
    expect([...activeDays]).toEqual(days('2024-03-09', '2024-03-10'));
    expect([...counts]).toEqual([1, 3]);
    expect(busyHours(hoursOfWeek(db, 1))).toEqual([SATURDAY + 23, SUNDAY + 1, SUNDAY + 3, SUNDAY + 23]);
  });

  it('are those of its clock before and after it goes back', () => {
    // 00:30 EDT, 01:30 EDT and 01:30 EST on Sunday, 23:59 EST.
    const times = ['2024-11-03T04:30Z', '2024-11-03T05:30Z', '2024-11-03T06:30Z', '2024-11-04T04:59Z'];
    const { db } = shop(times, 'America/New_York');
    expect([...dailyActivity(db).days]).toEqual(days('2024-11-03'));
    const hours = hoursOfWeek(db, 1);
    expect(busyHours(hours)).toEqual([SUNDAY, SUNDAY + 1, SUNDAY + 23]);
    expect(hours[SUNDAY + 1]).toBe(2);
  });

  it('also before 1970', () => {
    const { db } = shop(['1969-12-31T12:00Z', '1969-12-31T03:00Z', '1968-02-01T04:59Z'], 'America/New_York');
    expect([...dailyActivity(db).days]).toEqual(days('1968-01-31', '1969-12-30', '1969-12-31'));
    expect(eventsByMonth(db, 1).map(({ month }) => month)).toEqual(['1968-01', '1969-12']);
  });
});

describe('the time zone of a workspace', () => {
  const EVENING = ['2024-01-31T16:30Z'];

  it('is UTC until one is chosen', () => {
    const { db } = shop(EVENING, null);
    expect(workspaceZone(db).name).toBe('UTC');
    expect([...dailyActivity(db).days]).toEqual(days('2024-01-31'));
  });

  it('changes days, hours and months without a new import', () => {
    const workspace = shop(EVENING, 'UTC');
    const { db } = workspace;
    expect(eventsByMonth(db, 1)).toEqual([{ month: '2024-01', events: 1 }]);
    changeSettings(db, { timeZone: 'Asia/Shanghai' });
    expect(eventsByMonth(db, 1)).toEqual([{ month: '2024-02', events: 1 }]);
    expect([...dailyActivity(db).days]).toEqual(days('2024-02-01'));
    expect(busyHours(hoursOfWeek(db, 1))).toEqual([3 * 24]);
    expect(workspaceInfo(workspace)).toMatchObject({ timeZone: 'Asia/Shanghai', eventZone: 'Asia/Shanghai' });
  });

  it('does not move dates without a time of day', () => {
    const workspace = shop(['2024-01-31'], 'America/New_York', 'date');
    expect([...dailyActivity(workspace.db).days]).toEqual(days('2024-01-31'));
    expect(workspaceInfo(workspace)).toMatchObject({ timeZone: 'America/New_York', eventZone: 'UTC' });
  });

  it('moves clocks and not dates where a workspace has both', () => {
    const { db } = shop(['2024-01-31', '2024-01-31T02:00Z'], 'America/New_York');
    db.exec(`INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
      VALUES (2, 'dates.csv', '', 'events', 'date', '{}', 0, 0, 0, 0, 0, 0);
      UPDATE events SET import = 2 WHERE seq = 0`);
    expect([...dailyActivity(db).days]).toEqual(days('2024-01-30', '2024-01-31'));
  });

  it('and the currency are refused if they do not exist', () => {
    const { db } = testWorkspace();
    expect(() => changeSettings(db, { timeZone: 'Asia/Peking' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ZONE' }),
    );
    expect(() => changeSettings(db, { timeZone: 'UTC', currency: 'Euro' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_CURRENCY' }),
    );
    expect(readSettings(db)).toEqual({ timeZone: null, currency: null });
  });

  it('and the currency can be removed', () => {
    const { db } = testWorkspace();
    expect(changeSettings(db, { timeZone: 'Asia/Shanghai', currency: 'cny' })).toEqual({
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
    });
    expect(changeSettings(db, { currency: null })).toEqual({ timeZone: 'Asia/Shanghai', currency: null });
  });
});
