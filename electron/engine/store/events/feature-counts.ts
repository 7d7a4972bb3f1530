import type { Database } from 'better-sqlite3';
import type { LiftKind } from '../../../../shared/contract/segment.ts';

/** Number of users who have a feature, such as having viewed an item of a category. */
export interface FeatureCount {
  readonly kind: LiftKind;
  /** Id of the action of a behaviour or of the attribute of a value; 0 for brands and items. */
  readonly of: number;
  /** Id of the category, brand or item (0 for an action in any category), or the text of an attribute value. */
  readonly name: number | string;
  readonly users: number;
}

/** Counts the users who have each feature, among all users or the given ones, in one scan of their events. */
export function countFeatures(db: Database, users?: Int32Array): FeatureCount[] {
  return [...countBehaviour(db, users), ...countAttributes(db, users)];
}

function countBehaviour(db: Database, users?: Int32Array): FeatureCount[] {
  const from = users ? 'json_each(?) m CROSS JOIN events e ON e.user = m.value' : 'events e';
  const rows = db
    .prepare(
      `SELECT e.user, e.action, coalesce(e.category, i.category, 0), coalesce(e.brand, i.brand, 0), coalesce(e.item, 0)
       FROM ${from} LEFT JOIN items i ON i.id = e.item`,
    )
    .raw()
    .iterate(...(users ? [JSON.stringify([...users])] : [])) as IterableIterator<
    [number, number, number, number, number]
  >;
  const actions = new DistinctUsers();
  const categories = new Map<number, DistinctUsers>();
  const brands = new DistinctUsers();
  const items = new DistinctUsers();
  for (const [user, action, category, brand, item] of rows) {
    actions.add(action, user);
    if (category !== 0) {
      const actionCategories = categories.get(action) ?? new DistinctUsers();
      actionCategories.add(category, user);
      categories.set(action, actionCategories);
    }
    if (brand !== 0) brands.add(brand, user);
    if (item !== 0) items.add(item, user);
  }
  return [
    ...actions.counts().map(([action, n]) => feature('behaviour', action, 0, n)),
    ...[...categories].flatMap(([action, categoryUsers]) =>
      categoryUsers.counts().map(([name, n]) => feature('behaviour', action, name, n)),
    ),
    ...brands.counts().map(([brand, n]) => feature('brand', 0, brand, n)),
    ...items.counts().map(([item, n]) => feature('item', 0, item, n)),
  ];
}

function countAttributes(db: Database, users?: Int32Array): FeatureCount[] {
  const where = users ? 'WHERE user IN (SELECT value FROM json_each(?))' : '';
  return db
    .prepare<string[], { of: number; name: string; users: number }>(
      `SELECT attribute "of", value name, count(*) users FROM user_attributes ${where} GROUP BY attribute, value`,
    )
    .all(...(users ? [JSON.stringify([...users])] : []))
    .map(({ of, name, users }) => feature('attribute', of, name, users));
}

function feature(kind: LiftKind, of: number, name: number | string, users: number): FeatureCount {
  return { kind, of, name, users };
}

/** Counts distinct users by key; the events of a user must be adjacent. */
class DistinctUsers {
  private readonly indexByKey = new Map<number, number>();
  private readonly lastUsers: number[] = [];
  private readonly users: number[] = [];

  add(key: number, user: number): void {
    const index = this.indexByKey.get(key);
    if (index === undefined) {
      this.indexByKey.set(key, this.lastUsers.push(user) - 1);
      this.users.push(1);
    } else if (this.lastUsers[index] !== user) {
      this.lastUsers[index] = user;
      this.users[index]!++;
    }
  }

  counts(): [key: number, users: number][] {
    return [...this.indexByKey].map(([key, index]) => [key, this.users[index]!]);
  }
}
