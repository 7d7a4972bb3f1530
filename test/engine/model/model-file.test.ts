import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { readModel } from '../../../electron/engine/model/model-file.ts';
import { type NamedArray, writeSafetensors } from '../../../electron/engine/model/safetensors.ts';
import { weightShapes } from '../../../electron/engine/model/weights.ts';
import { testFolder } from '../../support/folder.ts';

const encoder = EncoderConfig.parse({ width: 8, layers: 1, inner: 16, length: 8, sizes: { item: 9 } });

function written(of: EncoderConfig, change: (arrays: Record<string, NamedArray>) => void = () => {}): string {
  const file = join(testFolder(), 'model.safetensors');
  const arrays = Object.fromEntries(
    Object.entries(weightShapes(of)).map(([name, shape]): [string, NamedArray] => {
      return [name, { shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) }];
    }),
  );
  change(arrays);
  writeSafetensors(file, arrays);
  return file;
}

describe('the file of a model', () => {
  it('must contain the weights that the configuration requires, and may contain more', () => {
    const file = written(encoder, (arrays) => {
      arrays['pooler.bias'] = { shape: [8], data: new Float32Array(8) };
    });
    expect(Object.keys(readModel(file, encoder))).toEqual([...Object.keys(weightShapes(encoder)), 'pooler.bias']);
  });

  it.each<[string, () => string]>([
    ['it has another number of items', () => written({ ...encoder, sizes: { item: 10 } })],
    ['it has other fields', () => written({ ...encoder, sizes: { action: 9 } })],
    ['it has another width', () => written({ ...encoder, width: 16 })],
    ['it has fewer layers', () => written({ ...encoder, layers: 1 }, (arrays) => delete arrays['layer.0.inner.bias'])],
    ['it has another norm placement', () => written({ ...encoder, norm: 'rezero' })],
  ])('is refused if %s', (_why, file) => {
    expect(() => readModel(file(), encoder)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }));
  });
});
