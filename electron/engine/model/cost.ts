import type { EncoderConfig } from './config.ts';

/** Multiply-adds per position for a forward pass through the encoder's layers, in a sequence of maximum length. */
export function encoderCost({ layers, width, inner, length }: EncoderConfig): number {
  return layers * (4 * width * width + 2 * width * inner + length * width);
}

/**
 * Multiply-adds per position of a training step: a forward pass, and a backward pass that costs about twice as much.
 */
export const trainingCost = (encoder: EncoderConfig): number => 3 * encoderCost(encoder);
