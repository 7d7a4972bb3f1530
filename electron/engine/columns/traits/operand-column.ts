import type { Behaviour } from '../../../../shared/domain/rule.ts';
import { type Aggregate, type Formula, isNumberValue } from '../../../../shared/domain/traits/formula.ts';
import { amountAt } from '../amounts.ts';
import { TIME_KINDS } from '../event-columns.ts';
import { type EventFilter, filterBy } from '../event-filter.ts';
import { countEvents, eachEvent, sumEvents } from '../scan-events.ts';
import { codedValues, type ValueContext } from './coded-values.ts';
import { longestStreaks } from './streaks.ts';
import type { TraitColumn } from './trait-column.ts';
import { countDistinct, extremeCodes, mostFrequentCodes } from './user-codes.ts';

const DAY = 86_400_000;

export interface OperandContext extends ValueContext {
  filtersOf(behaviour: Behaviour): EventFilter[];
}

/** Computes an operand of a formula for all users. References to other traits have been replaced before. */
export function operandColumn(operand: Formula, context: OperandContext): TraitColumn {
  const { columns } = context;
  switch (operand.kind) {
    case 'number':
      return numbers(new Float64Array(columns.rows.count).fill(operand.value));
    case 'measure':
      return numbers(Float64Array.from(columns.measure(operand.measure)));
    case 'trait':
    case 'calculation':
      throw new TypeError(`${operand.kind} is not an operand of its own`);
    default:
      return aggregateColumn(operand, context.filtersOf(operand.of), context);
  }
}

const numbers = (values: Float64Array): TraitColumn => ({ kind: 'number', values });

function aggregateColumn(aggregate: Aggregate, filters: EventFilter[], context: OperandContext): TraitColumn {
  const { columns, zone } = context;
  const { events } = columns;
  const { offsets } = events;
  switch (aggregate.kind) {
    case 'count':
      return numbers(Float64Array.from(countEvents(offsets, filters)));
    case 'sum':
    case 'mean': {
      const amounts = aggregate.value === 'price' ? events.price : events.money;
      const sums = sumEvents(offsets, filters, amounts);
      if (aggregate.kind === 'sum') return numbers(sums);
      const isKnown = filterBy((e) => Number(!Number.isNaN(amountAt(amounts, e))));
      const counts = countEvents(offsets, [...filters, isKnown]);
      return numbers(sums.map((sum, user) => sum / counts[user]!));
    }
    case 'daysSince':
      return numbers(daysSince(aggregate.event, filters, context));
    case 'streak':
      return numbers(longestStreaks(offsets, filters, columns.days(zone), aggregate.period));
    default: {
      const coded = codedValues(aggregate.value, context);
      if (aggregate.kind === 'distinct') return numbers(countDistinct(offsets, filters, coded));
      const codes =
        aggregate.kind === 'mostFrequent'
          ? mostFrequentCodes(offsets, filters, coded)
          : extremeCodes(offsets, filters, { ...coded, isLast: aggregate.kind === 'last' });
      const decode = coded.decoder();
      if (isNumberValue(aggregate.value))
        return numbers(Float64Array.from(codes, (code) => (code === 0 ? Number.NaN : Number(decode(code)))));
      return texts(codes, (code) => String(decode(code)));
    }
  }
}

function daysSince(event: 'first' | 'last', filters: EventFilter[], { columns }: OperandContext): Float64Array {
  const { offsets, time, timeKind } = columns.events;
  const times = new Float64Array(columns.rows.count).fill(Number.NaN);
  eachEvent(offsets, filters, (e, user) => {
    if ((typeof timeKind === 'number' ? timeKind : timeKind[e]) === TIME_KINDS.order) return;
    if (event === 'last' || Number.isNaN(times[user])) times[user] = time.values[e]! * time.unit;
  });
  const last = columns.lastTime();
  return times.map((at) => (last - at) / DAY);
}

/** Numbers the texts that occur from 1 on. */
function texts(codes: Int32Array, textOf: (code: number) => string): TraitColumn {
  const numberOf = new Map<number, number>();
  const numbered = codes.map((code) => {
    if (code === 0) return 0;
    const number = numberOf.get(code) ?? numberOf.size + 1;
    numberOf.set(code, number);
    return number;
  });
  return { kind: 'text', codes: numbered, texts: [...numberOf.keys()].map(textOf) };
}
