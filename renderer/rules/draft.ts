import type { CustomerScore, PurchaseDay } from '../../shared/domain/customer-words.ts';
import type { LifeStage } from '../../shared/domain/life-stage.ts';
import type { RfmName } from '../../shared/domain/rfm.ts';
import type { Comparison, Measure, Value } from '../../shared/domain/rule.ts';

/** A number being typed: empty until it is valid. */
export type NumberDraft = number | '';

export interface GroupDraft {
  kind: 'group';
  id: number;
  join: 'all' | 'any';
  negated: boolean;
  children: Draft[];
}

export type Subject =
  | 'count'
  | 'sum'
  | 'attribute'
  | 'measure'
  | 'customer'
  | 'prediction'
  | 'trait'
  | 'cluster'
  | 'lasso'
  | 'segment'
  | 'users';

interface Condition {
  kind: 'condition';
  id: number;
  negated: boolean;
}

/** A bound of the unit price. */
export interface PriceDraft {
  op: Comparison;
  value: NumberDraft;
}

export interface BehaviourDraft extends Condition {
  subject: 'count' | 'sum';
  /** null for any. */
  action: string | null;
  category: string;
  brand: string;
  item: string;
  days: NumberDraft;
  /** First and last day; empty for any. */
  from: string;
  to: string;
  /** First and last hour of the day; null if not filtered. */
  hours: readonly [number, number] | null;
  price: readonly PriceDraft[];
  op: Comparison;
  value: NumberDraft;
}

export interface AttributeDraft extends Condition {
  subject: 'attribute';
  attribute: string;
  op: Comparison | 'in';
  values: Value[];
}

export interface MeasureDraft extends Condition {
  subject: 'measure';
  measure: Measure;
  op: Comparison;
  value: NumberDraft;
}

/** What a condition on customers compares, as the rule language names it. */
export type CustomerFeature = 'life_stage' | 'rfm' | CustomerScore | PurchaseDay;

/** Only the fields that the feature has are of meaning. */
export interface CustomerDraft extends Condition {
  subject: 'customer';
  feature: CustomerFeature;
  stage: LifeStage;
  rfm: RfmName;
  /** The end at which a life stage holds, empty for that of the data; or what a day of a purchase is compared with. */
  period: string;
  op: Comparison;
  value: NumberDraft;
}

export interface ClusterDraft extends Condition {
  subject: 'cluster';
  map: string;
  cluster: NumberDraft;
}

export interface LassoDraft extends Condition {
  subject: 'lasso';
  map: string;
  /** Polygon as typed: `0.1 0.5, 0.3 0.7, 0.2 0.1`. */
  corners: string;
}

export interface SegmentDraft extends Condition {
  subject: 'segment';
  segment: string;
}

export interface UsersDraft extends Condition {
  subject: 'users';
  users: readonly string[];
}

/**
 * The part of a prediction that a condition compares: its most probable class, the probability of a class, or its
 * number.
 */
export type PredictedPart = 'class' | 'probability' | 'number';

export interface PredictionDraft extends Condition {
  subject: 'prediction';
  prediction: string;
  part: PredictedPart;
  /** Empty if `part` is the number. */
  class: string;
  op: Comparison;
  /** Ignored if `part` is `class`. */
  value: NumberDraft;
}

export interface TraitDraft extends Condition {
  subject: 'trait';
  trait: string;
  op: Comparison;
  /** Empty while it is typed. */
  value: Value;
}

export type ConditionDraft =
  | BehaviourDraft
  | AttributeDraft
  | MeasureDraft
  | CustomerDraft
  | PredictionDraft
  | TraitDraft
  | ClusterDraft
  | LassoDraft
  | SegmentDraft
  | UsersDraft;
/** A rule being edited: conditions may be incomplete and groups empty. */
export type Draft = GroupDraft | ConditionDraft;

let lastId = 0;

/** Returns an id that is unique among the drafts of this page. */
export function newId(): number {
  return ++lastId;
}

export function emptyGroup(children: Draft[] = []): GroupDraft {
  return { kind: 'group', id: newId(), join: 'all', negated: false, children };
}
