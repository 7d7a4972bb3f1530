import type { WorkspaceOverview } from '../../../shared/contract/workspace.ts';
import { DAY } from './day.ts';

const SIDE = 255;

/** Three round clusters of points: x, y and cluster, flattened. */
const points = Array.from({ length: 300 }, (_, i) => {
  const [angle, radius] = [i * 2.4, (i % 20) * 1.8];
  const [x = 0, y = 0] =
    [
      [60, 60],
      [190, 90],
      [120, 200],
    ][i % 3] ?? [];
  const place = (middle: number, offset: number) => Math.round(Math.min(SIDE, Math.max(0, middle + offset)));
  return [place(x, radius * Math.cos(angle)), place(y, radius * Math.sin(angle)), i % 3];
}).flat();

const home = '/home/anna/Portrait';

/** An open workspace with a map, one of the same name elsewhere, and one that was never open here. */
export const workspaceOverviews: readonly WorkspaceOverview[] = [
  {
    name: 'shop',
    path: `${home}/shop.portrait`,
    used: DAY,
    figures: { users: 1840, events: 41_200, bytes: 38_400_000, map: points },
  },
  {
    name: 'shop',
    path: '/media/disk/a folder with a long name/exports of the spring/shop.portrait',
    used: DAY - 86_400_000,
    figures: { users: 1, events: 1, bytes: 412_000, map: null },
  },
  { name: 'Tea', path: `${home}/Tea.portrait`, used: DAY - 9 * 86_400_000, figures: null },
];
