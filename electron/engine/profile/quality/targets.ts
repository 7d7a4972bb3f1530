import type { Database } from 'better-sqlite3';
import type { AvailableTargets } from '../../../../shared/contract/prediction.ts';
import type { Target } from '../../../../shared/domain/finetune-config.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { oneClass, tooFewExamples, tooFewPositives } from '../../finetune/finetune-errors.ts';
import { attributeLabels } from '../../finetune/labels/attribute-labels.ts';
import type { Labels } from '../../finetune/labels/labels.ts';
import { purchaseLabels, windowLabels } from '../../finetune/labels/window-labels.ts';
import type { Histories } from '../../store/events/histories.ts';
import { attributeValues } from '../../store/names/attribute-values.ts';
import { idOf } from '../../store/names/name-lookup.ts';
import type { ProbeTarget } from './probe-target.ts';

/** Window of future behaviour, which starts at the cutoff (milliseconds since the epoch). */
export interface FutureWindow {
  readonly days: number;
  readonly cutoff: number;
}

/** Targets with probes, and those without, with the code of the reason. */
export interface ProbeTargets {
  readonly targets: readonly ProbeTarget[];
  readonly skipped: readonly { readonly target: string; readonly reason: string }[];
}

/** Names of attributes whose bands are the usual ones of ages, 25, 35 and 45 years, rather than quintiles. */
const AGE = /^(age|年龄)$/i;
const AGE_BANDS = [25, 35, 45];

/** Minimum number of users with a label. */
const MIN_USERS = 20;

/**
 * Returns a target for each attribute: classes, labels if its values are lists, or bands if it is numeric. `users`: the
 * ids of the moment's users, in the order of its rows.
 */
export function attributeTargets(
  db: Database,
  attributes: AvailableTargets['attributes'],
  users: Int32Array,
  folds: number,
): ProbeTargets {
  const candidates = attributes.map((attribute): Candidate => {
    const { name, obstacle } = attribute;
    const labels = () =>
      attributeLabels(attributeValues(db, idOf(db, 'attributes', name)!), users, attributeTarget(attribute), 2 * folds);
    return { target: name, days: null, make: () => obstacle ?? labels() };
  });
  return targetsOf(candidates, folds);
}

function attributeTarget({ name, bands, separator }: AvailableTargets['attributes'][number]) {
  const target: Extract<Target, { kind: 'attribute' }> = { kind: 'attribute', attribute: name, as: 'classes' };
  if (separator !== null) return { ...target, as: 'labels' as const, separator };
  if (bands.length === 0) return target;
  return { ...target, bands: AGE.test(name) ? AGE_BANDS : bands };
}

/**
 * Returns what users do within the window: whether they return, whether they buy, and how much they spend. `rows`: the
 * moment's users among all with a history before the cutoff.
 */
export function futureTargets(
  db: Database,
  histories: Histories,
  { obstacles }: Pick<AvailableTargets, 'obstacles'>,
  { days, cutoff }: FutureWindow,
  rows: Int32Array,
  folds: number,
): ProbeTargets {
  const of = ({ labels }: { labels: Labels }) => {
    const allRows = Int32Array.from(rows.keys());
    return { labels: selectLabels(labels, rows), rows: allRows };
  };
  const window = (kind: 'returns' | 'spend') => of(windowLabels(db, histories, { kind, days }, [cutoff]));
  const candidates: Candidate[] = [
    { target: 'returns', days, make: () => obstacles.returns ?? window('returns') },
    { target: 'buys', days, make: () => of(purchaseLabels(db, histories, days, cutoff)) },
    { target: 'spend', days, make: () => obstacles.spend ?? window('spend') },
  ];
  return targetsOf(candidates, folds);
}

interface Candidate extends Pick<ProbeTarget, 'target' | 'days'> {
  /** Returns the labels and their rows, or the code of the reason why there are none. */
  readonly make: () => Pick<ProbeTarget, 'labels' | 'rows'> | string;
}

function targetsOf(candidates: readonly Candidate[], folds: number): ProbeTargets {
  const targets: ProbeTarget[] = [];
  const skipped: { target: string; reason: string }[] = [];
  for (const { target, days, make } of candidates) {
    try {
      const made = make();
      if (typeof made === 'string') skipped.push({ target, reason: made });
      else {
        requireEnough(target, made.labels, made.rows.length, folds);
        targets.push({ target, days, ...made });
      }
    } catch (error) {
      if (!(error instanceof PortraitError)) throw error;
      skipped.push({ target, reason: error.code });
    }
  }
  return { targets, skipped };
}

/** Throws TOO_FEW_EXAMPLES, ONE_CLASS and TOO_FEW_POSITIVES unless each fold can have two users of every class. */
function requireEnough(target: string, labels: Labels, users: number, folds: number): void {
  if (users < MIN_USERS) throw tooFewExamples(users, MIN_USERS);
  if (labels.kind === 'number' && labels.values.every((value) => value === labels.values[0])) throw oneClass(target);
  if (labels.kind !== 'classes') return;
  const counts = labels.names.map((_, k) => labels.values.filter((value) => value === k).length);
  const rarest = Math.min(...counts);
  if (rarest === 0) throw oneClass(target);
  if (rarest < 2 * folds) throw tooFewPositives(labels.names[counts.indexOf(rarest)]!, rarest, 2 * folds);
}

/** Returns the labels of some rows; those of a window are classes or numbers. */
function selectLabels(labels: Labels, rows: Int32Array): Labels {
  if (labels.kind === 'classes') return { ...labels, values: rows.map((row) => labels.values[row]!) };
  if (labels.kind === 'number') return { ...labels, values: Float64Array.from(rows, (row) => labels.values[row]!) };
  throw new Error('the labels of a window are classes or numbers');
}
