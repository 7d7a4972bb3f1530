import type { Database } from 'better-sqlite3';
import { insidePolygon } from '../../../shared/domain/polygon.ts';
import { type Behaviour, isCustomerCondition, type Lasso, type Rule, type Value } from '../../../shared/domain/rule.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import type { Formula } from '../../../shared/domain/traits/formula.ts';
import { printFormula } from '../../../shared/domain/traits/formula-print.ts';
import { classScoreRows } from '../store/columns/user-rows.ts';
import { eventZone } from '../store/events/event-zone.ts';
import { namesById } from '../store/names/name-lookup.ts';
import type { RuleIds } from '../store/segments/rule-names.ts';
import { segmentMembers } from '../store/segments/segments.ts';
import type { AttributeColumn } from './attribute-columns.ts';
import { behaviourFilters } from './behaviour-filters.ts';
import { bestClasses } from './best-classes.ts';
import { type Cache, remember } from './cache.ts';
import type { Columns } from './columns.ts';
import { satisfies, textSatisfies, usersWhere } from './compare.ts';
import type { EventFilter } from './event-filter.ts';
import type { MapColumns } from './map-columns.ts';
import { idsOf, intersection, type Mask, negated, union } from './masks.ts';
import type { RuleEvaluator } from './rule-evaluator.ts';
import { countEvents, sumEvents } from './scan-events.ts';
import { calculated } from './traits/calculated.ts';
import { operandColumn } from './traits/operand-column.ts';
import { type TraitColumn, traitMask } from './traits/trait-column.ts';

/** Maximum number of conditions whose masks are cached: enough for the edited rule and some earlier ones. */
const MAX_MASKS = 100;
/** Maximum number of cached columns of traits; each takes up to 8 bytes a user. */
const MAX_TRAITS = 20;

interface EvaluatorOptions {
  readonly ids: RuleIds;
  readonly maps: Cache<string, MapColumns>;
  /** Called between the operands of a formula; may throw CANCELLED. */
  readonly checkCancelled: () => void;
}

/** Evaluates rules on a columnar copy of the events. Valid until the database changes. */
export class ColumnarEvaluator implements RuleEvaluator {
  private readonly db: Database;
  private readonly columns: Columns;
  private readonly ids: RuleIds;
  private readonly maps: Cache<string, MapColumns>;
  private readonly checkCancelled: () => void;
  private readonly masks = new Map<string, Mask>();
  private readonly traits = new Map<string, TraitColumn>();

  constructor(db: Database, columns: Columns, { ids, maps, checkCancelled }: EvaluatorOptions) {
    this.db = db;
    this.columns = columns;
    this.ids = ids;
    this.maps = maps;
    this.checkCancelled = checkCancelled;
  }

  /** Returns the ids of the users who match, ascending. Throws what `ids` throws. */
  members(rule: Rule): Int32Array {
    return idsOf(this.mask(rule), this.columns.events.users);
  }

  /** Returns the users who match. Throws what `ids` throws. */
  mask(rule: Rule): Mask {
    if ('all' in rule) return intersection(rule.all.map((part) => this.mask(part)));
    if ('any' in rule) return union(rule.any.map((part) => this.mask(part)));
    if ('not' in rule) return negated(this.mask(rule.not));
    const key = printRule(rule);
    const mask = this.masks.get(key) ?? this.condition(rule);
    remember(this.masks, key, mask, MAX_MASKS);
    return mask;
  }

  /** Returns the values of a formula without references. Throws what `ids` throws, and CANCELLED. */
  trait(formula: Formula): TraitColumn {
    if (formula.kind === 'calculation') {
      const [left, right] = [this.trait(formula.left), this.trait(formula.right)];
      return calculated(formula.operator, left, right);
    }
    const key = printFormula(formula);
    const column = this.traits.get(key) ?? this.operand(formula);
    remember(this.traits, key, column, MAX_TRAITS);
    return column;
  }

  private operand(formula: Formula): TraitColumn {
    this.checkCancelled();
    const { columns, db } = this;
    return operandColumn(formula, {
      ...{ columns, zone: eventZone(db), namesOf: (table) => namesById(db, table) },
      filtersOf: (behaviour) => this.filtersOf(behaviour),
    });
  }

