import { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { sequenceSamples } from '../finetune/head/samples.ts';
import { scoreSamples } from '../finetune/head/score.ts';
import { type HeadHooks, trainHead } from '../finetune/head/train-head.ts';
import type { Labels } from '../finetune/labels/labels.ts';
import type { EncoderConfig } from '../model/config.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import { arraysOf, weightsOf } from '../runs/run-files.ts';
import type { Sequence } from '../sequence/batches.ts';
import { sequenceReader, type TextTokens } from '../sequence/text/text-tokens.ts';
import { configureTexts, untrainedTexts } from './new-text-run.ts';
import { loadTextRun, readTextRun } from './text-run.ts';

/** An encoder that heads on texts begin with, and how it reads them. */
export interface TextStart {
  readonly encoder: EncoderConfig;
  readonly tokens: TextTokens;
  /** The field that pre-training asks for. */
  readonly target: string;
  readonly sequenceOf: (text: string) => Sequence;
  /** Weights that a member begins with. The caller disposes of them. */
  weights(seed: number): Weights;
}

/** An encoder of fresh weights that knows the words of these texts. Throws NOTHING_TO_LEARN. */
export function freshTexts(texts: readonly string[]): TextStart {
  const { config, tokens } = configureTexts(texts, {});
  const { encoder, train, target } = config;
  return {
    ...{ encoder, tokens, target },
    sequenceOf: sequenceReader(tokens, encoder.length, encoder.sizes.word ?? 0),
    weights: (seed) => untrainedTexts({ encoder, train: { ...train, seed } }),
  };
}

/**
 * What heads begin with: a text run's encoder, which has its words already, or without a run a fresh one of the texts that
 * it may know. Throws RUN_NOT_FOUND, RUN_READS_NO_TEXTS and MODEL_DAMAGED.
 */
export async function beginTexts(workspace: string, run: string | null) {
  if (run === null) return { start: freshTexts, dispose: () => {} };
  const { tokens } = readTextRun(workspace, run);
  const { encoder, target, sequenceOf, weights, dispose } = await loadTextRun(workspace, run);
  const start: TextStart = { encoder, tokens, target, sequenceOf, weights: () => copyOf(weights) };
  return { start: (_texts: readonly string[]) => start, dispose };
}

function copyOf(weights: Weights): Weights {
  return weightsOf(arraysOf(weights));
}

/**
 * Trains as many heads as the settings say, each with an encoder of its own, on the training rows. Gives the mean of their
 * scores of the test rows, (rows × classes), before any softmax. `keep` is given each model before it is let go.
 */
export async function fitTexts(
  start: TextStart,
  texts: readonly string[],
  labels: Labels,
  { training, test }: { readonly training: Int32Array; readonly test: Int32Array },
  settings: HeadConfig,
  hooks: HeadHooks,
  keep: (weights: Weights, member: number) => void = () => {},
): Promise<Float32Array> {
  const samples = sequenceSamples(texts.map(start.sequenceOf));
  const split = { training, validation: new Int32Array(0) };
  const sum = new Float32Array(test.length * labels.names.length);
  for (let member = 0; member < settings.members; member++) {
    const config = HeadConfig.parse({ ...settings, seed: settings.seed + member });
    const weights = start.weights(config.seed);
    try {
      const { model } = await trainHead({ encoder: start.encoder, weights }, { samples, labels, split, config }, hooks);
      scoreSamples(model, samples, test, hooks.checkCancelled).forEach((score, i) => {
        sum[i]! += score / settings.members;
      });
      keep(model.weights, member);
      disposeWeights(model.weights);
    } finally {
      disposeWeights(weights);
    }
  }
  return sum;
}
