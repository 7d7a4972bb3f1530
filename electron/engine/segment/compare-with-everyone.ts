import type { Database } from 'better-sqlite3';
import type { Lift } from '../../../shared/contract/segment.ts';
import { logFisher } from '../../../shared/domain/fisher.ts';
import { countFeatures, type FeatureCount } from '../store/events/feature-counts.ts';
import { itemLabel } from '../store/names/item-label.ts';
import { importState, nameOf, userCount } from '../store/names/name-lookup.ts';
import { benjaminiHochberg, estimateLift } from './lift.ts';

export interface Comparison {
  /** Number of features tested. */
  readonly tested: number;
  readonly lift: Lift;
}

interface Options {
  readonly minimumUsers: number;
  readonly liftRows: number;
  /** Whether to omit a feature from the test and the result; by default none is omitted. */
  readonly isOmitted?: (feature: FeatureCount) => boolean;
  /** Counter of the features; by default it queries the database. */
  readonly counter?: FeatureCounter;
}

/** Counts the users who have each feature. */
export interface FeatureCounter {
  ofMembers(members: Int32Array): FeatureCount[];
  ofEveryone(): FeatureCount[];
}

const sqliteCounter = (db: Database): FeatureCounter => ({
  ofMembers: (members) => countFeatures(db, members),
  ofEveryone: () => countEveryone(db),
});

/**
 * Compares the members with all users on features of at least `minimumUsers` users. Returns the `liftRows` most
 * significant ones.
 */
export function compareWithEveryone(
  db: Database,
  members: Int32Array,
  { minimumUsers, liftRows, isOmitted = () => false, counter = sqliteCounter(db) }: Options,
): Comparison {
  const users = userCount(db);
  if (liftRows === 0 || members.length === 0) return { tested: 0, lift: liftColumns(db, [], 0, 0) };
  const memberCounts = new Map(counter.ofMembers(members).map((feature) => [keyOf(feature), feature.users]));
  const testedFeatures = counter
    .ofEveryone()
    .filter((feature) => feature.users >= minimumUsers && !isOmitted(feature))
    .map((feature) => {
      const memberCount = memberCounts.get(keyOf(feature)) ?? 0;
      return {
        ...feature,
        members: memberCount,
        logP: logFisher(memberCount, members.length, feature.users, users),
        logQ: 0,
      };
    })
    .sort((a, b) => a.logP - b.logP || b.users - a.users);
  const logQ = benjaminiHochberg(Float64Array.from(testedFeatures, (feature) => feature.logP));
  const best = testedFeatures.slice(0, liftRows).map((feature, i) => ({ ...feature, logQ: logQ[i]! }));
  return { tested: testedFeatures.length, lift: liftColumns(db, best, members.length, users) };
}

type TestedFeature = FeatureCount & { readonly members: number; readonly logP: number; readonly logQ: number };

function liftColumns(db: Database, features: readonly TestedFeature[], size: number, users: number): Lift {
  const estimates = features.map((feature) => estimateLift(feature.members, size, feature.users, users));
  const items = features.map(({ kind, name }) =>
    kind === 'item' && typeof name === 'number' ? itemLabel(db, name) : null,
  );
  return {
    kind: features.map((feature) => feature.kind),
    of: features.map(({ kind, of }) =>
      of === 0 ? null : nameOf(db, kind === 'attribute' ? 'attributes' : 'actions', of),
    ),
    name: features.map((feature) => featureName(db, feature)),
    title: items.map((item) => item?.title ?? null),
    titleEn: items.map((item) => item?.titleEn ?? null),
    category: items.map((item) => item?.category ?? null),
    brand: items.map((item) => item?.brand ?? null),
    members: Int32Array.from(features, (feature) => feature.members),
    everyone: Int32Array.from(features, (feature) => feature.users),
    memberShare: Float64Array.from(features, (feature) => feature.members / size),
    everyoneShare: Float64Array.from(features, (feature) => feature.users / users),
    lift: Float64Array.from(estimates, (estimate) => estimate.lift),
    low: Float64Array.from(estimates, (estimate) => estimate.low),
    high: Float64Array.from(estimates, (estimate) => estimate.high),
    p: Float64Array.from(features, (feature) => Math.exp(feature.logP)),
    q: Float64Array.from(features, (feature) => Math.exp(feature.logQ)),
  };
}

const TABLES = { behaviour: 'categories', brand: 'brands', item: 'items' } as const;

function featureName(db: Database, { kind, name }: FeatureCount): string | null {
  if (typeof name === 'string' || kind === 'attribute') return String(name);
  return name === 0 ? null : nameOf(db, TABLES[kind], name);
}

function keyOf({ kind, of, name }: FeatureCount): string {
  return `${kind} ${of} ${name}`;
}

const overallCounts = new WeakMap<Database, { state: string; counts: FeatureCount[] }>();

/** Counts the features of all users. The result is the same for every segment and is cached until the next import. */
function countEveryone(db: Database): FeatureCount[] {
  const state = importState(db);
  const cached = overallCounts.get(db);
  if (cached?.state === state) return cached.counts;
  const counts = countFeatures(db);
  overallCounts.set(db, { state, counts });
  return counts;
}
