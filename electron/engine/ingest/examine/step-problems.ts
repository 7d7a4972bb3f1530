import type { Problem, ProblemCode, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportSteps, StepExample } from '../../../../shared/contract/import-steps.ts';
import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { proposedThreshold } from '../../../../shared/domain/near-repeats.ts';

/** The rows that a cleaning step would affect; null or undefined if the step was not previewed. */
type StepFindings = { readonly rows: number; readonly examples: readonly StepExample[] } | null | undefined;

const NOTES: readonly ProblemCode[] = ['near-repeats', 'short-histories', 'rare-items'];
/** Only users and items with a single event are reported as rare: a model cannot learn from them. */
const SINGLE = 2;

/** Problems found by previewing the cleaning steps, each with the steps that would resolve it. */
export function stepProblems({ nearRepeats, bots, times, prices, rareUsers, rareItems }: ImportSteps): Problem[] {
  const near = proposedThreshold(nearRepeats ?? []);
  const seconds = near?.seconds ?? 0;
  const before = times?.early.before ?? '';
  const after = times?.late.after ?? '';
  const above = prices?.high?.above ?? 0;
  const users = rareUsers?.find(({ fewerThan }) => fewerThan === SINGLE);
  const items = rareItems?.find(({ fewerThan }) => fewerThan === SINGLE);
  return [
    problemOf('near-repeats', near, { seconds }, { nearRepeats: { seconds } }),
    botProblem('perMinute', bots?.perMinute),
    botProblem('perDay', bots?.perDay),
    problemOf('early-times', times?.early, { before }, { times: { from: before } }),
    problemOf('future-times', times?.late, { after }, { times: { to: after } }),
    problemOf('low-prices', prices?.notPositive, {}, { prices: { min: 0.01 } }),
    problemOf('high-prices', prices?.high, { above }, { prices: { max: above } }, { clip: { quantile: 0.999 } }),
    rareProblem('short-histories', users, { core: { user: SINGLE } }),
    rareProblem('rare-items', items, { core: { item: SINGLE } }),
  ].flatMap((problem) => problem ?? []);
}

type RareGroup = NonNullable<ImportSteps['rareUsers']>[number];

/** The problem of rare users or items, which counts these and not their rows. */
function rareProblem(code: ProblemCode, group: RareGroup | undefined, cleaning: Cleaning): Problem | null {
  const problem = problemOf(code, group, {}, cleaning);
  return problem && group ? { ...problem, count: group.count } : problem;
}

type BusyUsers = NonNullable<ImportSteps['bots']>['perMinute'];

function botProblem(span: 'perMinute' | 'perDay', users: BusyUsers | undefined): Problem | null {
  if (!users) return null;
  return problemOf('bots', users, { users: users.users, [span]: users.events }, { bots: { [span]: users.events } });
}

function problemOf(
  code: ProblemCode,
  findings: StepFindings,
  facts: Problem['facts'],
  ...steps: Cleaning[]
): Problem | null {
  if (!findings || findings.rows === 0) return null;
  const severity = NOTES.includes(code) ? 'note' : 'warning';
  const examples = findings.examples.map((example) => ({ text: textOf(example) }));
  const remedies: Remedy[] = steps.map((cleaning) => ({ cleaning }));
  return { code, severity, count: findings.rows, facts, examples, remedies };
}

const textOf = ({ user, time, action, item, price }: StepExample) =>
  [user, time, action, item, price].filter((value) => value !== null).join(' · ');
