import type { Evidence } from '../../../../shared/contract/brief-facts.ts';
import type { Lift } from '../../../../shared/contract/segment.ts';
import { type ActionSettings, kindOfAction } from '../../../../shared/domain/action-settings.ts';
import { isBareId } from '../../../../shared/domain/category-path.ts';
import { compareWithEveryone } from '../../segment/compare-with-everyone.ts';
import { namedFeatures } from '../../segment/named-features.ts';
import type { QueryState } from '../../segment/query-state.ts';
import { actionSettings } from '../../store/names/action-settings.ts';
import { purchaseActionIds } from '../../store/names/purchase-actions.ts';
import type { UserGroup } from './groups.ts';

/** Minimum number of users of a feature for it to be tested. */
const MIN_USERS = 10;
/** Maximum number of significant features that are considered. */
const LOOKED_AT = 400;
/**
 * Thresholds of a feature: maximum false discovery rate, minimum share of members, and minimum lower bound of the lift.
 */
const MAX_Q = 0.05;
const MIN_SHARE = 0.1;
const MIN_LIFT = 1.2;
const MAX_FEATURES = 4;
const MAX_PER_KIND = 2;

/** Distinguishing features of a group, the strongest first, and the number of features tested. */
export interface GroupEvidence {
  readonly features: readonly Evidence[];
  readonly tested: number;
}

/**
 * Compares a group with everyone, on a copy of the events in columns if it fits in memory, else in the database.
 * Features that the rule of the group implies are not tested.
 */
export function evidenceOf(queries: QueryState, { definition, members }: UserGroup): GroupEvidence {
  const { db } = queries.workspace;
  const settings = actionSettings(db);
  const isNamed = namedFeatures(db, definition);
  const purchases = new Set('rule' in definition ? purchaseActionIds(db) : []);
  const { tested, lift } = compareWithEveryone(db, members, {
    ...queries.featureCounter(),
    minimumUsers: MIN_USERS,
    liftRows: LOOKED_AT,
    isOmitted: (feature) => isNamed(feature) || (feature.kind === 'behaviour' && purchases.has(feature.of)),
  });
  const strong = rowsOf(lift)
    .filter((feature) => feature.q <= MAX_Q && feature.lift.low >= MIN_LIFT && feature.memberShare >= MIN_SHARE)
    .sort((a, b) => strength(b) - strength(a));
  return { features: distinctFeatures(strong).map((feature) => withAction(settings, feature)), tested };
}

/**
 * Strength of a feature as evidence: the share of members who have it, times the logarithm of the lower bound of its
 * lift; less if its name is not informative.
 */
const strength = (feature: Evidence) =>
  feature.memberShare * Math.log(feature.lift.low) * (isUnnamed(feature) ? UNNAMED_WEIGHT : 1);

/** Weight of a category whose name is a number and therefore not informative. */
const UNNAMED_WEIGHT = 0.2;

/** Whether a feature is a category whose name is a bare id. */
export const isUnnamed = ({ kind, name }: Evidence) => kind === 'behaviour' && isBareId(name ?? '');

/** Returns one feature per category, brand, item and value, each name once, and at most two of a kind. */
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

/** Adds what was chosen for the action of a behaviour, with its kind. */
function withAction(settings: ActionSettings, feature: Evidence): Evidence {
  const { kind, of } = feature;
  if (kind !== 'behaviour' || of === null) return feature;
  const { en, zh } = settings.get(of) ?? { en: null, zh: null };
  return { ...feature, action: { kind: kindOfAction(settings, of), en, zh } };
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
    category: lift.category[i]!,
    brand: lift.brand[i]!,
  }));
}