  private condition(rule: Exclude<Rule, { all: Rule[] } | { any: Rule[] } | { not: Rule }>): Mask {
    const { columns, ids, db } = this;
    const { offsets, money } = columns.events;
    if ('count' in rule) return usersWhere(countEvents(offsets, this.filtersOf(rule.count)), rule.op, rule.value);
    if ('sum' in rule) return usersWhere(sumEvents(offsets, this.filtersOf(rule.sum), money), rule.op, rule.value);
    if ('measure' in rule) return usersWhere(columns.measure(rule.measure), rule.op, rule.value);
    if ('trait' in rule) return traitMask(this.trait(ids.trait(rule.trait, rule.value)), rule.op, rule.value);
    if ('users' in rule) return columns.maskOf(rule.users.map((name) => ids.user(name)));
    if ('segment' in rule) return columns.maskOf(segmentMembers(db, ids.segment(rule.segment)));
    if ('lasso' in rule) return this.within(rule.lasso);
    if (isCustomerCondition(rule)) return columns.maskOf(ids.customers(rule));
    if ('is' in rule) {
      const { run, class: k } = ids.score(rule.prediction, rule.is);
      return Uint8Array.from(bestClasses(db, run, columns.rows), (best) => Number(best === k));
    }
    if ('prediction' in rule) {
      const { run, class: k } = ids.score(rule.prediction, rule.class);
      const scores = new Float64Array(columns.rows.count).fill(Number.NaN);
      for (const [user, value] of classScoreRows(db, run, k)) this.setOf(scores, user, value);
      return usersWhere(scores, rule.op, rule.value);
    }
    if ('map' in rule) {
      ids.checkCluster(rule.map, rule.cluster);
      return this.onMap(rule.map, ({ cluster }, i) => cluster[i] === rule.cluster);
    }
    const attribute = columns.attributes.get(ids.attribute(rule.attribute));
    if ('in' in rule) return usersByAttribute(attribute, columns.rows.count, isAmong(rule.in));
    const { op, value } = rule;
    return usersByAttribute(attribute, columns.rows.count, (text, number) =>
      typeof value === 'number' ? satisfies(number, op, value) : textSatisfies(text, op, value),
    );
  }

  private filtersOf(behaviour: Behaviour): EventFilter[] {
    return behaviourFilters(behaviour, { columns: this.columns, ids: this.ids, zone: eventZone(this.db) });
  }

  private within({ map, polygon }: Lasso): Mask {
    this.ids.checkMap(map);
    const inside = insidePolygon(polygon);
    return this.onMap(map, ({ x, y }, i) => inside(x[i]!, y[i]!));
  }

  private onMap(map: string, matches: (points: MapColumns, i: number) => boolean): Mask {
    const mask = new Uint8Array(this.columns.rows.count);
    const points = this.maps.get(map);
    for (let i = 0; i < points.users.length; i++) if (matches(points, i)) this.setOf(mask, points.users[i]!, 1);
    return mask;
  }

  private setOf(values: Uint8Array | Float64Array, user: number, value: number): void {
    const row = this.columns.rows.rowOf(user);
    if (row !== -1) values[row] = value;
  }
}

function isAmong(values: readonly Value[]): (text: string, number: number) => boolean {
  const all = new Set(values);
  return (text, number) => all.has(text) || all.has(number);
}

/** Returns the mask of users whose value of an attribute matches. */
function usersByAttribute(
  attribute: AttributeColumn | undefined,
  users: number,
  matches: (text: string, number: number) => boolean,
): Mask {
  if (!attribute) return new Uint8Array(users);
  const { codes, values, numbers } = attribute;
  const table = new Uint8Array(values.length + 1);
  for (let i = 0; i < values.length; i++) if (matches(values[i]!, numbers[i]!)) table[i + 1] = 1;
  const mask = new Uint8Array(users);
  for (let u = 0; u < users; u++) mask[u] = table[codes[u]!]!;
  return mask;
}
