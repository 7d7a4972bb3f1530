import type { Database } from 'better-sqlite3';
import type { Trait } from '../../../shared/contract/map.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import { userFeatures } from '../store/events/event-features.ts';
import { type Measures, readMeasures } from '../store/events/measures.ts';
import { type NamedTable, nameOf } from '../store/names/name-lookup.ts';
import { userAttributes } from '../store/names/user-facts.ts';
import { DeclaredValues } from './declared-values.ts';
import { ShareSums } from './share-sums.ts';

/** Minimum share among a cluster's users, minimum significance and minimum lift of a trait. */
const MIN_SHARE = 0.03;
const MIN_Z = 3;
const MIN_LIFT = 1.2;
/**
 * Maximum number of traits of one kind: a dozen brands of phones would all say the same, and hide traits of other
 * kinds.
 */
const MAX_PER_KIND = 4;

/**
 * Returns the traits that distinguish each cluster, most significant first. users[i] is in clusters[i]; clusters are
 * numbered from 0.
 */
export function clusterTraits(db: Database, users: Int32Array, clusters: Int32Array): Trait[][] {
  const sizes = new Int32Array(clusters.reduce((max, cluster) => Math.max(max, cluster), -1) + 1);
  for (const cluster of clusters) sizes[cluster]!++;
  const clusterOf = new Map(Array.from(users, (user, row) => [user, clusters[row]!]));
  const shares = eventShares(db, clusterOf, sizes.length);
  const declared = attributeShares(db, users, clusterOf, sizes.length);
  const measures = readMeasures(db, users);
  return Array.from(sizes.keys(), (cluster) => {
    const eventTraits = (['category', 'brand', 'action'] as const).flatMap((kind) =>
      shares[kind].compareWithOverall(cluster, sizes, MIN_SHARE).map(({ feature, ...figures }) => ({
        kind,
        of: null,
        name: nameOf(db, TABLES[kind], feature),
        level: null,
        ...figures,
      })),
    );
    const attributes = declared.flatMap(({ attribute, values, sums, sizes }) =>
      sums.compareWithOverall(cluster, sizes, MIN_SHARE).map(({ feature, ...figures }) => ({
        kind: 'attribute' as const,
        of: attribute,
        name: values[feature]!,
        level: null,
        ...figures,
      })),
    );
    const frequentTraits = [...eventTraits, ...attributes].filter(({ lift }) => lift >= MIN_LIFT);
    const significantTraits = [...frequentTraits, ...measureTraits(measures, clusterOf, cluster)].filter(
      ({ z }) => Math.abs(z) >= MIN_Z,
    );
    return limitPerKind(significantTraits.sort((a, b) => Math.abs(b.z) - Math.abs(a.z)));
  });
}

function limitPerKind(traits: readonly Trait[]): Trait[] {
  const counts = new Map<string, number>();
  return traits.filter(({ kind }) => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < MAX_PER_KIND;
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

/** Counts the values of each attribute among the users who declared it; other users are not counted. */
function attributeShares(db: Database, users: Int32Array, clusterOf: ReadonlyMap<number, number>, clusters: number) {
  const attributes = new Map<string, DeclaredValues>();
  for (const [user, userValues] of userAttributes(db, users)) {
    const cluster = clusterOf.get(user)!;
    for (const [attribute, value] of userValues) {
      const declaredValues = attributes.get(attribute) ?? new DeclaredValues(attribute, clusters);
      attributes.set(attribute, declaredValues);
      declaredValues.add(value, cluster);
    }
  }
  return [...attributes.values()];
}

/** Returns the measures with a cluster median in the upper or lower quarter of all users. */
function measureTraits(measures: Measures, clusterOf: ReadonlyMap<number, number>, cluster: number): Trait[] {
  const rows = Array.from(measures.users.keys()).filter((row) => clusterOf.get(measures.users[row]!) === cluster);
  return MeasureName.options.flatMap((name): Trait[] => {
    const everyone = sortedNumbers(measures[name]);
    const members = sortedNumbers(rows.map((row) => measures[name][row]!));
    if (members.length === 0) return [];
    const [low, middle, high] = [quantile(everyone, 0.25), quantile(everyone, 0.5), quantile(everyone, 0.75)];
    const median = quantile(members, 0.5);
    const level = median >= high && median > middle ? 'high' : median <= low && median < middle ? 'low' : null;
    if (level === null) return [];
    const spread = high > low ? (high - low) / 1.349 : deviation(everyone);
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

function sortedNumbers(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort();
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
