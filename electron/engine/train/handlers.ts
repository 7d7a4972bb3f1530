import type { Handlers } from '../../../shared/contract/handlers.ts';
import { readCurve } from '../runs/curve.ts';
import { readRunConfig } from '../runs/run-files.ts';
import { readTextRun } from '../runs/text-run.ts';
import { getRun, listRuns } from '../store/models/runs.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';

export const trainHandlers = {
  'train.runs': (_input, context) => ({ runs: listRuns(context.workspace().db) }),
  'train.run': ({ run }, context) => {
    const { db, path } = context.workspace();
    const row = getRun(db, run);
    const { train, target } = row.kind === 'text' ? readTextRun(path, run).config : readRunConfig(path, run);
    const curve = readCurve(path, run);
    return {
      run: row,
      config: train,
      target,
      epochs: Int32Array.from(curve, (line) => line.epoch),
      trainingLoss: Float32Array.from(curve, (line) => line.loss),
      validationLoss: Float32Array.from(curve, (line) => line.validationLoss ?? Number.NaN),
      validationNdcg10: Float32Array.from(curve, (line) => line.validation['ndcg@10'] ?? Number.NaN),
    };
  },
} satisfies Partial<Handlers<WorkspaceContext>>;
