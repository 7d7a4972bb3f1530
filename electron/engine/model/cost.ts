import type { EncoderConfig } from './config.ts';

/** Multiply-adds of one position's way through the encoder's layers, in a sequence as long as can be. */
export function encoderCost({ layers, width, inner, length }: EncoderConfig): number {
  return layers * (4 * width * width + 2 * width * inner + length * width);
}

/** The same of learning from it: a pass forwards, and about two backwards. */
export const learningCost = (encoder: EncoderConfig): number => 3 * encoderCost(encoder);
