import type { Database } from 'better-sqlite3';
import type { Trait } from '../../../shared/contract/map.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import { userFeatures } from '../store/events/event-features.ts';
import { type Measures, readMeasures } from '../store/events/measures.ts';
import { type NamedTable, nameOf } from '../store/names/name-lookup.ts';
import { userAttributes } from '../store/names/user-facts.ts';
import { DeclaredValues } from './declared-values.ts';
import { ShareSums } from './share-sums.ts';

/** Traits that are rarer among a cluster's users, or less sure, say little of it. */
const LEAST_SHARE = 0.03;
const LEAST_Z = 3;
const LEAST_LIFT = 1.2;
/** A cluster of phone buyers has a dozen brands that say the same; other kinds are to be seen too. */
const MOST_OF_A_KIND = 4;

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
    const attributes = declared.flatMap(({ of, values, sums, sizes }) =>
      sums.compare(cluster, sizes, LEAST_SHARE).map(({ feature, ...figures }) => ({
        kind: 'attribute' as const,
        of,
        name: values[feature]!,
        level: null,
        ...figures,
      })),
    );
    const shown = [...ofEvents, ...attributes].filter(({ lift }) => lift >= LEAST_LIFT);
    const all = [...shown, ...measureTraits(measures, clusterOf, cluster)].filter(({ z }) => Math.abs(z) >= LEAST_Z);
    return mostOfEachKind(all.sort((a, b) => Math.abs(b.z) - Math.abs(a.z)));
  });
}

function mostOfEachKind(traits: readonly Trait[]): Trait[] {
  const counts = new Map<string, number>();
  return traits.filter(({ kind }) => {
    const before = counts.get(kind) ?? 0;
    counts.set(kind, before + 1);
    return before < MOST_OF_A_KIND;
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

/** The values of each attribute among the users who declared it: others are neither for nor against a value. */
function attributeShares(db: Database, users: Int32Array, clusterOf: ReadonlyMap<number, number>, clusters: number) {
  const attributes = new Map<string, DeclaredValues>();
  for (const [user, declared] of userAttributes(db, users)) {
    const cluster = clusterOf.get(user)!;
    for (const [of, value] of Object.entries(declared)) {
      const known = attributes.get(of) ?? new DeclaredValues(of, clusters);
      attributes.set(of, known);
      known.add(value, cluster);
    }
  }
  return [...attributes.values()];
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

function sortedKnown(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(Array.from(values).filter((value) => !Number.isNaN(value))).sort();
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
