import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { appendEpoch, truncateCurve } from '../runs/curve.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { deleteCheckpoints, hasConfig, nextRun, writeWeights } from '../runs/run-files.ts';
import { writeRecord } from '../runs/run-record.ts';
import { readerOf, readTextRun, type TextRunConfig, writeNewTextRun } from '../runs/text-run.ts';
import { countAuthors, readTexts } from '../store/events/texts.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { disposeTraining, loadCheckpoint, saveCheckpoint } from '../train/loop/checkpoint.ts';
import { Adam } from '../train/loop/optimiser.ts';
import { startState } from '../train/loop/train-state.ts';
import { parameterCount } from '../train/new-run.ts';
import { configureTexts, initialTextWeights, noTexts, textHash } from './new-text-run.ts';
import { pretrainTexts } from './pretrain-texts.ts';
import { splitTexts } from './split-texts.ts';
import { textCommand } from './text-command.ts';
import { textValidationLoss } from './validation-loss.ts';

/**
 * Pre-trains a run on the workspace's texts and saves it. An interrupted training resumes from its last checkpoint and
 * ends with the same weights; if it has already finished, its summary is returned. Throws NO_TEXTS, NOTHING_TO_LEARN,
 * DATA_CHANGED and TRAINING_DIVERGED.
 */
export const trainTextJob: JobFunction<Parsed<'text.train'>, Output<'text.train'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const { name: backend, description: device } = await startBackend();
  const id = input.resume ?? context.remembered.run ?? nextRun(path);
  const existingRun = listRuns(db).find((row) => row.id === id);
  if (existingRun) {
    deleteCheckpoints(path, id);
    return existingRun.summary;
  }
  const { config, sequences } = startRun(id, input, context);
  const { training, validation } = splitTexts(sequences);
  const trainer = loadCheckpoint(path, id) ?? initialTraining(config);
  const learner = { ...config, weights: trainer.weights, adam: trainer.adam };
  truncateCurve(path, id, trainer.state.epoch);
  try {
    let validationMetrics: Record<string, number> = {};
    const state = await pretrainTexts(learner, training, trainer.state, {
      checkCancelled: context.checkCancelled,
      onStep: ({ step, epoch, tokens, seconds }, total, loss) => {
        const figures = { loss, epoch: epoch + 1, tokensPerSecond: tokens / seconds, ...validationMetrics };
        context.progress({ stage: 'train.steps', done: step, total, unit: 'steps', figures });
      },
      onEpoch: ({ epoch, step, events, seconds }, loss) => {
        const validationLoss = textValidationLoss(learner, validation);
        if (validationLoss !== null) validationMetrics = { 'validation.loss': validationLoss };
        appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation: {} });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
      },
      onCheckpoint: (state) => saveCheckpoint(path, id, { weights: trainer.weights, adam: trainer.adam, state }),
    });
    writeWeights(path, id, trainer.weights);
    const { step, events, tokens, seconds, epoch } = state;
    const loss = textValidationLoss(learner, validation);
    const summary = {
      run: id,
      ...{ backend, device },
      parameters: parameterCount(trainer.weights),
      ...{ steps: step, events, seconds, tokens, padding: 0 },
      eventsPerSecond: events / seconds,
      tokensPerSecond: tokens / seconds,
      ...{ epochs: epoch, bestEpoch: epoch, endedBy: 'epochs' as const },
      validation: loss === null ? {} : { loss },
    };
    const dataSummary = { hash: config.data, users: countAuthors(db, config.actions), events: sequences.length };
    writeRecord(context.workspace, { ...summary, workers: 0 }, config.train, dataSummary, textCommand(config));
    insertRun(db, summary, config.train, { kind: 'text', data: config.data });
    deleteCheckpoints(path, id);
    return summary;
  } finally {
    disposeTraining(trainer);
  }
};

/** Returns the saved configuration of a resumed run, or creates and saves that of a new one, with the encoded texts. */
function startRun(id: string, input: Parsed<'text.train'>, { workspace, remember }: JobContext) {
  const { db, path } = workspace;
  const savedRun = input.resume !== undefined || hasConfig(path, id) ? readTextRun(path, id) : null;
  const actions = savedRun ? savedRun.config.actions : (input.actions ?? null);
  const { texts } = readTexts(db, actions);
  if (texts.length === 0) throw noTexts(db, actions);
  if (savedRun) {
    if (savedRun.config.data !== textHash(texts)) throw dataChanged(id);
    return { config: savedRun.config, sequences: texts.map(readerOf(savedRun.config, savedRun.tokens)) };
  }
  const { config, tokens, sequences } = configureTexts(texts, input.config, actions);
  remember({ run: id });
  writeNewTextRun(path, id, config, tokens);
  return { config, sequences };
}

function initialTraining(config: TextRunConfig) {
  const weights = initialTextWeights(config);
  return { weights, adam: new Adam(weights), state: startState };
}
