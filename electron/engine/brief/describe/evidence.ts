import type { Database } from 'better-sqlite3';
import type { Evidence } from '../../../../shared/contract/brief.ts';
import type { Lift } from '../../../../shared/contract/segment.ts';
import { compareWithEveryone } from '../../segment/compare-with-everyone.ts';
import { namedFeatures } from '../../segment/named-features.ts';
import { itemLabel } from '../../store/names/item-label.ts';
import { idOf } from '../../store/names/name-lookup.ts';
import { purchaseActionIds } from '../../store/names/purchase-actions.ts';
import type { UserGroup } from './groups.ts';

/** Minimum number of users of a feature to be tested. */
const MIN_USERS = 10;
/** Number of the most significant features that are looked at. */
const LOOKED_AT = 400;
/** Maximum false discovery rate, minimum share of members, and minimum lower bound of the lift of a feature. */
const MAX_Q = 0.05;
const MIN_SHARE = 0.1;
const MIN_LIFT = 1.2;
const MAX_FEATURES = 4;
const MAX_PER_KIND = 2;

/** What sets a group apart, the strongest first, and the number of features tested. */
export interface GroupEvidence {
  readonly features: readonly Evidence[];
  readonly tested: number;
}

/** Compares a group with everyone. Features that the rule of the group implies are not tested. */
export function evidenceOf(db: Database, { definition, members }: UserGroup): GroupEvidence {
  const isNamed = namedFeatures(db, definition);
  const purchases = new Set('rule' in definition ? purchaseActionIds(db) : []);
  const { tested, lift } = compareWithEveryone(db, members, {
    minimumUsers: MIN_USERS,
    liftRows: LOOKED_AT,
    isOmitted: (feature) => isNamed(feature) || (feature.kind === 'behaviour' && purchases.has(feature.of)),
  });
  const strong = rowsOf(lift)
    .filter((feature) => feature.q <= MAX_Q && feature.lift.low >= MIN_LIFT && feature.memberShare >= MIN_SHARE)
    .sort((a, b) => strength(b) - strength(a));
  return { features: distinctFeatures(strong).map((feature) => withItem(db, feature)), tested };
}

/** How much a feature tells: how many members have it, and how surely more often than everyone. */
const strength = (feature: Evidence) =>
  feature.memberShare * Math.log(feature.lift.low) * (isUnnamed(feature) ? UNNAMED_WEIGHT : 1);

/** Weight of a category that is called by a number, which tells a person little. */
const UNNAMED_WEIGHT = 0.2;

/** Whether a feature is a category that the data calls by a long number only. */
export const isUnnamed = ({ kind, name }: Evidence) => kind === 'behaviour' && /^\d{5,}$/.test(name ?? '');

/** One feature of each category, brand, item and value, the same name once, at most two of a kind. */
function distinctFeatures(features: readonly Evidence[]): Evidence[] {
  const names = new Set<string>();
  const kinds = new Map<string, number>();
  const distinct: Evidence[] = [];
  for (const feature of features) {
    const name = feature.kind === 'behaviour' && feature.name === null ? `action ${feature.of}` : String(feature.name);
    const ofKind = kinds.get(feature.kind) ?? 0;
    if (names.has(name) || ofKind === MAX_PER_KIND) continue;
    names.add(name);
    kinds.set(feature.kind, ofKind + 1);
    distinct.push(feature);
    if (distinct.length === MAX_FEATURES) break;
  }
  return distinct;
}

/** Adds the category and the brand of an item. */
function withItem(db: Database, feature: Evidence): Evidence {
  const id = feature.kind === 'item' && feature.name !== null ? idOf(db, 'items', feature.name) : null;
  const label = id === null ? null : itemLabel(db, id);
  return label ? { ...feature, category: label.category, brand: label.brand } : feature;
}

function rowsOf(lift: Lift): Evidence[] {
  return lift.kind.map((kind, i) => ({
    kind,
    of: lift.of[i]!,
    name: lift.name[i]!,
    title: lift.title[i]!,
    titleEn: lift.titleEn[i]!,
    memberShare: lift.memberShare[i]!,
    everyoneShare: lift.everyoneShare[i]!,
    lift: { value: lift.lift[i]!, low: lift.low[i]!, high: lift.high[i]! },
    q: lift.q[i]!,
    category: null,
    brand: null,
  }));
}
