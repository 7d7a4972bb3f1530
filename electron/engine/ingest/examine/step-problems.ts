import type { Problem, ProblemCode, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportSteps, StepExample } from '../../../../shared/contract/import-steps.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';

/** What a step would find, or null where it was not looked for. */
type Found = { readonly rows: number; readonly examples: readonly StepExample[] } | null | undefined;

const NOTES: readonly ProblemCode[] = ['near-repeats', 'short-histories', 'rare-items'];
/** Of the rare ones, the rarest are spoken of: users and items with a single event tell a model nothing. */
const SINGLE = 2;

/** What cleaning steps would find, each with the steps that would settle it. */
export function stepProblems({ nearRepeats, bots, times, prices, rareUsers, rareItems }: ImportSteps): Problem[] {
  const near = nearRepeats?.find(({ rows }) => rows > 0);
  const seconds = near?.seconds ?? 0;
  const before = times?.early.before ?? '';
  const after = times?.late.after ?? '';
  const above = prices?.high?.above ?? 0;
  const users = rareUsers?.find(({ fewerThan }) => fewerThan === SINGLE);
  const items = rareItems?.find(({ fewerThan }) => fewerThan === SINGLE);
  return [
    found('near-repeats', near, { seconds }, { nearRepeats: { seconds } }),
    busy('perMinute', bots?.perMinute),
    busy('perDay', bots?.perDay),
    found('early-times', times?.early, { before }, { times: { from: before } }),
    found('future-times', times?.late, { after }, { times: { to: after } }),
    found('low-prices', prices?.notPositive, {}, { prices: { min: 0.01 } }),
    found('high-prices', prices?.high, { above }, { prices: { max: above } }, { clip: { quantile: 0.999 } }),
    found('short-histories', users, {}, { core: { user: SINGLE } }),
    found('rare-items', items, {}, { core: { item: SINGLE } }),
  ].flatMap((one) => one ?? []);
}

type Busy = NonNullable<ImportSteps['bots']>['perMinute'];

function busy(span: 'perMinute' | 'perDay', users: Busy | undefined): Problem | null {
  if (!users) return null;
  return found('bots', users, { users: users.users, [span]: users.events }, { bots: { [span]: users.events } });
}

function found(code: ProblemCode, what: Found, facts: Problem['facts'], ...steps: Cleaning[]): Problem | null {
  if (!what || what.rows === 0) return null;
  const severity = NOTES.includes(code) ? 'note' : 'warning';
  const examples = what.examples.map((example) => ({ text: textOf(example) }));
  const remedies: Remedy[] = steps.map((cleaning) => ({ cleaning }));
  return { code, severity, count: what.rows, facts, examples, remedies };
}

const textOf = ({ user, time, action, item, price }: StepExample) =>
  [user, time, action, item, price].filter((value) => value !== null).join(' · ');
