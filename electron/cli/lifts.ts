import type { Lift } from '../../shared/contract/segment.ts';
import { share, table } from './text.ts';

/** The first features that set a segment apart, as a table. */
export function liftTable(lift: Lift, most: number): string {
  const rows = lift.kind
    .slice(0, most)
    .map((_, i) => [
      featureName(lift, i),
      share(lift.memberShare[i] ?? Number.NaN),
      share(lift.everyoneShare[i] ?? Number.NaN),
      `${(lift.lift[i] ?? Number.NaN).toFixed(2)}×`,
      `${(lift.low[i] ?? Number.NaN).toFixed(2)}–${(lift.high[i] ?? Number.NaN).toFixed(2)}`,
    ]);
  return table(rows, ['what members do', 'members', 'everyone', 'lift', '95 % interval']);
}

/** `purchase: Phones`; a behaviour without a category is the action in any. */
function featureName({ kind, of, name, title }: Lift, i: number): string {
  const what = title[i] ?? name[i];
  const whose = of[i] ?? kind[i] ?? '';
  return what ? `${whose}: ${what}` : whose;
}
