import * as tf from '@tensorflow/tfjs-core';
import type { FlatLayout } from '../../../model/flat-weights.ts';
import { wasmInUse } from '../../../model/kernels/register.ts';
import type { Gradients } from '../step.ts';
import type { GradientBuffers } from './gradient-buffers.ts';

/** One worker's side of the all-reduce of gradients. */
export class AllReduce {
  private readonly layout: FlatLayout;
  private readonly buffers: GradientBuffers;
  private readonly worker: number;
  /** The sums, one tensor per weight, overwritten in each round. */
  private readonly sums: tf.Tensor[];

  constructor(layout: FlatLayout, buffers: GradientBuffers, worker: number) {
    this.layout = layout;
    this.buffers = buffers;
    this.worker = worker;
    this.sums = layout.weights.map(({ shape }) => tf.zeros(shape));
  }

  /** Writes this worker's gradients and loss to its shared buffer. */
  publish(round: number, loss: number, gradients: Gradients): void {
    const ownBuffer = this.buffers[round % 2 === 0 ? 0 : 1][this.worker]!;
    ownBuffer.loss[0] = loss;
    this.layout.weights.forEach(({ name, from }, i) => {
      const gradient = gradients[name];
      ownBuffer.present[i] = gradient ? 1 : 0;
      if (gradient) ownBuffer.gradients.set(memoryOf(gradient), from);
    });
  }

  /**
   * Sums the gradients and losses of all workers, always in the same order, so that every replica computes the same
   * bits.
   */
  sum(round: number): { loss: number; gradients: Gradients } {
    const all = this.buffers[round % 2 === 0 ? 0 : 1];
    const gradients: Record<string, tf.Tensor> = {};
    this.layout.weights.forEach(({ name, from, to }, i) => {
      const slices = all.filter(({ present }) => present[i] === 1).map((buffer) => buffer.gradients.subarray(from, to));
      if (slices.length === 0) return;
      gradients[name] = this.sums[i]!;
      sumInto(memoryOf(this.sums[i]!), slices);
    });
    return { loss: all.reduce((total, { loss }) => total + loss[0]!, 0), gradients };
  }

  dispose(): void {
    tf.dispose(this.sums);
  }
}

function memoryOf(tensor: tf.Tensor): Float32Array {
  const { backend, at } = wasmInUse();
  return new Float32Array(backend.wasm.asm.memory.buffer, at(tensor), tensor.size);
}

function sumInto(out: Float32Array, [first, ...remaining]: readonly Float32Array[]): void {
  if (!first) return;
  const [second] = remaining;
  if (second) for (let i = 0; i < out.length; i++) out[i] = first[i]! + second[i]!;
  else out.set(first);
  for (const other of remaining.slice(1)) for (let i = 0; i < out.length; i++) out[i]! += other[i]!;
}
