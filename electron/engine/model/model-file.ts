import { PortraitError } from '../../../shared/errors.ts';
import type { EncoderConfig } from './config.ts';
import { requireFinite } from './finite.ts';
import { type NamedArray, readSafetensors } from './safetensors.ts';
import { weightShapes } from './weights.ts';

/**
 * Reads a model's weights from a file, after checking that it holds every weight of the encoder in the right shape, and
 * finite numbers only. Throws MODEL_DAMAGED.
 */
export function readModel(file: string, encoder: EncoderConfig): Record<string, NamedArray> {
  const { arrays } = readSafetensors(file);
  for (const [name, shape] of Object.entries(weightShapes(encoder))) {
    const actualShape = arrays[name]?.shape;
    if (actualShape?.join() === shape.join()) continue;
    const problem = actualShape
      ? `${name} is (${actualShape}) where the run’s configuration asks for (${shape})`
      : `${name} is missing`;
    throw new PortraitError({
      code: 'MODEL_DAMAGED',
      message: `The weights in ${file} do not belong to this run: ${problem}.`,
      hint: 'Restore the folder of the run from a backup, or train again.',
      details: {
        file,
        weight: name,
        shape: actualShape ?? null,
        expected: shape,
        variant: actualShape ? 'shape' : 'missing',
      },
    });
  }
  requireFinite(file, arrays);
  return arrays;
}
