import * as tf from '@tensorflow/tfjs-core';
import { zeros } from '../kernels/memory.ts';
import { isRecordingGradients, registerKernel, runKernels } from '../kernels/register.ts';
import type { Wasm } from '../kernels/wasm.ts';

/** Classes that rows are scored on by the product with their embeddings. */
export interface Classes {
  /** (classes, H). */
  readonly table: tf.Tensor;
  /** (classes): added to the scores. */
  readonly bias: tf.Tensor;
}

/** Maximum number of scores in memory at once, and minimum and maximum number of rows per block. */
const MAX_SCORES = 2 ** 23;
const MIN_ROWS = 48;
const MAX_ROWS = 192;

/**
 * Mean cross-entropy of the softmax over the classes from `first` on (the special tokens before it cannot be
 * predicted), with predictedEmbeddings · table + bias as scores. predictedEmbeddings: (rows, H); targets: (rows) int32,
 * each ≥ first; smoothing: fraction of each target's probability that is spread evenly over all classes (Szegedy et
 * al., 2016). Returns a scalar, in nats. The scores are computed in blocks and never all in memory (Wijmans et al., Cut
 * Your Losses in Large-Vocabulary Language Models, 2024).
 */
export function tiedCrossEntropy(
  predictedEmbeddings: tf.Tensor2D,
  { table, bias }: Classes,
  targets: tf.Tensor1D,
  { first, smoothing }: { readonly first: number; readonly smoothing: number },
): tf.Scalar {
  return meanLoss(
    'TiedCrossEntropy',
    { expected: predictedEmbeddings, table, bias },
    { targets },
    { first, smoothing },
  );
}

/**
 * Mean cross-entropy over each row's target and classes shared by all rows. targetScores: (rows); ids: (classes) int32,
 * without duplicates; targets: (rows) int32, the ids of the rows' targets: a shared class that is a row's target is not
 * counted twice.
 */
export function sharedCrossEntropy(
  predictedEmbeddings: tf.Tensor2D,
  targetScores: tf.Tensor1D,
  { table, bias, ids }: Classes & { readonly ids: tf.Tensor1D },
  targets: tf.Tensor1D,
): tf.Scalar {
  return meanLoss(
    'SharedCrossEntropy',
    { expected: predictedEmbeddings, table, bias, targetScores },
    { ids, targets },
    {},
  );
}

/**
 * Returns the mean of the kernel's first output. The other outputs are the gradients of the trainable inputs, in order;
 * the kernel omits them unless gradients are recorded.
 */
function meanLoss(
  kernel: string,
  trainable: { readonly expected: tf.Tensor; readonly table: tf.Tensor } & Record<string, tf.Tensor>,
  fixed: Record<string, tf.Tensor>,
  settings: tf.NamedAttrMap,
): tf.Scalar {
  const gradients = isRecordingGradients();
  const blockRows = rowsPerBlock(trainable.expected.shape[0]!, trainable.table.shape[0]!);
  const meanLossOp = tf.customGrad((...args) => {
    const save = args.at(-1) as tf.GradSaveFunc;
    const [losses, ...inputGradients] = runKernels(
      kernel,
      { ...trainable, ...fixed },
      { ...settings, gradients, blockRows },
    );
    save(inputGradients);
    return {
      value: losses!.mean(),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => saved.map((gradient) => gradient.mul(dy)),
    };
  });
  return meanLossOp(...Object.values(trainable)).asScalar();
}

/** Maximum number of scores in memory at once for a loss of `rows` rows over `classes` classes. */
export function maxScoresInMemory(rows: number, classes: number): number {
  return rowsPerBlock(rows, classes) * classes;
}

/** Number of rows per block: blocks are of similar size, and their scores fit into the limit. */
function rowsPerBlock(rows: number, classes: number): number {
  const maxRows = Math.max(MIN_ROWS, Math.min(MAX_ROWS, Math.floor(MAX_SCORES / classes)));
  return Math.ceil(rows / Math.ceil(rows / maxRows));
}

registerKernel('TiedCrossEntropy', (wasm, inputs, attrs) => runTiedLoss(wasm, inputs, attrs, Number(attrs.first)));
registerKernel('SharedCrossEntropy', (wasm, inputs, attrs) => runTiedLoss(wasm, inputs, attrs, 0));

function runTiedLoss(
  { backend, kernels, at, scratch }: Wasm,
  { expected, table, bias, targets, targetScores, ids }: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap,
  first: number,
): tf.TensorInfo[] {
  const [[rows, width], [size]] = [expected!.shape, table!.shape] as [[number, number], [number]];
  const [classes, blockRows] = [size - first, Number(attrs.blockRows)];
  const work = scratch(kernels.tiedLossBytes(width, classes, blockRows, attrs.gradients ? 1 : 0));
  const losses = backend.makeOutput([rows], 'float32');
  const gradients = attrs.gradients
    ? [
        backend.makeOutput([rows, width], 'float32'),
        zeros(backend, [size, width]),
        zeros(backend, [size]),
        ...(targetScores ? [backend.makeOutput([rows], 'float32')] : []),
      ]
    : [];
  const [dExpected, dTable, dBias, dTargetScores] = gradients;
  kernels.tiedLoss(
    rows,
    width,
    classes,
    first,
    Number(attrs.smoothing ?? 0),
    at(expected!),
    at(table!) + 4 * first * width,
    at(bias!) + 4 * first,
    at(targets!),
    targetScores ? at(targetScores) : 0,
    ids ? at(ids) : 0,
    at(losses),
    dExpected ? at(dExpected) : 0,
    dTable ? at(dTable) + 4 * first * width : 0,
    dBias ? at(dBias) + 4 * first : 0,
    dTargetScores ? at(dTargetScores) : 0,
    blockRows,
    work,
  );
  return [losses, ...gradients];
}
