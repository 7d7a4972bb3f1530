import { KIND_WORDS } from './actions.ts';
import { findAction } from './find-action.ts';
import { type Behaviour, MAX_PRICE_BOUNDS } from './rule.ts';
import { RuleReader } from './rule-reader.ts';
import { isDay } from './time/calendar-day.ts';

const COMPARED = ['category', 'brand', 'item', 'days', 'hours', 'price'] as const;
const BOUNDS = ['from', 'to'] as const;

/** Reads filters of events, which rules and formulas share. */
export class BehaviourReader extends RuleReader {
  private readonly actions: readonly string[];

  /** `actions`: names of the workspace's actions, by which a word in another case or tense is resolved. */
  constructor(text: string, { actions, isFormula }: { actions: readonly string[]; isFormula: boolean }) {
    super(text, isFormula);
    this.actions = actions;
  }

  /**
   * Reads an action and terms; all are optional. `readOther` reads a part that is no term in the place of one, and
   * returns whether there was one.
   */
  protected behaviourTerms(readOther = () => false): Behaviour {
    const behaviour: Behaviour = { action: null };
    const term = () => readOther() || this.term(behaviour);
    if (this.isWord('any') || this.isMark('*')) this.skip(1);
    else if (!this.isMark(')') && !this.isTerm() && !readOther())
      behaviour.action = this.action(this.expectName('expected-action'));
    else if (this.isTerm()) term();
    while (this.takeMark(',')) term();
    return behaviour;
  }

  protected action(name: string): string {
    return this.actionOrKind(name) ?? name;
  }

  /** Returns the action of a name, or else the kind of actions that it names; null if there is neither, or no action. */
  protected actionOrKind(name: string): string | null {
    const { actions } = this;
    return findAction(actions, name) ?? (actions.length === 0 ? null : findAction(KIND_WORDS, name));
  }

  private isTerm(): boolean {
    const { kind } = this.token(1);
    if (COMPARED.some((word) => this.isWord(word))) return kind === 'comparison';
    return BOUNDS.some((word) => this.isWord(word)) && (kind === 'comparison' || kind === 'word' || kind === 'string');
  }

  private term(behaviour: Behaviour): void {
    const bound = BOUNDS.find((word) => this.takeWord(word));
    if (bound) this.dates(behaviour, bound);
    else this.comparedTerm(behaviour);
  }

  private comparedTerm(behaviour: Behaviour): void {
    const key = COMPARED.find((word) => this.takeWord(word));
    if (!key) throw this.unexpected('expected-term');
    const { at } = this.token();
    if (key !== 'price' && this.takeComparison() !== '=') throw this.problem(at, 'equals', { word: key });
    if (key === 'price') this.priceBound(behaviour);
    else if (key === 'days') behaviour.days = this.expectPositive();
    else if (key === 'hours') behaviour.hours = this.hours();
    else behaviour[key] = this.expectText('expected-value');
  }

  /** Parses the rest of `from 2024-05-01 to 2024-05-31`, of which either part may be missing. */
  private dates(behaviour: Behaviour, bound: (typeof BOUNDS)[number]): void {
    const { at } = this.token();
    behaviour[bound] = this.day();
    if (bound === 'from' && this.takeWord('to')) behaviour.to = this.day();
    const { from, to } = behaviour;
    if (from !== undefined && to !== undefined && from > to) throw this.problem(at, 'date-order');
  }

  private day(): string {
    const op = this.token();
    if (op.kind === 'comparison' && this.takeComparison() !== '=') throw this.problem(op.at, 'date');
    const { at } = this.token();
    const day = this.expectText('expected-value');
    if (!isDay(day)) throw this.problem(at, 'date');
    return day;
  }

  private priceBound(behaviour: Behaviour): void {
    const { at } = this.token();
    const bounds = [...(behaviour.price ?? []), { op: this.expectComparison(), value: this.expectNumber() }];
    if (bounds.length > MAX_PRICE_BOUNDS) throw this.problem(at, 'many-bounds', { limit: MAX_PRICE_BOUNDS });
    behaviour.price = bounds;
  }

  /** Parses `20..22`, which is a single word, or one hour. */
  private hours(): [number, number] {
    const { at } = this.token();
    const [, from, to = from] = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/.exec(this.expectText('expected-value')) ?? [];
    const hours: [number, number] = [Number(from), Number(to)];
    if (hours.every((hour) => hour < 24)) return hours;
    throw this.problem(at, 'hours');
  }
}
