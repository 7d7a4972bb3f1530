import type { NamedArray } from '../../model/safetensors.ts';
import type { Calibration } from '../evaluate/calibrate.ts';
import type { Scorer } from './scorer.ts';

type Arrays = Record<string, NamedArray>;

/** Returns the arrays of a scorer by name, except the weights of its first member, which are saved as the run's own. */
export function arraysOfScorer(scorer: Scorer, calibration: Calibration): Arrays {
  const { facts, terms, linear } = scorer;
  const arrays: Arrays = { 'facts.mean': row(facts.mean), 'facts.scale': row(facts.scale) };
  for (const { field, idf } of terms ?? []) arrays[`idf.${field}`] = row(idf);
  if (linear) {
    const data = Float32Array.from(linear.coefficients);
    arrays['linear.coefficients'] = { shape: [data.length / linear.outputs, linear.outputs], data };
  }
  if (scorer.kind === 'solved') {
    arrays['vectors.mean'] = row(scorer.vectors.mean);
    arrays['vectors.scale'] = row(scorer.vectors.scale);
  } else {
    for (const [member, weights] of scorer.members.entries()) {
      if (member > 0) for (const [name, array] of Object.entries(weights)) arrays[`member.${member}.${name}`] = array;
    }
  }
  if (calibration.method === 'isotonic') {
    for (const [k, { x, y }] of calibration.curves.entries()) {
      arrays[`calibration.${k}.x`] = row(x);
      arrays[`calibration.${k}.y`] = row(y);
    }
  }
  return arrays;
}

const row = (data: Float32Array): NamedArray => ({ shape: [data.length], data });

/**
 * Returns a reader of named arrays. It throws if an array is missing, has another shape or contains a non-finite value.
 */
export function arrayReader(arrays: Readonly<Arrays>) {
  const requireArray = (name: string) => {
    const array = arrays[name];
    if (!array) throw new Error(`${name} is missing`);
    if (!array.data.every(Number.isFinite)) throw new Error(`${name} contains a value that is not a number`);
    return array;
  };
  return {
    row(name: string, length?: number): Float32Array {
      const { shape, data } = requireArray(name);
      if (shape.length !== 1 || data.length === 0 || (length !== undefined && data.length !== length)) {
        throw new Error(`${name} has shape (${shape})${length === undefined ? '' : ` instead of (${length})`}`);
      }
      return data;
    },
    shaped(name: string, expectedShape: readonly number[]): NamedArray {
      const array = requireArray(name);
      if (array.shape.join() !== expectedShape.join())
        throw new Error(`${name} has shape (${array.shape}) instead of (${expectedShape})`);
      return array;
    },
  };
}
