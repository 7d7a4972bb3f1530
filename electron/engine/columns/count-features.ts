import type { FeatureCount } from '../store/events/feature-counts.ts';
import type { Columns } from './columns.ts';
import type { Mask } from './masks.ts';

/** Counts the users of a mask who have each feature, with the same result as the function of this name in the store. */
export function countFeatures(columns: Columns, mask: Mask): FeatureCount[] {
  const { events, maxIds } = columns;
  const { offsets, action, category, brand, item } = events;
  const categories = maxIds.category + 1;
  const actions = distinctUsers(offsets, mask, maxIds.action, (e) => action[e]!);
  const inCategories = distinctUsers(offsets, mask, (maxIds.action + 1) * categories - 1, (e) =>
    category[e] === 0 ? 0 : action[e]! * categories + category[e]!,
  );
  const brands = distinctUsers(offsets, mask, maxIds.brand, (e) => brand[e]!);
  const items = distinctUsers(offsets, mask, maxIds.item, (e) => item[e]!);
  return [
    ...presentFeatures(actions, (id, users) => ({ kind: 'behaviour', of: id, name: 0, users })),
    ...presentFeatures(inCategories, (id, users) => {
      return { kind: 'behaviour', of: Math.floor(id / categories), name: id % categories, users };
    }),
    ...presentFeatures(brands, (id, users) => ({ kind: 'brand', of: 0, name: id, users })),
    ...presentFeatures(items, (id, users) => ({ kind: 'item', of: 0, name: id, users })),
    ...countAttributes(columns, mask),
  ];
}

/**
 * Returns the number of distinct users of a mask with an event of each key from 1 to `maxId`; key 0 is not counted.
 */
function distinctUsers(offsets: Int32Array, mask: Mask, maxId: number, keyOf: (event: number) => number): Int32Array {
  const counts = new Int32Array(maxId + 1);
  /** For each key, the last user with an event of it, plus 1. */
  const lastUser = new Int32Array(maxId + 1);
  for (let user = 0; user < mask.length; user++) {
    if (mask[user] === 0) continue;
    const end = offsets[user + 1]!;
    for (let e = offsets[user]!; e < end; e++) {
      const key = keyOf(e);
      if (key === 0 || lastUser[key] === user + 1) continue;
      lastUser[key] = user + 1;
      counts[key]!++;
    }
  }
  return counts;
}

function presentFeatures(counts: Int32Array, featureOf: (id: number, users: number) => FeatureCount): FeatureCount[] {
  const features: FeatureCount[] = [];
  counts.forEach((users, id) => {
    if (users > 0) features.push(featureOf(id, users));
  });
  return features;
}

function countAttributes({ attributes }: Columns, mask: Mask): FeatureCount[] {
  return [...attributes].flatMap(([attribute, { codes, values }]) => {
    const counts = new Int32Array(values.length + 1);
    for (let user = 0; user < mask.length; user++) counts[codes[user]!]! += mask[user]!;
    return presentFeatures(counts.subarray(1), (i, users) => {
      return { kind: 'attribute', of: attribute, name: values[i]!, users };
    });
  });
}
