import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { appendEpoch, cutCurve } from '../runs/curve.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { dropCheckpoints, hasConfig, nextRun, writeTrained } from '../runs/run-files.ts';
import { writeRecord } from '../runs/run-record.ts';
import { countAuthors, readTexts } from '../store/events/texts.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { disposeTraining, loadCheckpoint, saveCheckpoint } from '../train/loop/checkpoint.ts';
import { Adam } from '../train/loop/optimiser.ts';
import { startState } from '../train/loop/train-state.ts';
import { parametersOf } from '../train/new-run.ts';
import { configureTexts, noTexts, textHash, untrainedTexts } from './new-text-run.ts';
import { pretrainTexts } from './pretrain-texts.ts';
import { apartFrom } from './split-texts.ts';
import { textCommand } from './text-command.ts';
import { beginTextRun, readerOf, readTextRun, type TextRunConfig } from './text-run.ts';
import { heldLoss } from './validation-loss.ts';

/**
 * Pre-trains a run on the workspace's texts and keeps it. A training that was interrupted, at whatever moment, goes on from its
 * last checkpoint to the same weights; one that had ended is only told of. Throws NO_TEXTS, NOTHING_TO_LEARN, DATA_CHANGED and
 * TRAINING_DIVERGED.
 */
export const trainTextJob: JobFunction<Parsed<'text.train'>, Output<'text.train'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const { name: backend, description: device } = await startBackend();
  const id = input.resume ?? context.remembered.run ?? nextRun(path);
  const kept = listRuns(db).find((row) => row.id === id);
  if (kept) {
    dropCheckpoints(path, id);
    return kept.summary;
  }
  const { config, sequences } = begin(id, input, context);
  const { training, held } = apartFrom(sequences);
  const at = loadCheckpoint(path, id) ?? untrained(config);
  const learner = { ...config, weights: at.weights, adam: at.adam };
  cutCurve(path, id, at.state.epoch);
  try {
    let validated: Record<string, number> = {};
    const state = await pretrainTexts(learner, training, at.state, {
      checkCancelled: context.checkCancelled,
      onStep: ({ step, epoch, tokens, seconds }, total, loss) => {
        const figures = { loss, epoch: epoch + 1, tokensPerSecond: tokens / seconds, ...validated };
        context.progress({ stage: 'train.steps', done: step, total, unit: 'steps', figures });
      },
      onEpoch: ({ epoch, step, events, seconds }, loss) => {
        const validationLoss = heldLoss(learner, held);
        if (validationLoss !== null) validated = { 'validation.loss': validationLoss };
        appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation: {} });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
      },
      onCheckpoint: (state) => saveCheckpoint(path, id, { weights: at.weights, adam: at.adam, state }),
    });
    writeTrained(path, id, at.weights);
    const { step, events, tokens, seconds, epoch } = state;
    const loss = heldLoss(learner, held);
    const summary = {
      run: id,
      ...{ backend, device },
      parameters: parametersOf(at.weights),
      ...{ steps: step, events, seconds, tokens, padding: 0 },
      eventsPerSecond: events / seconds,
      tokensPerSecond: tokens / seconds,
      ...{ epochs: epoch, bestEpoch: epoch, endedBy: 'epochs' as const },
      validation: loss === null ? {} : { loss },
    };
    const seen = { hash: config.data, users: countAuthors(db, config.actions), events: sequences.length };
    writeRecord(context.workspace, { ...summary, workers: 0 }, config.train, seen, textCommand(config));
    insertRun(db, summary, config.train, { kind: 'text', data: config.data });
    dropCheckpoints(path, id);
    return summary;
  } finally {
    disposeTraining(at);
  }
};

/** A new run's configuration, kept, or that of one that goes on. */
function begin(id: string, input: Parsed<'text.train'>, { workspace, remember }: JobContext) {
  const { db, path } = workspace;
  const begun = input.resume !== undefined || hasConfig(path, id) ? readTextRun(path, id) : null;
  const actions = begun ? begun.config.actions : (input.actions ?? null);
  const { texts } = readTexts(db, actions);
  if (texts.length === 0) throw noTexts(db, actions);
  if (begun) {
    if (begun.config.data !== textHash(texts)) throw dataChanged(id);
    return { config: begun.config, sequences: texts.map(readerOf(begun.config, begun.tokens)) };
  }
  const { config, tokens, sequences } = configureTexts(texts, input.config, actions);
  remember({ run: id });
  beginTextRun(path, id, config, tokens);
  return { config, sequences };
}

function untrained(config: TextRunConfig) {
  const weights = untrainedTexts(config);
  return { weights, adam: new Adam(weights), state: startState };
}
