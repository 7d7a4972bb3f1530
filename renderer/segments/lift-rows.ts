import type { Lift, LiftKind } from '../../shared/contract/segment.ts';

/** One feature of the members compared with all users. */
export interface LiftRow {
  key: string;
  kind: LiftKind;
  of: string | null;
  name: string | null;
  title: string | null;
  titleEn: string | null;
  category: string | null;
  brand: string | null;
  members: number;
  everyone: number;
  memberShare: number;
  everyoneShare: number;
  lift: number;
  low: number;
  high: number;
  /** p-value adjusted for the number of features tested. */
  q: number;
}

/** Converts the columns of a comparison to rows, in the same order. */
export function liftRows(lift: Lift): LiftRow[] {
  return lift.kind.map((kind, i) => ({
    key: `${kind}/${lift.of[i]}/${lift.name[i]}`,
    kind,
    of: lift.of[i] ?? null,
    name: lift.name[i] ?? null,
    title: lift.title[i] ?? null,
    titleEn: lift.titleEn[i] ?? null,
    category: lift.category[i] ?? null,
    brand: lift.brand[i] ?? null,
    members: lift.members[i]!,
    everyone: lift.everyone[i]!,
    memberShare: lift.memberShare[i]!,
    everyoneShare: lift.everyoneShare[i]!,
    lift: lift.lift[i]!,
    low: lift.low[i]!,
    high: lift.high[i]!,
    q: lift.q[i]!,
  }));
}
