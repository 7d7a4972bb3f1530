import { InvalidArgumentError } from 'commander';
import type { Movement, Shift } from '../../../shared/contract/movement.ts';
import type { Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count, measure, paragraphs, table } from '../text.ts';

/** Compares the profiles of two runs, of which the first is the earlier one. */
export async function compareProfiles(session: Session, runs: readonly string[]): Promise<Result> {
  const [base, run, more] = runs;
  if (base === undefined || run === undefined || more !== undefined)
    throw new InvalidArgumentError('--profiles compares two models: the earlier one, then the later one.');
  const movement = await session.run('profile.movement', { base, run });
  return { json: { ...movement }, text: describe(movement) };
}

function describe({ run, base, users, onlyRun, onlyBase, fit, newEvents, correlation, movers }: Movement): string {
  const rows = movers.map((mover) => [
    mover.user,
    measure(mover.distance),
    count(mover.newEvents),
    mover.shifts.map(shiftText).join(', '),
  ]);
  return paragraphs(
    `${count(users)} users have profiles of both ${base} and ${run}; ${count(onlyRun)} of ${run} only, ${count(onlyBase)} of ${base} only.`,
    `The profiles of ${base}, rotated and scaled, explain ${percent(fit)} of the variance of those of ${run}.`,
    correlation === null
      ? `There are no events that ${base} was not trained on: differences are those of the models.`
      : `${count(newEvents)} events are new since ${base}; their number has a rank correlation of ${measure(correlation)} with the distance.`,
    table(rows, ['user', 'distance', 'new events', 'larger share than before']),
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const shiftText = ({ name, title, earlierShare, share }: Shift) =>
  `${title ?? name} ${percent(earlierShare)} → ${percent(share)}`;
