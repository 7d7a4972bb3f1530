import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { Evaluation, RunRow } from '../../../../shared/contract/train.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { readCurve } from '../../runs/curve.ts';
import { readRunConfig } from '../../runs/run-files.ts';
import { readTextRun } from '../../runs/text-run.ts';
import { getRun } from '../../store/models/runs.ts';
import { comparePair, type EvaluatedRun } from './compare-pair.ts';
import { differencesOf } from './differences.ts';
import { readGains } from './model-gains.ts';

type Compared = Output<'train.compare'>['runs'][number];

/** Compares finished runs by their saved results. Throws RUN_NOT_FOUND and RUNS_OF_DIFFERENT_KINDS. */
export const compareJob: JobFunction<Parsed<'train.compare'>, Output<'train.compare'>> = async (
  input,
  { workspace: { db, path }, checkCancelled },
) => {
  const rows = input.runs.map((run) => getRun(db, run));
  refuseDifferentKinds(rows);
  const evaluatedRuns = rows.map(({ id, evaluation }) => ({
    run: id,
    how: howOf(evaluation),
    gains: readGains(path, id),
  }));
  return {
    runs: rows.map((row) => comparedRun(row, path)),
    differences: differencesOf(rows.map((row) => settingsOf(row, path))),
    sameData: sameData(rows),
    pairs: pairsOf(evaluatedRuns).map(([first, second]) => comparePair(first, second, checkCancelled)),
  };
};

function refuseDifferentKinds(rows: readonly RunRow[]): void {
  const text = rows.find(({ kind }) => kind === 'text');
  const behaviour = rows.find(({ kind }) => kind === 'behaviour');
  if (!text || !behaviour) return;
  throw new PortraitError({
    code: 'RUNS_OF_DIFFERENT_KINDS',
    message: `${text.id} was trained on texts and ${behaviour.id} on behaviour, so they have no figure in common.`,
    hint: 'Compare runs of behaviour with runs of behaviour, and runs of texts with runs of texts.',
    details: { text: text.id, behaviour: behaviour.id },
  });
}

function settingsOf({ id, kind }: RunRow, workspace: string) {
  return kind === 'text' ? readTextRun(workspace, id).config.train : readRunConfig(workspace, id).train;
}

function howOf(evaluation: Evaluation | null): string | null {
  return evaluation && `${evaluation.split} ${evaluation.ranked}`;
}

function sameData(rows: readonly RunRow[]): boolean | null {
  if (rows.some(({ data }) => data === '')) return null;
  return new Set(rows.map(({ data }) => data)).size === 1;
}

const pairsOf = (runs: readonly EvaluatedRun[]): [EvaluatedRun, EvaluatedRun][] =>
  runs.flatMap((first, i) => runs.slice(i + 1).map((second): [EvaluatedRun, EvaluatedRun] => [first, second]));

function comparedRun({ id, title, created, data, summary, evaluation }: RunRow, workspace: string): Compared {
  const curve = readCurve(workspace, id);
  return {
    run: id,
    title,
    created,
    parameters: summary.parameters,
    seconds: summary.seconds,
    data,
    metrics: intervalsOf(evaluation),
    epochs: Int32Array.from(curve, ({ epoch }) => epoch),
    elapsed: Float32Array.from(curve, ({ seconds }) => seconds),
    trainingLoss: Float32Array.from(curve, ({ loss }) => loss),
    validationLoss: Float32Array.from(curve, ({ validationLoss }) => validationLoss ?? Number.NaN),
    validationNdcg10: Float32Array.from(curve, ({ validation }) => validation['ndcg@10'] ?? Number.NaN),
  };
}

function intervalsOf(evaluation: Evaluation | null): Compared['metrics'] {
  const ends = evaluation?.intervals.model ?? {};
  return Object.fromEntries(
    Object.entries(evaluation?.metrics ?? {}).map(([name, value]) => {
      const { low = null, high = null } = ends[name] ?? {};
      return [name, { value, low, high }];
    }),
  );
}
