import { printFilters, printName, quoteText } from '../behaviour-print.ts';
import type { Behaviour } from '../rule.ts';
import { type Aggregate, eventValues, type Formula, periods } from './formula.ts';
import { functionOf } from './function-names.ts';

/** Formats a formula as text that `parseFormula` parses to the same formula. */
export function printFormula(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return String(formula.value);
    case 'measure':
      return formula.measure;
    case 'trait':
      return `trait(${quoteText(formula.trait)})`;
    case 'calculation': {
      const { operator, left, right } = formula;
      return `${printOperand(left, operator, false)} ${operator} ${printOperand(right, operator, true)}`;
    }
    default:
      return `${functionOf(formula)}(${printArguments(formula)})`;
  }
}

/** Formats an operand, in parentheses unless its own operator binds closer, or as close from the left. */
function printOperand(operand: Formula, operator: string, isRight: boolean): string {
  const text = printFormula(operand);
  if (operand.kind !== 'calculation') return text;
  const difference = precedence(operand.operator) - precedence(operator);
  return difference > 0 || (difference === 0 && !isRight) ? text : `(${text})`;
}

const precedence = (operator: string) => (operator === '*' || operator === '/' ? 2 : 1);

function printArguments(aggregate: Aggregate): string {
  const { kind, of } = aggregate;
  switch (kind) {
    case 'count':
      return printEvents(of);
    case 'daysSince':
      return `${aggregate.event}(${printEvents(of)})`;
    case 'streak':
      return printEvents(of, [aggregate.period]);
    default: {
      const isDefault = aggregate.value === (kind === 'sum' || kind === 'mean' ? 'amount' : 'day');
      const hasDefault = kind !== 'distinct' && kind !== 'mostFrequent';
      return isDefault && hasDefault ? printEvents(of) : `${aggregate.value}, ${printEvents(of)}`;
    }
  }
}

function printEvents({ action, ...filters }: Behaviour, other: readonly string[] = []): string {
  return [action === null ? 'any' : printAction(action), ...other, ...printFilters(filters)].join(', ');
}

/** Words that a formula reads as something else than an action. */
const words: readonly string[] = [...eventValues, ...periods];

/** Formats the action of a formula: in quotes if it would be read as something else without them. */
export function printAction(action: string): string {
  return words.includes(action.toLowerCase()) ? quoteText(action) : printName(action);
}
