import { basename } from 'node:path';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { startBackend } from '../../model/backends/index.ts';
import { type Bert, loadBert } from '../../model/hugging-face/load.ts';
import { WORD } from '../../model/hugging-face/weight-names.ts';
import type { NamedArray } from '../../model/safetensors.ts';
import { disposeWeights, initialWeights, weightShapes } from '../../model/weights.ts';
import { arraysOf, nextRun } from '../../runs/run-files.ts';
import { writeTextRun } from '../../runs/text-run.ts';
import { renameRun } from '../../store/models/change-runs.ts';
import { insertRun } from '../../store/models/runs.ts';

/**
 * Imports a BERT checkpoint as a text run. Throws CHECKPOINT_MISSING, CHECKPOINT_UNSUPPORTED, CHECKPOINT_DAMAGED and
 * MODEL_DAMAGED.
 */
export const loadModelJob: JobFunction<Parsed<'model.load'>, Output<'model.load'>> = async ({ files }, context) => {
  const { db, path } = context.workspace;
  const started = performance.now();
  const { name: backend, description: device } = await startBackend();
  const bert = loadBert(...files);
  context.checkCancelled();
  const arrays = { ...bert.arrays, ...freshHead(bert) };
  const run = context.resumeState.run ?? nextRun(path);
  context.saveResumeState({ run });
  const { width, layers, heads, length, norm, dropout, causal } = bert.encoder;
  const objective = causal ? 'causal' : 'masked';
  const train = TrainConfig.parse({ objective, width, layers, heads, length, norm, dropout, fields: [WORD] });
  const config = { kind: 'text', train, encoder: bert.encoder, target: WORD, actions: null, data: '' } as const;
  writeTextRun(path, run, config, { kind: 'pieces', files: bert.tokenizer }, arrays);
  const parameters = Object.values(arrays).reduce((sum, { data }) => sum + data.length, 0);
  const seconds = (performance.now() - started) / 1000;
  const untrained = { steps: 0, events: 0, eventsPerSecond: 0, validation: {} };
  const summary = { run, backend, device, parameters, seconds, ...untrained };
  db.transaction(() => {
    insertRun(db, summary, train, { kind: 'text', data: '' });
    renameRun(db, run, titleOf(files), undefined);
  })();
  const { pooler, head: predictsWords, unusedWeights } = bert;
  if (unusedWeights.length > 0) context.log(`ignored weights: ${unusedWeights.join(', ')}`);
  const pieces = bert.words.pieces.filter((piece) => piece !== '').length;
  return {
    run,
    parameters,
    pieces,
    width,
    layers,
    heads,
    length,
    predictsWords,
    pooler,
    unusedWeights: [...unusedWeights],
  };
};

/** Returns the name of the checkpoint's folder as a title; empty if files are given one by one. */
function titleOf(files: readonly string[]): string {
  return files.length === 1 ? basename(files[0] ?? '').slice(0, 100) : '';
}

/** Returns random weights for the weights that the checkpoint lacks: those of the masked language modelling head. */
function freshHead({ encoder, arrays }: Bert): Record<string, NamedArray> {
  const shapes = Object.entries(weightShapes(encoder)).filter(([name]) => !arrays[name]);
  const weights = initialWeights(Object.fromEntries(shapes), new Random(1));
  const headArrays = arraysOf(weights);
  disposeWeights(weights);
  return headArrays;
}
