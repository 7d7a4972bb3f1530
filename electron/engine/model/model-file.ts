import { PortraitError } from '../../../shared/errors.ts';
import type { EncoderConfig } from './config.ts';
import { type NamedArray, readSafetensors } from './safetensors.ts';
import { weightShapes } from './weights.ts';

/**
 * A model's weights from its file: certain to hold all that its encoder needs, each in its shape, before any of it is used.
 * Throws MODEL_DAMAGED.
 */
export function readModel(file: string, encoder: EncoderConfig): Record<string, NamedArray> {
  const { arrays } = readSafetensors(file);
  for (const [name, shape] of Object.entries(weightShapes(encoder))) {
    const found = arrays[name]?.shape;
    if (found?.join() === shape.join()) continue;
    const what = found
      ? `${name} is (${found}) where the run’s configuration asks for (${shape})`
      : `${name} is missing`;
    throw new PortraitError({
      code: 'MODEL_DAMAGED',
      message: `The weights in ${file} are not those of this run: ${what}.`,
      hint: 'Restore the run’s folder from a backup, or train it again.',
      details: { file, weight: name },
    });
  }
  return arrays;
}
