import type { CustomerCondition, Value } from '../../../../shared/domain/rule.ts';
import type { Formula } from '../../../../shared/domain/traits/formula.ts';

/** Scores of a prediction: its run, and the index of a class. */
export interface ScoreColumn {
  readonly run: string;
  readonly class: number;
}

/** Resolves the names in a rule to ids. */
export interface RuleIds {
  /** Returns at least one id: that of the action with the name, or those of the actions of a kind, such as `purchase`. */
  action(name: string): readonly number[];
  categories(name: string): number[];
  brand(name: string): number;
  item(name: string): number;
  attribute(name: string): number;
  user(name: string): number;
  /** Returns the id of a saved segment. */
  segment(name: string): number;
  /** Returns the scores of a class; those that a prediction without classes has, or of “yes”, if it is undefined. */
  score(prediction: string, className: string | undefined): ScoreColumn;
  /**
   * Returns the formula of a trait, in which references to other traits are replaced by their formulas. Throws if the
   * trait cannot be compared with the value.
   */
  trait(name: string, value: Value): Formula;
  /** Returns the ids of the customers that satisfy a condition, ascending. */
  customers(condition: CustomerCondition): Int32Array;
  checkMap(map: string): void;
  /** Throws if the map has no such cluster. */
  checkCluster(map: string, cluster: number): void;
}
