import type { Session } from '../session.ts';

/** A cluster smaller than this share of the users is no segment to start a campaign with. */
const SMALLEST_SHARE = 0.03;

/** The cluster whose users spend the most on average; among equals, and without money, the largest. */
export async function bestCluster(session: Session, map: string): Promise<number> {
  const [{ cluster }, spent] = await Promise.all([
    session.client.call('map.points', { map }),
    session.client.call('map.colour', { map, by: { kind: 'measure', name: 'monetary' } }),
  ]);
  const sums = new Map<number, { users: number; money: number }>();
  cluster.forEach((id, at) => {
    const sum = sums.get(id) ?? { users: 0, money: 0 };
    const money = 'values' in spent ? (spent.values[at] ?? 0) : 0;
    sums.set(id, { users: sum.users + 1, money: sum.money + (Number.isNaN(money) ? 0 : money) });
  });
  const large = [...sums].filter(([, { users }]) => users >= SMALLEST_SHARE * cluster.length);
  const ranked = large.sort(([, a], [, b]) => b.money / b.users - a.money / a.users || b.users - a.users);
  return ranked[0]?.[0] ?? 0;
}
