import type { Session } from '../session.ts';

/** Minimum share of the users for a cluster to be worth a campaign. */
const MIN_SHARE = 0.03;

/** Returns the cluster with the highest mean spending per user; ties, and data without money, are resolved by size. */
export async function bestCluster(session: Session, map: string): Promise<number> {
  const [{ cluster }, spending] = await Promise.all([
    session.client.call('map.points', { map }),
    session.client.call('map.colour', { map, by: { kind: 'measure', name: 'monetary' } }),
  ]);
  const sums = new Map<number, { users: number; money: number }>();
  cluster.forEach((id, at) => {
    const sum = sums.get(id) ?? { users: 0, money: 0 };
    const money = 'values' in spending ? (spending.values[at] ?? 0) : 0;
    sums.set(id, { users: sum.users + 1, money: sum.money + (Number.isNaN(money) ? 0 : money) });
  });
  const largeClusters = [...sums].filter(([, { users }]) => users >= MIN_SHARE * cluster.length);
  const ranked = largeClusters.sort(([, a], [, b]) => b.money / b.users - a.money / a.users || b.users - a.users);
  return ranked[0]?.[0] ?? 0;
}
