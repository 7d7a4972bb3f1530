import type { Database } from 'better-sqlite3';
import type { SimilarUser } from '../../../../shared/contract/portrait.ts';
import { nameOf } from '../../store/names/name-lookup.ts';
import { nearestUsers } from '../nearest-users.ts';
import { INTEREST_KINDS, type InterestKind, interestsOf } from './interests.ts';
import { nameAndTitles } from './name-and-titles.ts';
import type { ShopFigures } from './shop-figures.ts';

const USERS = 10;
const REASONS = 3;

/** Lower bounds of the lifts of a user’s interests, by kind and id. */
type Bounds = ReadonlyMap<InterestKind, ReadonlyMap<number, number>>;

/**
 * Returns the users with the most similar vectors of a run, each with the shared interests, ranked by the smaller of
 * the two lower bounds.
 */
export function similarUsers(db: Database, shop: ShopFigures, run: string, user: number): SimilarUser[] {
  const own = boundsOf(shop, user);
  return nearestUsers(db, run, user, USERS).map((other) => ({
    user: nameOf(db, 'users', other.user),
    cosine: other.cosine,
    shared: sharedInterests(own, boundsOf(shop, other.user)).map(({ kind, id }) => ({
      kind,
      ...nameAndTitles(db, kind, id),
    })),
  }));
}

function boundsOf(shop: ShopFigures, user: number): Bounds {
  const row = shop.columns.rows.rowOf(user);
  const bounds = (kind: InterestKind) => new Map(interestsOf(shop, row, kind).map(({ id, low }) => [id, low]));
  return new Map(INTEREST_KINDS.map((kind) => [kind, row === -1 ? new Map<number, number>() : bounds(kind)]));
}

function sharedInterests(a: Bounds, b: Bounds) {
  return INTEREST_KINDS.flatMap((kind) =>
    [...a.get(kind)!].flatMap(([id, low]) => {
      const other = b.get(kind)!.get(id);
      return other === undefined ? [] : [{ kind, id, low: Math.min(low, other) }];
    }),
  )
    .sort((x, y) => y.low - x.low)
    .slice(0, REASONS);
}
