import type { Database } from 'better-sqlite3';
import type { AvailableTargets } from '../../../../shared/contract/prediction.ts';
import type { NeighbourAgreement, ProfileQualityInput } from '../../../../shared/contract/profile-quality.ts';
import { wholeHistories } from '../../finetune/examples.ts';
import { timeSpan } from '../../finetune/labels/cutoffs.ts';
import { purchaseActions } from '../../finetune/labels/target-names.ts';
import { windowLabels } from '../../finetune/labels/window-labels.ts';
import { DAY } from '../../store/events/times.ts';
import { attributeValues } from '../../store/names/attribute-values.ts';
import { idOf } from '../../store/names/name-lookup.ts';
import { type Moment, momentOf, type QualityData } from './moment.ts';
import { measureNeighbours } from './neighbour-agreement.ts';
import { evenlySpaced, selectExamples } from './select.ts';
import { attributeTargets, type FutureWindow, futureTargets, type ProbeTargets } from './targets.ts';

/** Features of users as of one time, and what probes predict from them. */
export interface MeasuredMoment extends ProbeTargets {
  readonly moment: Moment;
}

/** Returns the whole histories of users who declared any attribute, with a target for each attribute. */
export async function presentMoment(
  db: Database,
  data: QualityData,
  { attributes }: AvailableTargets,
  { users: limit, folds }: ProfileQualityInput,
): Promise<MeasuredMoment> {
  const { users } = data.histories;
  const declared = new Set(attributes.flatMap(({ name }) => declaringUsers(db, name)));
  const rows = Int32Array.from(users.keys()).filter((h) => declared.has(users[h]!));
  const examples = selectExamples(wholeHistories(data.histories), evenlySpaced(rows, limit));
  const ids = examples.history.map((h) => users[h]!);
  return { moment: await momentOf(data, examples), ...attributeTargets(db, attributes, ids, folds) };
}

const declaringUsers = (db: Database, attribute: string) => [
  ...attributeValues(db, idOf(db, 'attributes', attribute)!).keys(),
];

/** Returns the last window of at most `days` that is short enough to be predicted; null if the data has no such window. */
export function futureWindow(
  { histories }: QualityData,
  { obstacles, longestDays }: AvailableTargets,
  { days: longest }: ProfileQualityInput,
): FutureWindow | null {
  if (obstacles.returns !== null) return null;
  const days = Math.min(longest, longestDays);
  return { days, cutoff: timeSpan(histories).last + 1 - days * DAY };
}

/** Returns the histories before the window, with what users do in it. */
export async function pastMoment(
  db: Database,
  data: QualityData,
  available: AvailableTargets,
  window: FutureWindow,
  { users: limit, folds, seed }: ProfileQualityInput,
): Promise<MeasuredMoment & { neighbours: NeighbourAgreement | null }> {
  const { histories } = data;
  const { examples } = windowLabels(db, histories, { kind: 'returns', days: window.days }, [window.cutoff]);
  const rows = evenlySpaced(Int32Array.from(examples.history.keys()), limit);
  const moment = await momentOf(data, selectExamples(examples, rows));
  const targets = futureTargets(db, histories, available, window, rows, folds);
  const neighbours = measureNeighbours(data, moment, window, purchaseActions(db, undefined), seed);
  return { moment, ...targets, neighbours };
}
