import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { z } from 'zod';
import { EncoderConfig } from '../electron/engine/model/config.ts';
import { encodeBatch, predictField } from '../electron/engine/model/encoder.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import { crossEntropy } from '../electron/engine/model/ops/cross-entropy.ts';
import { initialWeights, weightShapes } from '../electron/engine/model/weights.ts';
import type { Batch } from '../electron/engine/sequence/batches.ts';
import { FIELDS, FIRST_TOKEN } from '../electron/engine/sequence/fields.ts';
import { Adam } from '../electron/engine/train/loop/optimiser.ts';
import { Random } from '../shared/domain/random.ts';
import type { Bench, Row } from './row.ts';
import { cpuSeconds } from './support/cpu-seconds.ts';

/** A step as the measurements of the literature have it: batch 32, length 100, MovieLens-1M's items, 15 % masked. */
const BATCH = 32;
const LENGTH = 100;
const SIZES = { action: 8, item: 3421, category: 40, brand: 60, price: 17, gap: 16, hour: 29, weekday: 12 };
const MASKED = Math.round(0.15 * BATCH * LENGTH);
const WIDTHS = [64, 128];
const STEPS = 12;
const DROPOUT = 0.1;

/**
 * Behaviours a second of processor time, in a training step of the two-layer encoder, beside PyTorch on one thread and plain
 * TensorFlow.js without our kernels.
 */
const bench: Bench = async () => {
  await startWasm();
  return WIDTHS.flatMap((width) => {
    const ours = (BATCH * LENGTH) / stepSeconds(width);
    const step = `training step, 2 layers, ${width} wide, batch ${BATCH} × ${LENGTH}`;
    const beside = (peer: string, measured: { seconds: number } | null): Row => {
      const peerFigure = measured && (BATCH * LENGTH) / measured.seconds;
      return {
        case: step,
        figure: ours,
        unit: 'behaviours/CPU s',
        peer,
        peerFigure,
        ratio: peerFigure && ours / peerFigure,
      };
    };
    const torch = torchStep(width);
    const name = torch ? `PyTorch ${torch.version}, 1 thread` : 'PyTorch (not installed)';
    return [beside(name, torch), beside('TensorFlow.js wasm, plain operations', stockStep(width))];
  });
};
export default bench;

/** Median processor seconds of a step: forward, backward, clipping, Adam. */
function stepSeconds(width: number): number {
  const config = EncoderConfig.parse({ width, inner: 4 * width, length: LENGTH, sizes: SIZES, dropout: DROPOUT });
  const weights = initialWeights(weightShapes(config), new Random(1));
  const used = Object.entries(weights).filter(([name]) => !name.startsWith('head.bias.') || name === 'head.bias.item');
  const variables = used.map(([, weight]) => weight);
  const adam = new Adam(weights);
  const { batch, rows, targets } = question();
  const step = (seed: number) =>
    tf.tidy(() => {
      const loss = (): tf.Scalar => {
        const { hidden } = encodeBatch(config, weights, batch, { dropoutSeed: seed });
        const logits = predictField(config, weights, 'item', hidden, tf.tensor1d(rows, 'int32'));
        return crossEntropy(logits, tf.tensor1d(targets, 'int32'), FIRST_TOKEN);
      };
      const { grads } = tf.variableGrads(loss, variables);
      adam.apply(weights, Object.fromEntries(used.map(([name, weight]) => [name, grads[weight.name]!])), 1e-3, 5);
    });
  const times = Array.from({ length: STEPS + 3 }, (_, i) => {
    const started = process.cpuUsage();
    step(i);
    return cpuSeconds(started);
  });
  return times.slice(3).sort((a, b) => a - b)[STEPS >> 1]!;
}

function question(): { batch: Batch; rows: Int32Array; targets: Int32Array } {
  const random = new Random(2);
  const positions = BATCH * LENGTH;
  const column = (size: number) =>
    Int32Array.from({ length: positions }, () => FIRST_TOKEN + random.integer(size - FIRST_TOKEN));
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, column(SIZES[field])])) as Batch['tokens'];
  const batch = {
    size: BATCH,
    length: LENGTH,
    tokens,
    segment: Int32Array.from({ length: positions }, () => random.integer(2)),
    fromEnd: Int32Array.from({ length: positions }, (_, i) => LENGTH - 1 - (i % LENGTH)),
    fromStart: Int32Array.from({ length: positions }, (_, i) => i % LENGTH),
    mask: new Float32Array(positions).fill(1),
  };
  const places = Int32Array.from({ length: positions }, (_, i) => i);
  random.shuffle(places);
  const targets = Int32Array.from({ length: MASKED }, () => FIRST_TOKEN + random.integer(SIZES.item - FIRST_TOKEN));
  return { batch, rows: places.slice(0, MASKED), targets };
}

/** Median processor seconds of a peer's step, and which peer it was. */
const Peer = z.object({ seconds: z.number(), version: z.string() });
type Peer = z.infer<typeof Peer>;

const support = (file: string) => fileURLToPath(new URL(`./support/${file}`, import.meta.url));

/** The step's shape as the peers' scripts take it. */
function shapeOf(width: number): string {
  const sizes = FIELDS.map((field) => SIZES[field]);
  const itemField = FIELDS.indexOf('item');
  const rest = {
    layers: 2,
    heads: 2,
    sizes,
    items: SIZES.item,
    itemField,
    masked: MASKED,
    steps: STEPS,
    dropout: DROPOUT,
  };
  return JSON.stringify({ batch: BATCH, length: LENGTH, width, ...rest });
}

/** The same by PyTorch, where a Python that has it is found: Debian's lies apart from others. */
function torchStep(width: number): Peer | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    const measured = runPeer(python, [support('torch-step.py'), shapeOf(width)]);
    if (measured) return measured;
  }
  return null;
}

/** The same in plain TensorFlow.js operations, in a process of its own, since our kernels replace its product. */
function stockStep(width: number): Peer | null {
  return runPeer(process.execPath, [support('stock-step.ts'), shapeOf(width)]);
}

/** Runs a peer's script, without settings that would slow down its linear algebra; null where it cannot run. */
function runPeer(command: string, args: string[]): Peer | null {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env });
  return status === 0 ? Peer.parse(JSON.parse(stdout)) : null;
}
