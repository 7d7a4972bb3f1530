import type { Problem, ProblemCode, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportSteps, StepExample } from '../../../../shared/contract/import-steps.ts';

interface Found {
  readonly rows: number;
  readonly examples: readonly StepExample[];
}

/** What cleaning steps would find, each with the step as its remedy. */
export function stepProblems(steps: ImportSteps): Problem[] {
  const { times, prices, bots } = steps;
  const near = steps.nearRepeats?.find(({ rows }) => rows > 0);
  const minute = bots?.perMinute;
  const day = bots?.perDay;
  const high = prices?.high;
  return [
    ...(near ? found('near-repeats', near, { seconds: near.seconds }, { nearRepeats: { seconds: near.seconds } }) : []),
    ...(minute
      ? found('bots', minute, { users: minute.users, perMinute: minute.events }, { bots: { perMinute: minute.events } })
      : []),
    ...(day ? found('bots', day, { users: day.users, perDay: day.events }, { bots: { perDay: day.events } }) : []),
    ...(times
      ? found('early-times', times.early, { before: times.early.before }, { times: { from: times.early.before } })
      : []),
    ...(times
      ? found('future-times', times.late, { after: times.late.after }, { times: { to: times.late.after } })
      : []),
    ...(prices ? found('low-prices', prices.notPositive, {}, { prices: { min: 0.01 } }) : []),
    ...(high
      ? found(
          'high-prices',
          high,
          { above: high.above },
          { prices: { max: high.above } },
          { clip: { quantile: 0.999 } },
        )
      : []),
  ];
}

function found(
  code: ProblemCode,
  { rows, examples }: Found,
  facts: Problem['facts'],
  ...remedies: NonNullable<Remedy['cleaning']>[]
): Problem[] {
  if (rows === 0) return [];
  const shown = examples.map((example) => ({ text: textOf(example) }));
  const severity = code === 'near-repeats' ? 'note' : 'warning';
  return [
    { code, severity, count: rows, facts, examples: shown, remedies: remedies.map((cleaning) => ({ cleaning })) },
  ];
}

const textOf = ({ user, time, action, item, price }: StepExample) =>
  [user, time, action, item, price].filter((value) => value !== null).join(' · ');
