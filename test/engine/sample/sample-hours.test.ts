import { expect, it } from 'vitest';
import { sampleJob } from '../../../electron/engine/sample/sample-job.ts';
import { hoursOfWeek } from '../../../electron/engine/store/events/timeline.ts';
import { workspaceInfo } from '../../../electron/engine/store/workspace-info.ts';
import { changeSettings } from '../../../electron/engine/store/workspace-settings.ts';
import { testWorkspace } from '../../support/shop.ts';
import { jobContext } from '../ingest/import-helpers.ts';

it('the sample shop is busiest from 20 to 22 h, in the zone that it sets', async () => {
  const workspace = testWorkspace();
  await sampleJob({ seed: 7, users: 200 }, jobContext(workspace));
  const info = workspaceInfo(workspace);
  expect(info).toMatchObject({ timeZone: 'Asia/Shanghai', eventZone: 'Asia/Shanghai', currency: 'CNY' });
  const busiest = () => {
    const perHour = new Array<number>(24).fill(0);
    for (let user = 1; user <= info.users; user++)
      for (const [hour, events] of hoursOfWeek(workspace.db, user).entries()) perHour[hour % 24]! += events;
    const sorted = [...perHour.keys()].sort((a, b) => perHour[b]! - perHour[a]!);
    return sorted.slice(0, 2).sort((a, b) => a - b);
  };
  expect(busiest()).toEqual([20, 21]);
  changeSettings(workspace.db, { timeZone: 'UTC' });
  expect(busiest()).toEqual([12, 13]);
});
