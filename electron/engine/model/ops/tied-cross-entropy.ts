import * as tf from '@tensorflow/tfjs';
import { zeros } from '../kernels/memory.ts';
import { isRecorded, registerKernel, runKernels, type Wasm } from '../kernels/register.ts';

/** Classes that rows are scored on by a product with their embeddings. */
export interface Classes {
  /** (classes, H). */
  readonly table: tf.Tensor;
  /** (classes): added to their scores. */
  readonly bias: tf.Tensor;
}

/** Scores that a block of rows may have in memory at once, and the rows of a block at least and at most. */
const SCORES = 2 ** 23;
const FEWEST_ROWS = 48;
const MOST_ROWS = 192;

/**
 * Mean cross-entropy of the softmax over classes from `first` on (special tokens before it cannot be predicted), scored by
 * expected · table + bias. expected: (rows, H); targets: (rows) int32, each ≥ first; smoothing: the share of each target's
 * probability that is spread evenly over all classes (Szegedy et al., 2016). A scalar, in nats. The scores are never in
 * memory all at once (Wijmans et al., Cut Your Losses in Large-Vocabulary Language Models, 2024).
 */
export function tiedCrossEntropy(
  expected: tf.Tensor2D,
  { table, bias }: Classes,
  targets: tf.Tensor1D,
  { first, smoothing }: { readonly first: number; readonly smoothing: number },
): tf.Scalar {
  return meanLoss('TiedCrossEntropy', { expected, table, bias }, { targets }, { first, smoothing });
}

/**
 * The same over each row's own class and classes that all rows share. own: (rows), the scores of the rows' own; ids: (classes)
 * int32, no two alike; targets: (rows) int32, the ids of the rows' own: a shared class that is a row's own does not count twice.
 */
export function sharedCrossEntropy(
  expected: tf.Tensor2D,
  own: tf.Tensor1D,
  { table, bias, ids }: Classes & { readonly ids: tf.Tensor1D },
  targets: tf.Tensor1D,
): tf.Scalar {
  return meanLoss('SharedCrossEntropy', { expected, table, bias, own }, { ids, targets }, {});
}

/** The mean of the first output; the others are its gradients by what is learnt, in order, left out where nobody asks for them. */
function meanLoss(
  kernel: string,
  learnt: { readonly expected: tf.Tensor; readonly table: tf.Tensor } & Record<string, tf.Tensor>,
  fixed: Record<string, tf.Tensor>,
  settings: tf.NamedAttrMap,
): tf.Scalar {
  const gradients = isRecorded();
  const blockRows = rowsAtOnce(learnt.expected.shape[0]!, learnt.table.shape[0]!);
  const mean = tf.customGrad((...given) => {
    const save = given.at(-1) as tf.GradSaveFunc;
    const [losses, ...found] = runKernels(kernel, { ...learnt, ...fixed }, { ...settings, gradients, blockRows });
    save(found);
    return {
      value: losses!.mean(),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => saved.map((gradient) => gradient.mul(dy)),
    };
  });
  return mean(...Object.values(learnt)).asScalar();
}

/** Most scores that are in memory at once for a loss of so many rows over so many classes. */
export function scoresHeld(rows: number, classes: number): number {
  return rowsAtOnce(rows, classes) * classes;
}

/** Blocks of like size, each of as many rows as have their scores in little memory. */
function rowsAtOnce(rows: number, classes: number): number {
  const most = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Math.floor(SCORES / classes)));
  return Math.ceil(rows / Math.ceil(rows / most));
}

registerKernel('TiedCrossEntropy', (wasm, inputs, attrs) => run(wasm, inputs, attrs, Number(attrs.first)));
registerKernel('SharedCrossEntropy', (wasm, inputs, attrs) => run(wasm, inputs, attrs, 0));

function run(
  { backend, kernels, at, scratch }: Wasm,
  { expected, table, bias, targets, own, ids }: tf.NamedTensorInfoMap,
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
        ...(own ? [backend.makeOutput([rows], 'float32')] : []),
      ]
    : [];
  const [dExpected, dTable, dBias, dOwn] = gradients;
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
    own ? at(own) : 0,
    ids ? at(ids) : 0,
    at(losses),
    dExpected ? at(dExpected) : 0,
    dTable ? at(dTable) + 4 * first * width : 0,
    dBias ? at(dBias) + 4 * first : 0,
    dOwn ? at(dOwn) : 0,
    blockRows,
    work,
  );
  return [losses, ...gradients];
}
