import * as tf from '@tensorflow/tfjs';
import type { FlatLayout } from '../../../model/flat-weights.ts';
import { wasmInUse } from '../../../model/kernels/register.ts';
import { sharedDoubles, sharedFloats, sharedInts } from '../../../threads/shared-memory.ts';
import type { Gradients } from '../step.ts';

/** What each worker has found in a round, in memory that all of them see. */
export interface Found {
  readonly gradients: Float32Array;
  /** 1 where a weight has a gradient, in the order of the layout. */
  readonly present: Int32Array;
  /** One element. */
  readonly loss: Float64Array;
}

/**
 * Two of each worker's, for even and for odd rounds: while some still read what was found in a round, others may already write
 * what they find in the next. Nobody is two rounds ahead, since all meet in each.
 */
export type Findings = readonly [readonly Found[], readonly Found[]];

export function newFindings({ weights, size }: FlatLayout, workers: number): Findings {
  const found = () =>
    Array.from({ length: workers }, () => ({
      gradients: sharedFloats(size),
      present: sharedInts(weights.length),
      loss: sharedDoubles(1),
    }));
  return [found(), found()];
}

/** One worker's end of the exchange of gradients. */
export class Exchange {
  private readonly layout: FlatLayout;
  private readonly findings: Findings;
  private readonly worker: number;
  /** The sums, one tensor a weight, written anew in each round. */
  private readonly sums: tf.Tensor[];

  constructor(layout: FlatLayout, findings: Findings, worker: number) {
    this.layout = layout;
    this.findings = findings;
    this.worker = worker;
    this.sums = layout.weights.map(({ shape }) => tf.zeros(shape));
  }

  /** Shows the others what this worker has found. */
  give(round: number, loss: number, gradients: Gradients): void {
    const own = this.findings[round % 2 === 0 ? 0 : 1][this.worker]!;
    own.loss[0] = loss;
    this.layout.weights.forEach(({ name, from }, i) => {
      const gradient = gradients[name];
      own.present[i] = gradient ? 1 : 0;
      if (gradient) own.gradients.set(memoryOf(gradient), from);
    });
  }

  /** Sums of what all have found, always in the same order, so that each worker comes to the same bits. */
  sum(round: number): { loss: number; gradients: Gradients } {
    const all = this.findings[round % 2 === 0 ? 0 : 1];
    const gradients: Record<string, tf.Tensor> = {};
    this.layout.weights.forEach(({ name, from, to }, i) => {
      const parts = all.filter(({ present }) => present[i] === 1).map((found) => found.gradients.subarray(from, to));
      if (parts.length === 0) return;
      gradients[name] = this.sums[i]!;
      sumInto(memoryOf(this.sums[i]!), parts);
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

function sumInto(out: Float32Array, [first, ...others]: readonly Float32Array[]): void {
  if (!first) return;
  const [second] = others;
  if (second) for (let i = 0; i < out.length; i++) out[i] = first[i]! + second[i]!;
  else out.set(first);
  for (const other of others.slice(1)) for (let i = 0; i < out.length; i++) out[i]! += other[i]!;
}
