import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { sequenceSamples } from '../finetune/head/samples.ts';
import { scoreSamples } from '../finetune/head/score.ts';
import { type HeadHooks, trainHead } from '../finetune/head/train-head.ts';
import type { Labels } from '../finetune/labels/labels.ts';
import type { EncoderConfig } from '../model/config.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import { arraysOf, weightsOf } from '../runs/run-files.ts';
import { loadTextRun, readTextRun } from '../runs/text-run.ts';
import type { Sequence } from '../sequence/batches.ts';
import { sequenceEncoder, type TextTokens } from '../sequence/text/text-tokens.ts';
import { configureTexts, initialTextWeights } from './new-text-run.ts';

/** An encoder that heads on texts start from, with its tokeniser. */
export interface TextBaseEncoder {
  readonly encoder: EncoderConfig;
  readonly tokens: TextTokens;
  /** The field predicted in pre-training. */
  readonly target: string;
  readonly sequenceOf: (text: string) => Sequence;
  /** Returns the initial weights of a member. The caller disposes of them. */
  weights(seed: number): Weights;
}

/** Returns an encoder with fresh weights and a vocabulary of the given texts. Throws NOTHING_TO_LEARN. */
export function freshTextEncoder(texts: readonly string[]): TextBaseEncoder {
  const { config, tokens } = configureTexts(texts, {});
  const { encoder, train, target } = config;
  return {
    encoder,
    tokens,
    target,
    sequenceOf: sequenceEncoder(tokens, encoder.length, encoder.sizes.word ?? 0),
    weights: (seed) => initialTextWeights({ encoder, train: { ...train, seed } }),
  };
}

/**
 * Resolves the encoder that heads start from: a text run's encoder with its vocabulary, or without a run a fresh one,
 * whose vocabulary comes only from the texts given to `encoderFor`. Throws RUN_NOT_FOUND, RUN_UNFINISHED,
 * RUN_READS_NO_TEXTS and MODEL_DAMAGED.
 */
export async function resolveTextEncoder(workspace: string, run: string | null) {
  if (run === null) return { encoderFor: freshTextEncoder, dispose: () => {} };
  const { tokens } = readTextRun(workspace, run);
  const { encoder, target, sequenceOf, weights, dispose } = await loadTextRun(workspace, run);
  const baseEncoder: TextBaseEncoder = { encoder, tokens, target, sequenceOf, weights: () => copyOf(weights) };
  return { encoderFor: (_texts: readonly string[]) => baseEncoder, dispose };
}

function copyOf(weights: Weights): Weights {
  return weightsOf(arraysOf(weights));
}

/**
 * Trains one head per member, each with its own copy of the encoder, on the training rows. Returns the mean of their
 * scores for the test rows, (rows × classes), before softmax. `onMember` receives each member's weights before they are
 * disposed.
 */
export async function fitTextHeads(
  baseEncoder: TextBaseEncoder,
  texts: readonly string[],
  labels: Labels,
  { training, test }: { readonly training: Int32Array; readonly test: Int32Array },
  settings: FinetuneConfig,
  hooks: HeadHooks,
  onMember: (weights: Weights, member: number) => void = () => {},
): Promise<Float32Array> {
  const samples = sequenceSamples(texts.map(baseEncoder.sequenceOf));
  const split = { training, validation: new Int32Array(0) };
  const sum = new Float32Array(test.length * labels.names.length);
  for (let member = 0; member < settings.members; member++) {
    const config = FinetuneConfig.parse({ ...settings, seed: settings.seed + member });
    const weights = baseEncoder.weights(config.seed);
    try {
      const { model } = await trainHead(
        { encoder: baseEncoder.encoder, weights },
        { samples, labels, split, config },
        hooks,
      );
      scoreSamples(model, samples, test, hooks.checkCancelled).forEach((score, i) => {
        sum[i]! += score / settings.members;
      });
      onMember(model.weights, member);
      disposeWeights(model.weights);
    } finally {
      disposeWeights(weights);
    }
  }
  return sum;
}
