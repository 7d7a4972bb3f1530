import type { Random } from '../../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { buildSequence, type Span, type TokenSequence } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';

/** Slices of one history, and a number that identifies the history. */
export interface Slices {
  readonly history: number;
  readonly sequences: readonly TokenSequence[];
}

/** Whether a run trains vectors of users by contrast. */
export const learnsContrast = ({ contrast }: Pick<TrainConfig, 'contrast'>): boolean => contrast > 0;

/**
 * Draws contiguous slices of a history at random, which may overlap (CoLES: Babaev et al., 2022). Each has from a quarter
 * of `sliceLength` events to all of it, in a short history from half of its events to all but one. Null for a single
 * event.
 */
export function drawSlices(
  behaviours: Behaviours,
  span: Span,
  { train, encoder }: Pick<RunConfig, 'train' | 'encoder'>,
  random: Random,
): Slices | null {
  const events = span.to - span.from;
  if (events < 2) return null;
  const shortest = Math.ceil(Math.min(train.sliceLength / 4, events / 2));
  const longest = Math.max(shortest, Math.min(train.sliceLength, events - 1));
  const draw = () => {
    const length = shortest + random.integer(longest - shortest + 1);
    const from = span.from + random.integer(events - length + 1);
    return buildSequence(behaviours, { from, to: from + length }, encoder.length);
  };
  return { history: span.from, sequences: Array.from({ length: train.slices }, draw) };
}
