import type { Database } from 'better-sqlite3';
import type { Trait } from '../../../shared/contract/map.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import { userFeatures } from '../store/event-features.ts';
import { type Measures, readMeasures } from '../store/measures.ts';
import { type NamedTable, nameOf } from '../store/names.ts';
import { userAttributes } from '../store/user-facts.ts';
import { ShareSums } from './share-sums.ts';

/** Traits that are rarer among a cluster's users, or less sure, say little of it. */
const LEAST_SHARE = 0.03;
const LEAST_Z = 3;
const LEAST_LIFT = 1.2;
const MOST_TRAITS = 12;

/** What sets each cluster apart, the surest first. users[i] is in clusters[i]; clusters are numbered from 0. */
export function clusterTraits(db: Database, users: Int32Array, clusters: Int32Array): Trait[][] {
  const sizes = new Int32Array(clusters.reduce((max, cluster) => Math.max(max, cluster), -1) + 1);
  for (const cluster of clusters) sizes[cluster]!++;
  const clusterOf = new Map(Array.from(users, (user, row) => [user, clusters[row]!]));
  const shares = eventShares(db, clusterOf, sizes.length);
  const declared = attributeShares(db, users, clusterOf, sizes.length);
  const measures = readMeasures(db, users);
  return Array.from(sizes.keys(), (cluster) => {
    const ofEvents = (['category', 'brand', 'action'] as const).flatMap((kind) =>
      shares[kind].compare(cluster, sizes, LEAST_SHARE).map(({ feature, ...figures }) => ({
        kind,
        of: null,
        name: nameOf(db, TABLES[kind], feature),
        level: null,
        ...figures,
      })),
    );
    const attributes = declared.sums.compare(cluster, declared.sizes, LEAST_SHARE).map(({ feature, ...figures }) => {
      const [of, name] = declared.values[feature]!;
      return { kind: 'attribute' as const, of, name, level: null, ...figures };
    });
    const sure = [...ofEvents, ...attributes].filter(({ z, lift }) => z >= LEAST_Z && lift >= LEAST_LIFT);
    const all = [...sure, ...measureTraits(measures, clusterOf, cluster)];
    return all.sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, MOST_TRAITS);
  });
}

const TABLES: Record<'category' | 'brand' | 'action', NamedTable> = {
  category: 'categories',
  brand: 'brands',
  action: 'actions',
};

function eventShares(db: Database, clusterOf: ReadonlyMap<number, number>, clusters: number) {
  const sums = { category: new ShareSums(clusters), brand: new ShareSums(clusters), action: new ShareSums(clusters) };
  for (const { user, events, categories, brands, actions } of userFeatures(db)) {
    const cluster = clusterOf.get(user);
    if (cluster === undefined) continue;
    for (const [id, n] of categories) sums.category.add(id, cluster, n / events);
    for (const [id, n] of brands) sums.brand.add(id, cluster, n / events);
    for (const [id, n] of actions) sums.action.add(id, cluster, n / events);
  }
  return sums;
}

/** Only users who declared something count; a cluster of whom none did has size 1 so that shares are 0. */
function attributeShares(db: Database, users: Int32Array, clusterOf: ReadonlyMap<number, number>, clusters: number) {
  const sums = new ShareSums(clusters);
  const sizes = new Int32Array(clusters);
  const values: [attribute: string, value: string][] = [];
  const index = new Map<string, number>();
  for (const [user, declared] of userAttributes(db, users)) {
    const cluster = clusterOf.get(user)!;
    sizes[cluster]!++;
    for (const [attribute, value] of Object.entries(declared)) {
      const key = `${attribute}\n${value}`;
      const feature = index.get(key) ?? values.push([attribute, value]) - 1;
      index.set(key, feature);
      sums.add(feature, cluster, 1);
    }
  }
  return { sums, sizes: sizes.map((size) => Math.max(1, size)), values };
}

/** Measures whose median among the members lies in the upper or lower quarter of everyone's. */
function measureTraits(measures: Measures, clusterOf: ReadonlyMap<number, number>, cluster: number): Trait[] {
  const rows = Array.from(measures.users.keys()).filter((row) => clusterOf.get(measures.users[row]!) === cluster);
  return MeasureName.options.flatMap((name): Trait[] => {
    const everyone = sortedKnown(measures[name]);
    const members = sortedKnown(rows.map((row) => measures[name][row]!));
    if (members.length === 0) return [];
    const [low, middle, high] = [quantile(everyone, 0.25), quantile(everyone, 0.5), quantile(everyone, 0.75)];
    const median = quantile(members, 0.5);
    const level = median >= high && median > middle ? 'high' : median <= low && median < middle ? 'low' : null;
    if (level === null) return [];
    const spread = Math.max(1e-9, (high - low) / 1.349);
    const z = ((median - middle) / spread) * Math.sqrt((members.length * 2) / Math.PI);
    return [
      {
        kind: 'measure',
        of: null,
        name,
        level,
        lift: middle > 0 ? median / middle : 1,
        z,
        share: median,
        overall: middle,
      },
    ];
  });
}

function sortedKnown(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort();
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
